// SPDX-License-Identifier: MIT
// Shown here: a slow phone costs a snapshot, not memory; and no frame is ever torn.
#include "durf/session/outbox.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace durf::session {
namespace {

protocol::SharedFrame frame_of(std::size_t bytes, char letter = 'x') {
  return std::make_shared<const std::string>(bytes, letter);
}

TEST(OutboxC29, OverTheLimitItDropsWhatWaitsAndIsStale) {
  Outbox outbox({.frames_max = 3, .bytes_max = 1'000});
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(outbox.push(frame_of(10)));
  outbox.written(4);
  EXPECT_FALSE(outbox.push(frame_of(10)));
  EXPECT_TRUE(outbox.stale());
  EXPECT_EQ(outbox.bytes(), 6U) << "the frame in flight stays, or it would be torn";
  outbox.written(6);
  EXPECT_TRUE(outbox.empty());
  EXPECT_FALSE(outbox.push(frame_of(10))) << "stale until caught up";
  outbox.caught_up();
  EXPECT_TRUE(outbox.push(frame_of(10)));
}

TEST(OutboxC29, OneFrameMayHaveAnySizeWhateverStandsAroundIt) {
  Outbox outbox({.frames_max = 8, .bytes_max = 100});
  EXPECT_TRUE(outbox.push(frame_of(60))) << "a welcome";
  EXPECT_TRUE(outbox.push(frame_of(5'000))) << "a snapshot";
  EXPECT_TRUE(outbox.push(frame_of(40))) << "a clock";
  EXPECT_FALSE(outbox.push(frame_of(1)));
  EXPECT_TRUE(outbox.stale());
}

TEST(OutboxC29, ASecondLargeFrameIsCounted) {
  Outbox outbox({.frames_max = 8, .bytes_max = 100});
  EXPECT_TRUE(outbox.push(frame_of(5'000)));
  outbox.written(4'000);
  EXPECT_FALSE(outbox.push(frame_of(5'000))) << "a thousand bytes still wait before it";
}

TEST(OutboxC29, WhateverIsWrittenTheBytesComeOutInOrderAndWhole) {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    std::mt19937 dice(seed);
    Outbox outbox({.frames_max = 16, .bytes_max = 2'000});
    std::string sent;
    std::string taken;
    for (int step = 0; step < 500; ++step) {
      if (dice() % 2 == 0) {
        const auto frame = frame_of(1 + dice() % 200, static_cast<char>('a' + dice() % 26));
        const std::size_t before = outbox.bytes();
        if (outbox.push(frame)) {
          sent += *frame;
        } else {
          if (!outbox.empty() || before > 0) sent.resize(taken.size() + outbox.bytes());
          outbox.caught_up();
        }
      } else {
        std::array<std::string_view, 4> pieces;
        const std::size_t count = outbox.gather(pieces);
        std::string offered;
        for (std::size_t i = 0; i < count; ++i) offered += pieces[i];
        const std::size_t written = offered.empty() ? 0 : dice() % (offered.size() + 1);
        taken += offered.substr(0, written);
        outbox.written(written);
      }
      ASSERT_LE(outbox.bytes(), 2'200U) << "seed " << seed;
      ASSERT_EQ(taken, sent.substr(0, taken.size())) << "seed " << seed;
      ASSERT_EQ(taken.size() + outbox.bytes(), sent.size()) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace durf::session
