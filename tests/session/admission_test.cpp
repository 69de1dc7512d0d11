// SPDX-License-Identifier: MIT
// Shown here: what a session refuses at the door, so that nobody can make it hold or do too much.
#include <gtest/gtest.h>

#include <algorithm>

#include "durf/domain/limits.hpp"
#include "durf/session/code_budget.hpp"
#include "durf/session/limits.hpp"
#include "session/room.hpp"

namespace durf::session::testing {
namespace {

namespace limits = domain::limits;

TEST(DoorC23, ParticipantsAreLimitedAndAPlaceComesFree) {
  CoreSettings settings;
  settings.participants_max = 2;
  Room room(a_definition(), settings);
  room.join(1);
  room.join(2);
  EXPECT_EQ(room.join(3), Lines{"close 3 session_full"});
  EXPECT_EQ(room.command(3, 7, submit(1, 3)), Lines{});
  room.leave(3);
  EXPECT_EQ(room.join(4), Lines{"close 4 session_full"}) << "who was refused does not free a place";
  room.leave(1);
  EXPECT_EQ(room.join(5), Lines{"send 5 attach participant: welcome, snapshot 0, clock"});
}

TEST(DoorC23, DesksAreLimitedByThemselves) {
  CoreSettings settings;
  settings.participants_max = 0;
  Room room(a_definition(), settings);
  for (Number i = 0; i < limits::desk_connections_max; ++i)
    EXPECT_EQ(room.join(200 + i, i < 5 ? presenter() : facilitator()).size(), 1U);
  EXPECT_EQ(room.join(300, facilitator()), Lines{"close 300 session_full"});
  room.leave(200);
  EXPECT_EQ(room.join(301, facilitator()).front().substr(0, 8), "send 301");
}

TEST(DoorC44, TheLastPlacesForDesksAreForFacilitatorsSoThatALinkCanBeTakenBack) {
  Room room(live_definition());
  const Number others = limits::desk_connections_max - desks_kept_for_facilitators;
  for (Number i = 0; i < others; ++i)
    EXPECT_EQ(room.join(200 + i, i % 2 == 0 ? presenter() : moderator()).back().substr(0, 4), "send");
  for (const auto& actor : {presenter(), moderator(), stage()})
    EXPECT_EQ(room.join(300, actor), Lines{"close 300 session_full"});
  for (Number i = 0; i < desks_kept_for_facilitators; ++i)
    EXPECT_EQ(room.join(400 + i, facilitator()).back().substr(0, 8), "send " + std::to_string(400 + i));
  EXPECT_EQ(room.done(400, 7, domain::RevokeLink{link(2)}).back().substr(0, 6), "close ");
  EXPECT_EQ(room.core->crowd().desks, static_cast<std::int64_t>(others / 2 + desks_kept_for_facilitators));
  EXPECT_EQ(room.join(301, moderator()).back().substr(0, 8), "send 301");
}

TEST(TokenM10, HasSoManyConnectionsAndWithAnotherOneItsOldestGoes) {
  CoreSettings settings;
  settings.participants_max = token_connections_max + 1;
  Room room(a_definition(), settings);
  room.join(2);
  // Not in the order of their numbers: those of two shards tell nothing about age.
  for (Number i = 0; i < token_connections_max; ++i) EXPECT_EQ(room.join(300 - i, participant(1)).size(), 1U);
  EXPECT_EQ(room.join(400, participant(1)),
            (Lines{"close 300 too_much", "send 400 attach participant: welcome, snapshot 0, clock"}))
      << "even when the session is full";
  EXPECT_EQ(room.command(300, 7, submit(1, 1)), Lines{}) << "it has no say any more";
  EXPECT_EQ(room.leave(300), Lines{});
  EXPECT_EQ(room.join(401, participant(1)).front(), "close 299 too_much");
  EXPECT_EQ(room.core->presence().people, 2U);
  room.leave(401);
  EXPECT_EQ(room.join(402, participant(1)).size(), 1U) << "who leaves makes room";
  EXPECT_EQ(room.core->crowd().participants, static_cast<std::int64_t>(token_connections_max) + 1);
}

TEST(TokenM10, CannotFillTheSession) {
  CoreSettings settings;
  settings.participants_max = 3 * token_connections_max;
  Room room(a_definition(), settings);
  for (Number i = 0; i < 1'000; ++i) room.join(1'000 + i, participant(1));
  EXPECT_EQ(room.core->crowd().participants, static_cast<std::int64_t>(token_connections_max));
  EXPECT_EQ(room.join(2).back().substr(0, 6), "send 2");
  for (Number i = 0; i < 1'000; ++i) room.leave(1'000 + i);
  EXPECT_EQ(room.core->crowd().participants, 1);
  EXPECT_EQ(room.core->presence().people, 1U);
}

TEST(TokenM10, WhoIsSentAwayBeforeBeingServedIsNotServed) {
  Room room;
  room.join(desk, facilitator());
  room.command(desk, 7, domain::GoLive{});
  for (Number i = 0; i <= token_connections_max; ++i) room.join(300 + i, participant(1));
  room.drained(300);
  const Lines lines = room.durable();
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "close 300 too_much"), 1);
  EXPECT_EQ(std::count_if(lines.begin(), lines.end(), [](const auto& line) { return line.starts_with("send 30"); }),
            static_cast<std::ptrdiff_t>(token_connections_max));
}

TEST(InboxC24, WhatCannotWaitIsRefusedAtOnce) {
  Room room;
  room.join(1);
  room.join(desk, facilitator());
  room.command(desk, 7, domain::GoLive{});
  for (std::size_t i = 0; i < limits::inbox_max; ++i) room.command(1, 1'000, withdraw(9, 1));
  EXPECT_EQ(room.command(1, 8, withdraw(9, 1)), Lines{"send 1: no 8 too_fast"});
  EXPECT_EQ(room.join(2), Lines{"close 2 resync"});
  EXPECT_EQ(room.drained(desk), Lines{"close 100 resync"});
  EXPECT_EQ(room.order(domain::StopTimer{}), Lines{});
  EXPECT_EQ(room.leave(1), Lines{}) << "departures always fit";
  room.durable();
  EXPECT_EQ(room.core->presence().people, 0U);
}

TEST(RateC25, OnePhoneIsBoundedAcrossItsTabsAndNobodyElseNotices) {
  Room room;
  room.join(1);
  room.join(11, participant(1));
  room.join(2);
  for (Number i = 0; i < limits::commands_burst_max; ++i)
    EXPECT_EQ(room.command(i % 2 == 0 ? 1 : 11, 100 + i, withdraw(9, 1)).size(), 1U);
  EXPECT_EQ(room.command(11, 7, withdraw(9, 1)), Lines{"send 11: no 7 too_fast"});
  EXPECT_EQ(room.command(2, 8, withdraw(9, 2)), Lines{"send 2: no 8 unknown_question"});
  room.leave(1);
  room.leave(11);
  room.join(12, participant(1));
  EXPECT_EQ(room.command(12, 9, withdraw(9, 1)), Lines{"send 12: no 9 too_fast"})
      << "coming back refreshes nothing";
  room.pass(1'000);
  for (Number i = 0; i < limits::commands_per_second; ++i)
    EXPECT_EQ(room.command(12, 300 + i, withdraw(9, 1)).front(),
              "send 12: no " + std::to_string(300 + i) + " unknown_question");
  EXPECT_EQ(room.command(12, 400, withdraw(9, 1)), Lines{"send 12: no 400 too_fast"});
}

TEST(RateC25, DesksAreNotSlowed) {
  Room room;
  room.join(desk, facilitator());
  for (Number i = 0; i < 3 * limits::commands_burst_max; ++i)
    EXPECT_EQ(room.command(desk, 100 + i, domain::OpenLobby{}),
              Lines{"send 100: no " + std::to_string(100 + i) + " not_now"});
}

TEST(RememberedCommandsC40, OverTheirLimitParticipantsAreToldTooFastAndOnlyThey) {
  CoreSettings settings;
  settings.commands_accepted_max = 2;
  Room room(a_definition(), settings);
  for (const Number person : {1, 2, 3}) room.join(person);
  room.join(desk, facilitator());
  room.done(1, 11, submit(1, 1));
  EXPECT_EQ(room.command(2, 12, submit(2, 2)), Lines{"append 3 extend"}) << "the last one";
  room.command(3, 13, submit(3, 3));  // in the batch behind it
  EXPECT_EQ(room.durable(), (Lines{"send 2: ok 12 with a receipt", "send 3: no 13 too_fast"}));
  EXPECT_EQ(room.command(1, 14, withdraw(9, 1)), Lines{"send 1: no 14 too_fast"})
      << "nothing is looked at that could not be remembered";
  EXPECT_EQ(room.command(2, 12, submit(2, 2)), Lines{"send 2: ok 12 with a receipt"}) << "a page that asks again";
  EXPECT_EQ(room.done(desk, 20, domain::GoLive{}).front(), "append 4 extend");
  EXPECT_EQ(room.state().phase, domain::Phase::live);
  EXPECT_EQ(room.command(3, 13, submit(3, 3)), Lines{"send 3: no 13 too_fast"});
}

/// Guesses as fast as it is allowed for ten minutes, from whatever moment is the best one; how many were
/// answered.
double guesses_in_ten_minutes(std::size_t sessions, std::int64_t warm_up_ms) {
  CodeBudget budget;
  EXPECT_TRUE(budget.open({0}, sessions));
  double guesses = 0;
  constexpr std::int64_t window_ms = 10 * 60 * 1'000;
  for (std::int64_t now = warm_up_ms; now < warm_up_ms + window_ms; ++now) {
    while (budget.open({now}, sessions)) {
      budget.spend();
      ++guesses;
    }
  }
  return guesses;
}

TEST(CodeBudgetC28, HitsNobodyByGuessing) {
  for (const std::size_t sessions : {1U, 10U, 11U, 200U}) {
    for (const std::int64_t warm_up_ms : {0, 3'600'000}) {
      // Codes get eight digits when more than ten sessions are open; the ten before them keep their six.
      const double six_digits = static_cast<double>(std::min<std::size_t>(sessions, 10)) / 1'000'000;
      const double expected_hits = guesses_in_ten_minutes(sessions, warm_up_ms) * six_digits;
      EXPECT_LT(expected_hits, 0.01) << sessions << " sessions";
      EXPECT_GT(guesses_in_ten_minutes(sessions, warm_up_ms), 9'000.0 / static_cast<double>(sessions))
          << "typing errors of a whole room must still fit";
    }
  }
}

TEST(CodeBudgetC28, IsUsedUpAndFillsAgain) {
  CodeBudget budget;
  while (budget.open({0}, 10)) budget.spend();
  EXPECT_FALSE(budget.open({500}, 10));
  EXPECT_TRUE(budget.open({2'000}, 10));
}

TEST(CodeBudgetC28, WhatWasLookedUpAndFoundCostsNothing) {
  CodeBudget budget;
  for (int i = 0; i < 20'000; ++i) ASSERT_TRUE(budget.open({0}, 200));
}

}  // namespace
}  // namespace durf::session::testing
