// SPDX-License-Identifier: MIT
// Who may create, and what guessing the password brings.
#include "durf/net/create_policy.hpp"

#include <gtest/gtest.h>

#include "fixture.hpp"
#include "net/limits.hpp"

namespace durf::net {
namespace {

using Offer = CreatePolicy::Offer;
using Verdict = CreatePolicy::Verdict;

TEST(CreatePolicy, WithoutAPasswordOnlyFromThisMachine) {
  testing::FakeClock clock;
  testing::CountingEntropy entropy;
  CreatePolicy policy(clock, entropy, std::nullopt);
  EXPECT_EQ(policy.offer(true), Offer::open);
  EXPECT_EQ(policy.offer(false), Offer::refused);
  EXPECT_EQ(policy.judge(true, ""), Verdict::allowed);
  EXPECT_EQ(policy.judge(false, "anything"), Verdict::not_allowed);
}

TEST(CreatePolicy, WithAPasswordFromAnywhere) {
  testing::FakeClock clock;
  testing::CountingEntropy entropy;
  CreatePolicy policy(clock, entropy, "sesame");
  EXPECT_EQ(policy.offer(true), Offer::password);
  EXPECT_EQ(policy.offer(false), Offer::password);
  EXPECT_EQ(policy.judge(false, "sesame"), Verdict::allowed);
  EXPECT_EQ(policy.judge(true, ""), Verdict::wrong_password);
  EXPECT_EQ(policy.judge(false, "sesame "), Verdict::wrong_password);
}

TEST(CreatePolicy, AUsedUpBudgetAnswersRightAndWrongAlikeUntilItIsRefilled) {
  testing::FakeClock clock;
  testing::CountingEntropy entropy;
  CreatePolicy policy(clock, entropy, "sesame");
  for (std::int64_t i = 0; i < limits::wrong_passwords_burst_max; ++i) {
    EXPECT_EQ(policy.judge(false, "wrong"), Verdict::wrong_password);
  }
  EXPECT_EQ(policy.judge(false, "wrong"), Verdict::too_fast);
  EXPECT_EQ(policy.judge(false, "sesame"), Verdict::too_fast);
  clock.move(limits::wrong_password_refill_ms - 1);
  EXPECT_EQ(policy.judge(false, "sesame"), Verdict::too_fast);
  clock.move(1);
  EXPECT_EQ(policy.judge(false, "sesame"), Verdict::allowed);
  EXPECT_EQ(policy.judge(false, "wrong"), Verdict::wrong_password);
  EXPECT_EQ(policy.judge(false, "wrong"), Verdict::too_fast);
}

}  // namespace
}  // namespace durf::net
