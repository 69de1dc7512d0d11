// SPDX-License-Identifier: MIT
// Shown here: sending to a crowd is done in turns. Whoever comes meanwhile is served, answers overtake, everybody gets
// theirs in the end, and a loop that is never idle holds up neither. And nothing of it stays on the stack.
#include "durf/runtime/shard.hpp"

#include <gtest/gtest.h>

#include <boost/asio/post.hpp>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "runtime/small_server_fixture.hpp"
#include "support/left_on_stack.hpp"

namespace durf::runtime {
namespace {

namespace asio = boost::asio;

/// Tells when it is sent, and counts.
class Sender final : public Flushable {
 public:
  explicit Sender(std::function<void()> sent) : sent_(std::move(sent)) {}
  void flush() override {
    ++flushes;
    sent_();
  }
  std::size_t flushes = 0;

 private:
  std::function<void()> sent_;
};

class ShardST11 : public ::testing::Test {
 protected:
  static constexpr std::size_t many = 10'000;
  static constexpr std::size_t handlers_max = 10'000'000;  ///< only a failing test reaches it

  using Senders = std::vector<std::shared_ptr<Sender>>;

  static Senders senders(const std::function<void()>& sent) {
    Senders all;
    for (std::size_t i = 0; i < many; ++i) all.push_back(std::make_shared<Sender>(sent));
    return all;
  }
  void send_to(const Senders& all, Lane lane) {
    for (const auto& one : all) shard.flush_later(one, lane);
  }
  template <class Work>
  void post(Work work) {
    asio::post(shard.loop(), std::move(work));
  }
  /// Handlers without end, each of which makes the next one, until everybody has theirs.
  void never_idle() {
    if ((sent >= many && answers >= answers_wanted) || ++handlers > handlers_max) return shard.stop();
    post([this] { never_idle(); });
  }

  Shard shard{0};
  std::size_t sent = 0;
  std::size_t answers = 0;
  std::size_t answers_wanted = 0;
  std::size_t handlers = 0;
  /// Somebody says something when the first of the crowd has been sent to.
  std::function<void()> on_first = [] {};
  Senders crowd = senders([this] {
    if (sent++ == 0) post(on_first);
  });
};

TEST_F(ShardST11, WhatComesWhileACrowdIsSentToIsReadAndAnsweredFirst) {
  std::size_t sent_when_read = many;
  std::size_t sent_when_answered = many;
  const auto asking = std::make_shared<Sender>([&] { sent_when_answered = sent; });
  on_first = [&] {
    sent_when_read = sent;
    shard.flush_later(asking);
  };
  post([&] {
    send_to(crowd, Lane::crowd);
    never_idle();
  });
  shard.run();
  EXPECT_LT(sent_when_read, many / 2);
  EXPECT_EQ(sent_when_answered, sent_when_read);
  EXPECT_EQ(sent, many);
}

TEST_F(ShardST11, EverybodyGetsTheirsOnceInALoopThatIsNeverIdle) {
  post([this] {
    send_to(crowd, Lane::crowd);
    never_idle();
  });
  shard.run();
  for (const auto& one : crowd) ASSERT_EQ(one->flushes, 1u);
}

TEST_F(ShardST11, AnswersToManyDoNotHoldUpTheRestEither) {
  std::size_t answers_when_read = many;
  answers_wanted = many;
  const Senders asking = senders([&] { ++answers; });
  on_first = [&] { answers_when_read = answers; };
  post([&] {
    send_to(crowd, Lane::crowd);
    send_to(asking, Lane::answers);
    never_idle();
  });
  shard.run();
  EXPECT_LT(answers_when_read, many / 2);
  EXPECT_EQ(answers, many);
  EXPECT_EQ(sent, many);
}

TEST_F(ShardST11, WhoAsksAgainKeepsTheOnePlaceInEachLane) {
  post([&] {
    for (int i = 0; i < 3; ++i) {
      shard.flush_later(crowd[0], Lane::crowd);
      shard.flush_later(crowd[0]);
    }
    sent = many - 2;
    never_idle();
  });
  shard.run();
  EXPECT_EQ(crowd[0]->flushes, 2u);
}

TEST(ShardST12, WhatAHandlerLeftOnTheStackIsSoonGoneFromALoopThatSleeps) {
  if (!testing::stacks_are_real) GTEST_SKIP() << "a sanitizer has stacks of its own";
  Shard shard{0};
  std::promise<const void*> left;
  asio::post(shard.loop(), [&] { left.set_value(testing::leave_on_stack()); });
  std::thread thread([&] { shard.run(); });
  const void* const at = left.get_future().get();
  const bool stood_there = testing::is_left(at);
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (testing::is_left(at) && std::chrono::steady_clock::now() < give_up) std::this_thread::yield();
  const bool stands_there = testing::is_left(at);
  shard.stop();
  thread.join();
  EXPECT_TRUE(stood_there);
  EXPECT_FALSE(stands_there);
}

/// Writes down what came as an answer, and what as one of many.
class NotingPage final : public Page {
 public:
  Pushed push(const protocol::SharedFrame& frame) override { return note(answers, frame); }
  Pushed push_as_one_of_many(const protocol::SharedFrame& frame) override { return note(of_many, frame); }

  std::vector<testing::Heard::Kind> answers, of_many;  ///< shard's thread

 private:
  Pushed note(std::vector<testing::Heard::Kind>& kinds, const protocol::SharedFrame& frame) {
    kinds.push_back(testing::hear(frame).kind);
    return Page::push(frame);
  }
};

class LanesST11 : public SmallServerTest {};

TEST_F(LanesST11, FramesGoToTheCrowdAndAllElseIsAnAnswer) {
  using Kind = testing::Heard::Kind;
  create();
  const auto page = std::make_shared<NotingPage>();
  const auto desk = server.connect(0, facilitator(), page);
  page->wait_for(Kind::clock);
  server.say(desk, command(domain::GoLive{}));
  bool has_reply = false, has_frame = false;
  page->wait_for([&](const testing::Heard& heard) {
    has_reply |= heard.kind == Kind::reply;
    has_frame |= heard.kind == Kind::frame;
    return has_reply && has_frame;
  });
  server.on(desk, [&] {
    EXPECT_FALSE(page->of_many.empty());
    for (const Kind kind : page->of_many) EXPECT_TRUE(kind == Kind::frame || kind == Kind::clock);
    for (const Kind kind : page->answers) EXPECT_NE(kind, Kind::frame);
    return 0;
  });
}

}  // namespace
}  // namespace durf::runtime
