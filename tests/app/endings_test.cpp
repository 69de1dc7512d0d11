// SPDX-License-Identifier: MIT
// The two endings in the middle of everything, with the numbers on which scripts and systemd start the program again. The other
// numbers are shown where they arise: the command line (config_test.cpp) and the real program (tests/end_to_end).
#include "app/endings.hpp"

#include <gtest/gtest.h>

#include "durf/app/exit_code.hpp"

namespace durf::app {
namespace {

using ::testing::ExitedWithCode;

TEST(EndingsDeathTestOP1, AFailedSyncAndABugHaveNumbersOfTheirOwn) {
  static_assert(exit_code::disk_fault == 75 && exit_code::bug == 70);
  EXPECT_EXIT(end_for_disk_fault("the database could not be synced"), ExitedWithCode(75), "");
  EXPECT_EXIT(end_for_bug("place: condition"), ExitedWithCode(70), "");
}

}  // namespace
}  // namespace durf::app
