// SPDX-License-Identifier: MIT
// Shown here: rounds and the timer on a clock that the test moves.
#include <gtest/gtest.h>

#include "durf/session/session_clock.hpp"
#include "session/room.hpp"

namespace durf::session::testing {
namespace {

/// Live, with one question that waits: every round that passes is seen in the state.
Room with_one_that_waits() {
  Room room(live_definition());
  room.join(1);
  room.done(1, 7, submit(1, 1));
  return room;
}

void pass_what_is_due(Room& room) {
  room.wake_up();
  while (room.pending) room.durable();
}

TEST(RoundsC21, KeepTheirBeatWhenTheWakeUpIsLate) {
  Room room = with_one_that_waits();
  room.go_to(20'400);
  pass_what_is_due(room);
  EXPECT_EQ(room.state().round, 2U);
  room.go_to(39'999);
  pass_what_is_due(room);
  EXPECT_EQ(room.state().round, 2U);
  room.go_to(40'000);
  pass_what_is_due(room);
  EXPECT_EQ(room.state().round, 3U);
}

TEST(RoundsC21, AClockThatJumpedMakesOneRound) {
  Room room = with_one_that_waits();
  room.go_to(10 * 60'000 + 1);
  pass_what_is_due(room);
  pass_what_is_due(room);
  EXPECT_EQ(room.state().round, 2U);
  room.go_to(10 * 60'000 + 20'000);
  pass_what_is_due(room);
  EXPECT_EQ(room.state().round, 2U);
  room.go_to(10 * 60'000 + 20'001);
  pass_what_is_due(room);
  EXPECT_EQ(room.state().round, 3U);
}

TEST(RoundsC21, TheCoreAsksToBeWokenForThem) {
  Room room(live_definition());
  room.wake_up();
  EXPECT_EQ(room.wake, base::SteadyMs{20'000});
}

TEST(RoundsC21, LengtheningLetsTheRunningRoundEndAsItWas) {
  Room room = with_one_that_waits();
  room.join(desk, facilitator());
  room.go_to(5'000);
  room.done(desk, 8, domain::LengthenRounds{30'000});
  EXPECT_TRUE(room.said_text(R"("round":{"left_ms":15000,"every_ms":30000})"));
  room.go_to(20'000);
  pass_what_is_due(room);
  EXPECT_EQ(room.state().round, 2U);
  room.go_to(49'999);
  pass_what_is_due(room);
  EXPECT_EQ(room.state().round, 2U);
  room.go_to(50'000);
  pass_what_is_due(room);
  EXPECT_EQ(room.state().round, 3U);
}

TEST(RoundsC21, TheLobbyStopsThemAndGoingLiveBeginsAWholeOne) {
  Room room = with_one_that_waits();
  room.join(desk, facilitator());
  room.go_to(15'000);
  room.done(desk, 8, domain::OpenLobby{});
  EXPECT_TRUE(room.said_text(R"("round":null)"));
  room.go_to(100'000);
  pass_what_is_due(room);
  EXPECT_EQ(room.state().round, 1U);
  room.done(desk, 9, domain::GoLive{});
  EXPECT_TRUE(room.said_text(R"("round":{"left_ms":20000,"every_ms":20000})"));
  room.go_to(119'999);
  pass_what_is_due(room);
  EXPECT_EQ(room.state().round, 1U);
  room.go_to(120'000);
  pass_what_is_due(room);
  EXPECT_EQ(room.state().round, 2U);
}

TEST(RoundsC21, ThreeQuestionsComeOutTogetherForEverybodyAtOnce) {
  Room room(live_definition());
  for (const Number person : {1, 2, 3}) {
    room.join(person);
    room.done(person, 10 + person, submit(person, person));
  }
  room.go_to(20'000);
  room.wake_up();
  EXPECT_EQ(room.durable(), (Lines{"push participant frame 1", "push presenter frame 2",
                                   "push facilitator frame 2", "push moderator frame 2", "push stage frame 2",
                                   "push participant clock", "push presenter clock", "push facilitator clock",
                                   "push moderator clock", "push stage clock"}));
  for (const Number number : {1, 2, 3})
    EXPECT_TRUE(room.said_text("Why number " + std::to_string(number) + "?"));
}

TEST(RoundsC21, ARoundInWhichNothingHappenedWritesNothingAndSaysNothing) {
  Room room(live_definition());
  room.join(1);
  room.go_to(19'000);
  room.wake_up();
  room.go_to(20'000);
  EXPECT_EQ(room.wake_up(), Lines{});
  EXPECT_EQ(room.wake, base::SteadyMs{40'000});
}

TEST(TimerC22, IsToldAsTimeLeft) {
  Room room;
  room.join(desk, facilitator());
  room.done(desk, 7, domain::StartTimer{60'000});
  EXPECT_TRUE(room.said_text(R"("timer":{"left_ms":60000,"of_ms":60000})"));
  room.go_to(15'000);
  room.join(1);
  EXPECT_TRUE(room.said_text(R"("timer":{"left_ms":45000,"of_ms":60000})"));
  room.pass(1'000);
  room.done(desk, 8, domain::StopTimer{});
  EXPECT_TRUE(room.said_text(R"("timer":null)"));
}

TEST(TimerC22, DoesNotSurviveARestart) {
  Room room;
  room.join(desk, facilitator());
  room.done(desk, 7, domain::StartTimer{60'000});
  room.rebuild();
  EXPECT_EQ(room.wake_up(), Lines{"append 3 extend"});
  room.durable();
  EXPECT_EQ(room.state().timer_ms, 0);
}

TEST(ClockC21, ReadsNothingBeforeItBegins) {
  const SessionClock clock;
  EXPECT_FALSE(clock.round_at());
  EXPECT_FALSE(clock.read({5}).round);
  EXPECT_FALSE(clock.read({5}).timer);
}

TEST(ClockC21, LateByWholeRoundsIsOneRound) {
  SessionClock clock;
  clock.start_rounds({0}, 100);
  EXPECT_FALSE(clock.take_round({99}));
  EXPECT_TRUE(clock.take_round({199}));
  EXPECT_EQ(clock.round_at(), base::SteadyMs{200});
  EXPECT_TRUE(clock.take_round({300}));
  EXPECT_EQ(clock.round_at(), base::SteadyMs{400});
  EXPECT_FALSE(clock.take_round({300}));
}

TEST(ClockC21, NeverReadsLessThanNothing) {
  SessionClock clock;
  clock.start_rounds({0}, 100);
  clock.start_timer({0}, 50);
  EXPECT_EQ(clock.read({70}).timer->left_ms, 0);
  EXPECT_EQ(clock.read({170}).round->left_ms, 0);
}

}  // namespace
}  // namespace durf::session::testing
