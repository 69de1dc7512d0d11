// SPDX-License-Identifier: MIT
// Many threads give, one takes: nothing is lost, doubled or turned around, and a sleeping taker is woken.
// Worth most under the thread sanitizer.
#include "storage/inbox.hpp"

#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <thread>
#include <vector>

namespace durf::test {
namespace {

struct Item {
  std::size_t giver = 0;
  int number = 0;
};

// [LG3]
TEST(Inbox, TakesEverythingOnceAndInTheOrderOfEachGiver) {
  constexpr std::size_t givers = 4;
  constexpr int each = 5'000;
  storage::Inbox<Item> inbox;
  std::vector<std::thread> threads;
  for (std::size_t giver = 0; giver < givers; ++giver)
    threads.emplace_back([&inbox, giver] {
      for (int number = 0; number < each; ++number) {
        Item item{giver, number};
        ASSERT_TRUE(inbox.push(item));
      }
    });
  std::array<int, givers> next{};
  std::size_t taken = 0;
  while (taken < givers * each) {
    inbox.wait(storage::Inbox<Item>::for_ever);
    for (const Item& item : inbox.take_all()) {
      EXPECT_EQ(item.number, next[item.giver]++);
      ++taken;
    }
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_TRUE(inbox.take_all().empty());
}

// [LG11]
TEST(Inbox, ShutItGivesBackWhatItDoesNotTake) {
  storage::Inbox<std::unique_ptr<int>> inbox;
  auto first = std::make_unique<int>(1);
  EXPECT_TRUE(inbox.push(first));
  const auto rest = inbox.shut();
  ASSERT_EQ(rest.size(), 1u);
  EXPECT_EQ(*rest[0], 1);
  auto late = std::make_unique<int>(2);
  EXPECT_FALSE(inbox.push(late));
  ASSERT_TRUE(late);
  EXPECT_EQ(*late, 2);
}

TEST(Inbox, WhatNobodyTookIsReleased) {
  auto shared = std::make_shared<int>(1);
  {
    storage::Inbox<std::shared_ptr<int>> inbox;
    auto copy = shared;
    EXPECT_TRUE(inbox.push(copy));
  }
  EXPECT_EQ(shared.use_count(), 1);
}

}  // namespace
}  // namespace durf::test
