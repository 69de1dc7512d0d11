// SPDX-License-Identifier: MIT
// What nobody expected ends the process with a number that scripts know, and not in the middle of something.
#include "app/shard_thread.hpp"

#include <gtest/gtest.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

#include "durf/app/exit_code.hpp"
#include "durf/base/assert.hpp"
#include "durf/runtime/faults.hpp"

namespace durf::app {
namespace {

namespace asio = boost::asio;
using ::testing::ExitedWithCode;

class Unflushable final : public runtime::Flushable {
 public:
  void flush() override { throw std::runtime_error("what somebody wrote"); }
};

/// Where it is swallowed the shard stops some turns later, and the test fails and does not hang.
void stop_later(runtime::Shard& shard, int turns) {
  asio::post(shard.loop(), [&shard, turns] { turns > 0 ? stop_later(shard, turns - 1) : shard.stop(); });
}

asio::awaitable<void> broken_coroutine(runtime::Shard& shard) {
  co_await asio::post(shard.loop(), asio::use_awaitable);
  stop_later(shard, 100);
  DURF_ASSERT(!"cannot be");
}

void run_with_a_bug_in_a_handler() {
  runtime::Shard shard(0);
  asio::post(shard.loop(), [] { DURF_ASSERT(!"cannot be"); });
  run_or_end(shard);
}

void run_with_a_bug_in_a_coroutine() {
  runtime::Shard shard(0);
  asio::co_spawn(shard.loop(), broken_coroutine(shard), runtime::thrown_into_the_loop);
  run_or_end(shard);
}

void run_with_a_fault_between_turns() {
  runtime::Shard shard(0);
  asio::post(shard.loop(), [&shard] { shard.flush_later(std::make_shared<Unflushable>()); });
  run_or_end(shard);
}

TEST(ShardThreadDeathTest, WhatIsThrownIntoTheLoopEndsTheProcess) {
  EXPECT_EXIT(run_with_a_bug_in_a_handler(), ExitedWithCode(exit_code::bug), "");
  EXPECT_EXIT(run_with_a_bug_in_a_coroutine(), ExitedWithCode(exit_code::bug), "");
  EXPECT_EXIT(run_with_a_fault_between_turns(), ExitedWithCode(exit_code::bug), "");
}

TEST(ShardThread, EndsWithTheShard) {
  runtime::Shard shard(0);
  asio::post(shard.loop(), [&shard] { shard.stop(); });
  run_or_end(shard);
}

TEST(WordsForLog, QuoteNothingButOurOwnConditions) {
  EXPECT_STREQ(runtime::words_for_log(base::Bug("place: condition")), "place: condition");
  const std::string words = runtime::words_for_log(std::runtime_error("what somebody wrote"));
  EXPECT_EQ(words.find("wrote"), std::string::npos);
  EXPECT_FALSE(words.empty());
}

}  // namespace
}  // namespace durf::app
