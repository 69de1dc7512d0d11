// SPDX-License-Identifier: MIT
// The generator against values worked out from the paper's definition by an independent program, and
// evenness.
#include "domain/shuffle.hpp"

#include <gtest/gtest.h>

#include <map>

namespace durf::domain {
namespace {

TEST(Xoshiro256, GivesTheReferenceSequence) {
  Xoshiro256 generator({1, 2, 3, 4});
  for (const std::uint64_t expected :
       {11520ull, 0ull, 1509978240ull, 1215971899390074240ull, 1216172134540287360ull})
    EXPECT_EQ(generator.next(), expected);
}

TEST(Xoshiro256, IsNotStuckOnNothing) {
  Xoshiro256 generator({0, 0, 0, 0});
  std::uint64_t seen = 0;
  for (int i = 0; i < 8; ++i) seen |= generator.next();
  EXPECT_NE(seen, 0u);
}

TEST(Xoshiro256, BoundedDrawsStayBelowAndReachAll) {
  Xoshiro256 generator({5, 6, 7, 8});
  std::map<std::uint64_t, int> seen;
  for (int i = 0; i < 7'000; ++i) ++seen[generator.below(7)];
  ASSERT_EQ(seen.size(), 7u);
  EXPECT_EQ(seen.rbegin()->first, 6u);
  // 1,000 each, sigma = sqrt(7000 * 1/7 * 6/7) = 29; a fair generator stays within 5 sigma.
  for (const auto& [value, count] : seen) EXPECT_NEAR(count, 1'000, 147) << value;
  EXPECT_EQ(generator.below(1), 0u);
}

TEST(Shuffle, GivesEachOrderEquallyOften) {
  Xoshiro256 generator({9, 10, 11, 12});
  std::map<std::vector<int>, int> seen;
  for (int i = 0; i < 24'000; ++i) {
    std::vector<int> items = {1, 2, 3, 4};
    shuffle(items, generator);
    ++seen[items];
  }
  ASSERT_EQ(seen.size(), 24u);
  // 1,000 each, sigma = 31.
  for (const auto& [order, count] : seen) EXPECT_NEAR(count, 1'000, 155);
}

TEST(Shuffle, LeavesNothingAndOneAlone) {
  Xoshiro256 generator({1, 2, 3, 4});
  std::vector<int> nothing;
  shuffle(nothing, generator);
  EXPECT_TRUE(nothing.empty());
  std::vector<int> one = {7};
  shuffle(one, generator);
  EXPECT_EQ(one, std::vector<int>{7});
}

}  // namespace
}  // namespace durf::domain
