// SPDX-License-Identifier: MIT
#include "durf/base/dead_stack.hpp"

#include <gtest/gtest.h>

#include "support/left_on_stack.hpp"

namespace durf::base {
namespace {

TEST(DeadStackST12, KeepsWhatACallLeftUntilItIsWiped) {
  if (!testing::stacks_are_real) GTEST_SKIP() << "a sanitizer has stacks of its own";
  const auto* left = testing::leave_on_stack();
  EXPECT_TRUE(testing::is_left(left));
  wipe_dead_stack();
  EXPECT_FALSE(testing::is_left(left));
}

}  // namespace
}  // namespace durf::base
