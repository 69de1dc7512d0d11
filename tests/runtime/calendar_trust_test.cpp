// SPDX-License-Identifier: MIT
// Looks at two clocks, one line each, and whether the day is believed then.
#include "durf/runtime/calendar_trust.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace durf::runtime {
namespace {

struct Look {
  std::int64_t steady_min;
  std::int64_t wall_s;
  bool believed;
};

constexpr std::int64_t noon = 1'795'262'400;  // of some day

void expect(const std::vector<Look>& looks) {
  CalendarTrust trust;
  for (const Look& one : looks)
    EXPECT_EQ(trust.look({one.steady_min * 60'000}, one.wall_s), one.believed) << "after " << one.steady_min << " minutes";
}

TEST(CalendarTrustDR13, AClockThatRunsEvenlyIsBelievedAfterTenMinutes) {
  expect({{0, noon, false}, {9, noon + 540, false}, {10, noon + 600, true}, {20, noon + 1'200, true}});
}
TEST(CalendarTrustDR13, AClockThatIsSetRightAfterTheStartIsBelievedTenMinutesLater) {
  constexpr std::int64_t wrong = noon + 400 * 86'400;
  expect({{0, wrong, false}, {10, noon + 600, false}, {19, noon + 1'140, false}, {20, noon + 1'200, true}});
}
TEST(CalendarTrustDR13, EveryLeapMakesItWaitAnew) {
  expect({{0, noon, false}, {10, noon + 600, true}, {20, noon + 86'400, false}, {30, noon + 87'000, true},
          {40, noon + 2'400, false}, {50, noon + 3'000, true}});
}
TEST(CalendarTrustDR13, ALaptopThatSleptIsALeapToo) {
  expect({{0, noon, false}, {10, noon + 600, true}, {20, noon + 30'000, false}, {30, noon + 30'600, true}});
}
TEST(CalendarTrustDR13, WhatAClockIsSetByWithinAMinuteIsNoLeap) {
  expect({{0, noon, false}, {10, noon + 600 + 60, true}, {20, noon + 1'200 - 60, true}, {30, noon + 1'800 + 61, false}});
}
TEST(CalendarTrustDR13, LeapsThatComeOneAfterTheOtherAreNeverBelieved) {
  std::vector<Look> looks;
  for (std::int64_t i = 0; i < 50; ++i) looks.push_back({10 * i, noon + i * 7'200, false});
  expect(looks);
}

}  // namespace
}  // namespace durf::runtime
