// SPDX-License-Identifier: MIT
// One loop that hangs is enough to be found out; once it turns again, all is well again.
#include "app/watchdog.hpp"

#include <gtest/gtest.h>

namespace durf::app {
namespace {

TEST(WatchdogOP9, AllIsWellOnlyWhenEveryLoopHasTurned) {
  runtime::Shard one(0);
  runtime::Shard two(1);
  Watchdog watchdog({&one, &two});
  EXPECT_TRUE(watchdog.all_turn()) << "nothing was asked before";
  EXPECT_FALSE(watchdog.all_turn());
  one.loop().poll();
  EXPECT_FALSE(watchdog.all_turn()) << "the other one hangs";
  two.loop().poll();
  EXPECT_TRUE(watchdog.all_turn());
  EXPECT_FALSE(watchdog.all_turn()) << "asked anew";
}

}  // namespace
}  // namespace durf::app
