// SPDX-License-Identifier: MIT
// The wheel fires everything once, not before its time and at the first look after it, through long pauses
// and more than one round.
#include "net/timer_wheel.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <vector>

namespace durf::net {
namespace {

struct Sleeper final : TimerWheel::Waiter {
  void due(base::SteadyMs now) override {
    ++fired;
    at = now;
    if (again != nullptr && fired < 3) again->set(*this, now + 10);
  }
  int fired = 0;
  base::SteadyMs at;
  TimerWheel* again = nullptr;
};

TEST(TimerWheel, FiresOnceAtTheFirstLookAfterItsTime) {
  TimerWheel wheel({1'000});
  Sleeper sleeper;
  wheel.set(sleeper, {1'500});
  wheel.advance({1'499});
  EXPECT_EQ(sleeper.fired, 0);
  wheel.advance({1'500});
  EXPECT_EQ(sleeper.fired, 1);
  wheel.advance({200'000});
  EXPECT_EQ(sleeper.fired, 1);
  EXPECT_TRUE(wheel.empty());
}

TEST(TimerWheel, ReplacesCancelsAndForgetsTheDestroyed) {
  TimerWheel wheel({0});
  Sleeper moved;
  Sleeper cancelled;
  auto destroyed = std::make_unique<Sleeper>();
  wheel.set(moved, {100});
  wheel.set(moved, {90'000});
  wheel.set(cancelled, {100});
  wheel.set(*destroyed, {100});
  wheel.cancel(cancelled);
  destroyed.reset();
  wheel.advance({89'999});
  EXPECT_EQ(moved.fired + cancelled.fired, 0);
  wheel.advance({90'000});
  EXPECT_EQ(moved.fired, 1);
}

TEST(TimerWheel, WhoIsSetAgainWhileFiringFiresLater) {
  TimerWheel wheel({0});
  Sleeper sleeper;
  sleeper.again = &wheel;
  wheel.set(sleeper, {5});
  wheel.advance({6});
  EXPECT_EQ(sleeper.fired, 1);
  wheel.advance({15});
  EXPECT_EQ(sleeper.fired, 1);
  wheel.advance({16});
  EXPECT_EQ(sleeper.fired, 2);
}

TEST(TimerWheel, AgreesWithTheClockUnderRandomUse) {
  std::mt19937 random(7);
  TimerWheel wheel({0});
  std::vector<std::unique_ptr<Sleeper>> sleepers(300);
  std::vector<std::int64_t> due(sleepers.size(), -1);
  for (auto& sleeper : sleepers) sleeper = std::make_unique<Sleeper>();
  std::int64_t now = 0;
  std::size_t fired = 0;
  for (int step = 0; step < 3'000; ++step) {
    const std::size_t who = random() % sleepers.size();
    due[who] = now + static_cast<std::int64_t>(random() % 200'000);
    wheel.set(*sleepers[who], {due[who]});
    now += static_cast<std::int64_t>(random() % (step % 50 == 0 ? 150'000 : 300));
    wheel.advance({now});
    for (std::size_t i = 0; i < sleepers.size(); ++i) {
      const bool should_have = due[i] >= 0 && due[i] <= now;
      ASSERT_EQ(sleepers[i]->fired, should_have ? 1 : 0) << "step " << step << " sleeper " << i;
      if (!should_have) continue;
      ++fired;
      sleepers[i]->fired = 0;
      due[i] = -1;
    }
  }
  EXPECT_GT(fired, 500u);
}

}  // namespace
}  // namespace durf::net
