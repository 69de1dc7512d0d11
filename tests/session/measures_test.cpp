// SPDX-License-Identifier: MIT
// Shown here: what a core counts, and when it may be told.
#include "durf/session/measures.hpp"

#include <gtest/gtest.h>

#include "session/room.hpp"

namespace durf::session::testing {
namespace {

std::uint64_t commands(const Measures& measures, Side side, Outcome outcome) {
  return measures.commands[static_cast<std::size_t>(side)][static_cast<std::size_t>(outcome)];
}

void pass_a_round(Room& room) {
  room.go_to((room.now.value / 20'000 + 1) * 20'000);
  room.wake_up();
  while (room.pending) room.durable();
}

TEST(MeasuresOP4, ALoneQuestionIsNotToldBeforeItComesOut) {
  Room room(live_definition());
  room.join(1);
  room.done(1, 11, submit(1, 1));
  EXPECT_FALSE(room.core->take_release());
  pass_a_round(room);
  EXPECT_EQ(room.state().round, 2U) << "the round passed, and the question waits";
  EXPECT_FALSE(room.core->take_release());
  for (int waits = 0; waits < 2; ++waits) pass_a_round(room);
  EXPECT_EQ(room.state().questions.begin()->second.status, domain::QuestionStatus::open);
  EXPECT_TRUE(room.core->take_release());
  EXPECT_FALSE(room.core->take_release()) << "told once";
}

TEST(MeasuresOP4, ARoundThatFindsNothingToShowTellsNothing) {
  Room room(live_definition());
  room.join(1);
  pass_a_round(room);
  EXPECT_FALSE(room.core->take_release());
}

TEST(MeasuresOP5, CommandsAreCountedBySideAndOutcomeOnly) {
  Room room(live_definition());
  for (const Number person : {1, 2}) room.join(person);
  room.join(desk, facilitator());
  room.done(1, 11, submit(1, 1));
  room.command(1, 12, submit(2, 1));  // one per round
  room.done(desk, 13, domain::SetScreen{true, false});
  room.command(2, 14, submit(3, 2));
  room.disk_full();
  const Measures measures = room.core->take_measures();
  EXPECT_EQ(commands(measures, Side::participants, Outcome::accepted), 1U);
  EXPECT_EQ(commands(measures, Side::participants, Outcome::refused), 1U);
  EXPECT_EQ(commands(measures, Side::participants, Outcome::disk_full), 1U);
  EXPECT_EQ(commands(measures, Side::desks, Outcome::accepted), 1U);
  EXPECT_EQ(measures.joins, (std::array<std::uint64_t, sides>{2, 1}));
  EXPECT_EQ(room.core->crowd(), (Crowd{2, 1}));
  EXPECT_EQ(room.core->take_measures(), Measures{}) << "taken is taken";
}

TEST(MeasuresOP5, WhoIsTurnedAwayIsCounted) {
  CoreSettings settings;
  settings.participants_max = 1;
  Room room(live_definition(), settings);
  for (const Number person : {1, 2}) room.join(person);
  EXPECT_EQ(room.core->take_measures().turned_away, 1U);
  EXPECT_EQ(room.core->crowd(), (Crowd{1, 0}));
}

TEST(AppendTimes, EveryTimeFallsIntoTheFirstBucketThatHoldsIt) {
  AppendTimes times;
  for (const std::int64_t ms : {0, 1, 2, 3, 1'000, 1'001}) times.observe(ms);
  EXPECT_EQ(times.counts, (std::array<std::uint64_t, 11>{2, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1}));
  EXPECT_EQ(times.sum_ms, 2'007U);
}

TEST(Measures, AddUp) {
  Measures one;
  one.count_command(Side::desks, Outcome::accepted);
  one.count_append(log::AppendOutcome::durable, 3);
  one.joins = {1, 2};
  one.turned_away = one.rounds = one.frames = one.bugs = 4;
  Measures two = one;
  two += one;
  EXPECT_EQ(commands(two, Side::desks, Outcome::accepted), 2U);
  EXPECT_EQ(two.appends.counts[2], 2U);
  EXPECT_EQ(two.append_outcomes[0], 2U);
  EXPECT_EQ(two.joins, (std::array<std::uint64_t, sides>{2, 4}));
  EXPECT_EQ(two.turned_away + two.rounds + two.frames + two.bugs, 32U);
}

}  // namespace
}  // namespace durf::session::testing
