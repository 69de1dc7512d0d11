// SPDX-License-Identifier: MIT
// Lobby, live, rehearsal; the screen and the timer.
#include <gtest/gtest.h>

#include "domain/gathering.hpp"

namespace durf::domain::testing {
namespace {

TEST(GoLiveP1, LeavesTheLobbyAndClosesTheJoinPanel) {
  Gathering gathering = in_the_lobby();
  EXPECT_EQ(gathering.give(facilitator(), GoLive{}), "accepted");
  EXPECT_EQ(gathering.state.phase, Phase::live);
  EXPECT_FALSE(gathering.state.screen.join_panel);
}

TEST(GoLiveP1, LeadsBackFromTheEnd) {
  Gathering gathering = ended_with({1});
  EXPECT_EQ(gathering.give(facilitator(), GoLive{}), "accepted");
  EXPECT_EQ(gathering.state.phase, Phase::live);
  EXPECT_EQ(gathering.state.definition.ended_day, 0);
  EXPECT_EQ(gathering.give(participant(9), submit(9, 9)), "accepted");
}

TEST(GoLiveP2, WhatIsTheCaseCannotBeWishedAgain) {
  Gathering gathering = in_the_lobby();
  EXPECT_EQ(gathering.give(facilitator(), OpenLobby{}), "not_now");
  gathering.give(facilitator(), GoLive{});
  EXPECT_EQ(gathering.give(facilitator(), GoLive{}), "not_now");
  Gathering ended = ended_with({1});
  EXPECT_EQ(ended.give(facilitator(), OpenLobby{}), "not_now");
}

TEST(OpenLobbyP3, LeavesQuestionsAndScreenAsTheyAre) {
  Gathering gathering = gone_live();
  gathering.bring_out({1, 2, 3});
  const Screen screen{.blank = true, .join_panel = true};
  gathering.give(facilitator(), SetScreen{.blank = screen.blank, .join_panel = screen.join_panel});
  const auto questions = gathering.state.questions;
  EXPECT_EQ(gathering.give(facilitator(), OpenLobby{}), "accepted");
  EXPECT_EQ(gathering.state.phase, Phase::lobby);
  EXPECT_EQ(gathering.state.questions, questions);
  EXPECT_EQ(gathering.state.screen, screen);
}

TEST(BeginForRealP4, KeepsTheDefinitionAndNothingElse) {
  for (const bool lobby : {true, false}) {
    Definition definition = a_definition();
    definition.rehearsal = true;
    definition.lobby = lobby;
    Gathering gathering(definition);
    if (lobby) gathering.give(facilitator(), GoLive{});
    gathering.bring_out({1, 2, 3});
    gathering.give(participant(4), submit(4, 4));
    gathering.give(facilitator(), HighlightQuestion{question(1)});
    gathering.give(facilitator(), StartTimer{60'000});
    gathering.give(moderator(), SetModeration{true});
    gathering.give(facilitator(), SetResultsLink{.secret = numbered<ResultsSecret>(1),
                                                 .secret_hash = numbered<SecretHash>(1)});
    gathering.give(facilitator(), EndSession{some_day});
    gathering.give(facilitator(), LengthenRounds{30'000});
    gathering.give(facilitator(),
                   CreateLink{.link = link(3), .role = Role::presenter, .label = "", .secret_hash = {}});
    domain::apply(gathering.state, CommandAccepted{numbered<CommandId>(1)});
    EXPECT_EQ(gathering.give(facilitator(), BeginForReal{}), "accepted");

    Definition kept = definition;
    kept.rehearsal = false;
    kept.moderation = true;
    kept.round_ms = 30'000;
    kept.links[link(3)] = Link{.role = Role::presenter, .label = "", .secret_hash = {}};
    EXPECT_EQ(gathering.state, Gathering(kept).state);
    EXPECT_EQ(gathering.give(participant(4), submit(4, 4)), "accepted") << "slots are free";
  }
}

TEST(BeginForRealP5, OnlyInARehearsal) {
  Gathering gathering = in_the_lobby();
  EXPECT_EQ(gathering.give(facilitator(), BeginForReal{}), "not_now");
}

TEST(SetScreenP6, SetsBothAtOnce) {
  Gathering gathering = gone_live();
  EXPECT_EQ(gathering.give(facilitator(), SetScreen{.blank = true, .join_panel = true}), "accepted");
  EXPECT_EQ(gathering.state.screen, (Screen{.blank = true, .join_panel = true}));
  EXPECT_EQ(gathering.give(facilitator(), SetScreen{.blank = true, .join_panel = true}), "without effect");
  EXPECT_EQ(gathering.give(facilitator(), SetScreen{.blank = true, .join_panel = false}), "accepted");
  EXPECT_EQ(gathering.state.screen, (Screen{.blank = true, .join_panel = false}));
}

TEST(StartTimerP7, TakesALengthWithinItsLimits) {
  Gathering gathering = in_the_lobby();
  const std::string refusal = "out_of_range min=5000 max=14400000";
  EXPECT_EQ(gathering.give(facilitator(), StartTimer{4'999}), refusal);
  EXPECT_EQ(gathering.give(facilitator(), StartTimer{14'400'001}), refusal);
  EXPECT_EQ(gathering.state.timer_ms, 0);
  EXPECT_EQ(gathering.give(facilitator(), StartTimer{5'000}), "accepted");
  EXPECT_EQ(gathering.give(facilitator(), StartTimer{14'400'000}), "accepted");
  EXPECT_EQ(gathering.state.timer_ms, 14'400'000);
}

TEST(StartTimerP7, ARunningOneStartsAnew) {
  Gathering gathering = in_the_lobby();
  gathering.give(facilitator(), StartTimer{60'000});
  EXPECT_EQ(gathering.give(facilitator(), StartTimer{60'000}), "accepted");
}

TEST(StopTimerP8, StopsOnce) {
  Gathering gathering = in_the_lobby();
  EXPECT_EQ(gathering.give(facilitator(), StopTimer{}), "without effect");
  gathering.give(facilitator(), StartTimer{60'000});
  EXPECT_EQ(gathering.give(facilitator(), StopTimer{}), "accepted");
  EXPECT_EQ(gathering.state.timer_ms, 0);
}

}  // namespace
}  // namespace durf::domain::testing
