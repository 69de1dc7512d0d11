// SPDX-License-Identifier: MIT
// The end of a session: what comes out, what goes on, what is over; closing; and the settings that decide
// about it.
#include <gtest/gtest.h>

#include "domain/gathering.hpp"

namespace durf::domain::testing {
namespace {

TEST(EndSessionE1, FromLobbyAndLive) {
  for (const bool lobby : {true, false}) {
    Gathering gathering = lobby ? in_the_lobby() : gone_live();
    EXPECT_EQ(gathering.give(facilitator(), EndSession{some_day}), "accepted");
    EXPECT_EQ(gathering.last, (Events{SessionEnded{some_day}}));
    EXPECT_EQ(gathering.state.phase, Phase::ended);
    EXPECT_EQ(gathering.state.definition.ended_day, some_day);
  }
}

TEST(EndSessionE1, EndingAndGoingLiveAgainShowsNothingOfTheHat) {
  Gathering gathering = gone_live();
  gathering.give(participant(1), submit(1, 1));
  for (int times = 0; times < 5; ++times) {
    gathering.give(facilitator(), EndSession{some_day});
    gathering.give(facilitator(), GoLive{});
    EXPECT_EQ(gathering.at(1).status, QuestionStatus::held);
    EXPECT_EQ(gathering.at(1).waits, 0u);
  }
}

TEST(EndSessionE1, WhatIsInTheHatComesOutInItsTime) {
  Gathering gathering = with_open({1});
  gathering.give(participant(2), submit(2, 2));
  gathering.give(stage(), ask_back(1));
  gathering.give(participant(1), reply_to(1, 0, 1));
  gathering.give(participant(9), upvote(1, 9, 1));
  gathering.give(facilitator(), EndSession{some_day});
  for (std::uint32_t round = 0; round < limits::round_waits_max; ++round) {
    gathering.pass_round();
    EXPECT_EQ(gathering.at(2).status, QuestionStatus::held);
  }
  gathering.pass_round();
  EXPECT_EQ(gathering.at(2).status, QuestionStatus::open);
  EXPECT_EQ(gathering.at(1).exchanges[0].status, ReplyStatus::open);
  EXPECT_EQ(gathering.at(1).shown_support, 2u);
}

TEST(CloseSessionE6, WhatIsStillInTheHatComesOutFirst) {
  Gathering gathering = with_open({1});
  gathering.give(stage(), ask_back(1));
  gathering.give(participant(1), reply_to(1, 0, 1));
  gathering.give(participant(2), submit(2, 2));
  gathering.give(facilitator(), EndSession{some_day});
  EXPECT_EQ(gathering.give(facilitator(), CloseSession{}), "accepted");
  EXPECT_EQ(gathering.at(2).status, QuestionStatus::open);
  EXPECT_EQ(gathering.at(1).exchanges[0].status, ReplyStatus::open);
}

TEST(EndSessionE2, NothingIsBeingAnsweredAndNoTimerRuns) {
  Gathering gathering = with_open({1});
  gathering.give(stage(), HighlightQuestion{question(1)});
  gathering.give(stage(), StartTimer{60'000});
  gathering.give(facilitator(), EndSession{some_day});
  EXPECT_TRUE(gathering.state.highlighted.empty());
  EXPECT_EQ(gathering.at(1).status, QuestionStatus::open);
  EXPECT_EQ(gathering.state.timer_ms, 0);
  EXPECT_EQ(gathering.give(stage(), HighlightQuestion{question(1)}), "too_late");
}

TEST(EndSessionE3, OnlyOnce) {
  Gathering gathering = ended_with({1});
  EXPECT_EQ(gathering.give(facilitator(), EndSession{some_day}), "not_now");
}

TEST(EndSessionE4, AskingAndSupportingAreOver) {
  Gathering gathering = ended_with({1});
  EXPECT_EQ(gathering.give(participant(9), submit(9, 9)), "too_late");
  EXPECT_EQ(gathering.give(participant(9), submit(9, 9, "")), "too_late");
  EXPECT_EQ(gathering.give(participant(9), upvote(1, 9, 1)), "too_late");
  EXPECT_EQ(gathering.give(participant(9), upvote(8, 9, 1)), "unknown_question");
}

TEST(EndSessionE5, AnsweringModeratingAndWithdrawingGoOn) {
  Gathering gathering = ended_with({1, 2, 3, 4});
  EXPECT_EQ(gathering.give(facilitator(), write_answer(1, "In writing.")), "accepted");
  EXPECT_EQ(gathering.give(facilitator(), MarkAnswered{question(1)}), "accepted");
  EXPECT_EQ(gathering.give(participant(1), judge(1, 1, Verdict::partly)), "accepted");
  EXPECT_EQ(gathering.give(participant(1), wish_hidden(1, 1)), "accepted");
  EXPECT_EQ(gathering.give(facilitator(), ask_back(2)), "accepted");
  EXPECT_EQ(gathering.give(participant(2), reply_to(2, 0, 2)), "accepted");
  EXPECT_EQ(gathering.give(moderator(), RefuseQuestion{question(3), Reason::traceable}), "accepted");
  EXPECT_EQ(gathering.give(participant(4), withdraw(4, 4)), "accepted");
  for (int round = 0; round < 3; ++round) EXPECT_EQ(gathering.pass_round(), "accepted");
  EXPECT_EQ(gathering.at(2).exchanges[0].status, ReplyStatus::open);
}

TEST(CloseSessionE6, OnlyAfterTheEnd) {
  Gathering gathering = with_open({1});
  EXPECT_EQ(gathering.give(facilitator(), CloseSession{}), "not_now");
  gathering.give(facilitator(), OpenLobby{});
  EXPECT_EQ(gathering.give(facilitator(), CloseSession{}), "not_now");
  Gathering ended = ended_with({1});
  EXPECT_EQ(ended.give(facilitator(), CloseSession{}), "accepted");
  EXPECT_EQ(ended.last, Events{SessionClosed{}});
}

TEST(EndSessionE7, OfARehearsalIsNotItsLastWord) {
  Definition definition = a_definition();
  definition.rehearsal = true;
  Gathering gathering(definition);
  EXPECT_EQ(gathering.give(facilitator(), EndSession{some_day}), "accepted");
  EXPECT_EQ(gathering.give(facilitator(), BeginForReal{}), "accepted");
  EXPECT_EQ(gathering.state.phase, Phase::lobby);
  EXPECT_EQ(gathering.state.definition.ended_day, 0);
}

TEST(RenameSessionE8, UnderTheRulesOfATitle) {
  Gathering gathering = in_the_lobby();
  const auto rename = [&](std::string title) {
    return gathering.give(facilitator(), RenameSession{{.language = Language::nl, .text = std::move(title)}});
  };
  EXPECT_EQ(rename(" "), "text_empty");
  EXPECT_EQ(rename("a\nb"), "text_forbidden");
  EXPECT_EQ(rename(std::string(241, 'a')), "text_too_long max=240");
  EXPECT_EQ(rename("Durf te Vragen"), "without effect");
  EXPECT_EQ(rename("Durf nu"), "accepted");
  EXPECT_EQ(gathering.state.definition.title.text, "Durf nu");
}

TEST(ChangeJoinCodeE9, TakesTheShellsCode) {
  Gathering gathering = in_the_lobby();
  EXPECT_EQ(gathering.give(facilitator(), ChangeJoinCode{"482913"}), "without effect");
  EXPECT_EQ(gathering.give(facilitator(), ChangeJoinCode{"123456"}), "accepted");
  EXPECT_EQ(gathering.state.definition.join_code, "123456");
}

TEST(SetKeepDaysE10, WithinItsLimits) {
  Gathering gathering = in_the_lobby();
  for (const std::int32_t days : {-1, 0, 91})
    EXPECT_EQ(gathering.give(facilitator(), SetKeepDays{days}), "out_of_range min=1 max=90");
  EXPECT_EQ(gathering.give(facilitator(), SetKeepDays{14}), "without effect");
  EXPECT_EQ(gathering.give(facilitator(), SetKeepDays{90}), "accepted");
  EXPECT_EQ(gathering.state.definition.keep_days, 90);
}

TEST(SetResultsLinkE11, MadeRenewedAndTakenAway) {
  Gathering gathering = in_the_lobby();
  const auto set = [&](Number secret) {
    return gathering.give(facilitator(), SetResultsLink{.secret = numbered<ResultsSecret>(secret),
                                                        .secret_hash = numbered<SecretHash>(secret + 100)});
  };
  EXPECT_EQ(set(0), "without effect");
  EXPECT_EQ(set(1), "accepted");
  EXPECT_EQ(gathering.state.results, numbered<ResultsSecret>(1));
  EXPECT_EQ(gathering.state.definition.results_hash, numbered<SecretHash>(101));
  EXPECT_EQ(set(1), "without effect");
  EXPECT_EQ(set(2), "accepted");
  EXPECT_EQ(set(0), "accepted");
  EXPECT_TRUE(gathering.state.results.empty());
  EXPECT_TRUE(gathering.state.definition.results_hash.empty());
}

TEST(SetResultsLinkE12, TheRoomIsGivenItAtTheEnd) {
  Gathering gathering = with_open({1});
  gathering.give(facilitator(), SetResultsLink{.secret = numbered<ResultsSecret>(1),
                                               .secret_hash = numbered<SecretHash>(1)});
  const auto given = [&](Audience audience) {
    return gathering.view(audience).at({Collection::session, ""}).at("results") != Value(std::string());
  };
  for (const Audience audience : all_audiences) EXPECT_EQ(given(audience), audience == Audience::facilitator);
  gathering.give(facilitator(), EndSession{some_day});
  for (const Audience audience : all_audiences) EXPECT_TRUE(given(audience));
}

}  // namespace
}  // namespace durf::domain::testing
