// SPDX-License-Identifier: MIT
// When the hat opens, what waits, and what is told by a round that passes.
#include <gtest/gtest.h>

#include <algorithm>

#include "domain/gathering.hpp"

namespace durf::domain::testing {
namespace {

std::vector<QuestionId> released(const Gathering& gathering) {
  EXPECT_EQ(gathering.last.size(), 1u);
  return std::get<RoundPassed>(gathering.last.at(0)).released;
}

void ask(Gathering& gathering, Number first, Number last) {
  for (Number number = first; number <= last; ++number)
    ASSERT_EQ(gathering.give(participant(number), submit(number, number)), "accepted");
}

TEST(PassRoundR1, NotInTheLobby) {
  Gathering gathering = in_the_lobby();
  ask(gathering, 1, 3);
  EXPECT_EQ(gathering.pass_round(), "not_now");
  EXPECT_EQ(gathering.at(1).status, QuestionStatus::held);
}

TEST(PassRoundR2, ThreeTokensOpenTheHat) {
  Gathering gathering = gone_live();
  ask(gathering, 1, 2);
  gathering.pass_round();
  EXPECT_TRUE(released(gathering).empty());
  ask(gathering, 3, 3);
  EXPECT_EQ(gathering.pass_round(), "accepted");
  EXPECT_EQ(released(gathering).size(), 3u) << "those that waited come out with the rest";
  for (const auto& [id, question] : gathering.state.questions)
    EXPECT_EQ(question.status, QuestionStatus::open);
}

TEST(PassRoundR2, WithdrawnQuestionsDoNotHelp) {
  Gathering gathering = gone_live();
  ask(gathering, 1, 3);
  gathering.give(participant(3), withdraw(3, 3));
  gathering.pass_round();
  EXPECT_TRUE(released(gathering).empty());
}

TEST(PassRoundR3, AfterTwoWaitsWhatIsThereComesOut) {
  Gathering gathering = gone_live();
  ask(gathering, 1, 1);
  gathering.pass_round();
  gathering.pass_round();
  EXPECT_EQ(gathering.at(1).waits, 2u);
  ask(gathering, 2, 2);
  EXPECT_EQ(gathering.pass_round(), "accepted");
  EXPECT_EQ(released(gathering).size(), 2u) << "the newer one comes out with it";
}

TEST(PassRoundR3, AlsoAfterARestart) {
  Gathering gathering = gone_live();
  ask(gathering, 1, 5);
  gathering.presence = Presence{};
  gathering.pass_round();
  gathering.pass_round();
  EXPECT_TRUE(released(gathering).empty());
  gathering.pass_round();
  EXPECT_EQ(released(gathering).size(), 5u);
}

TEST(PassRoundR4, WhatIsHeldWaitsAndIsAnnounced) {
  Gathering gathering = gone_live();
  ask(gathering, 1, 1);
  EXPECT_EQ(gathering.pass_round(), "accepted");
  EXPECT_EQ(gathering.at(1).waits, 1u);
  EXPECT_TRUE(gathering.at(1).announced);
  ask(gathering, 2, 2);
  gathering.pass_round();
  EXPECT_EQ(gathering.at(1).waits, 2u);
  EXPECT_EQ(gathering.at(2).waits, 1u);
  EXPECT_TRUE(gathering.at(2).announced);
}

TEST(PassRoundR5, TheOrderFollowsFromTheEntropyAlone) {
  const auto order = [](const Entropy& entropy, bool backwards) {
    Gathering gathering = gone_live();
    for (Number n = 1; n <= 20; ++n) {
      const Number number = backwards ? 21 - n : n;
      gathering.give(participant(100 - number), submit(number, 100 - number));
    }
    gathering.pass_round(entropy);
    return released(gathering);
  };
  EXPECT_EQ(order({5, 6, 7, 8}, false), order({5, 6, 7, 8}, true)) << "arrival does not matter";
  EXPECT_NE(order({5, 6, 7, 8}, false), order({5, 6, 7, 9}, false)) << "the entropy does";
}

TEST(PassRoundR6, MovedSupportPassesTheRound) {
  Gathering gathering = gone_live();
  gathering.bring_out({1});
  gathering.pass_round();
  const std::uint32_t round = gathering.state.round;
  gathering.give(participant(2), upvote(1, 2, 1));
  EXPECT_EQ(gathering.pass_round(), "accepted");
  EXPECT_TRUE(released(gathering).empty());
  EXPECT_EQ(gathering.at(1).shown_support, 2u);
  EXPECT_EQ(gathering.state.round, round + 1);
}

TEST(PassRoundR6, SoDoesWhatBecameOfQuestions) {
  Gathering gathering = gone_live();
  gathering.bring_out({1, 2, 3});
  const auto tally = [&] { return gathering.state.shown_tally; };
  EXPECT_EQ(tally(), (Tally{.received = 3, .shown = 3, .answered = 0, .merged = 0, .refused = {}}));
  gathering.give(moderator(), RefuseQuestion{question(1), Reason::unclear});
  gathering.give(stage(), MarkAnswered{question(2)});
  gathering.give(participant(3), withdraw(3, 3));
  EXPECT_EQ(tally().received, 3u) << "as of the last round";
  EXPECT_EQ(gathering.pass_round(), "accepted");
  EXPECT_EQ(
      tally(),
      (Tally{.received = 2, .shown = 1, .answered = 1, .merged = 0, .refused = {{Reason::unclear, 1}}}));
  EXPECT_EQ(gathering.pass_round(), "without effect");
}

TEST(PassRoundR7, NothingToTellIsNoEvent) {
  Gathering gathering = gone_live();
  EXPECT_EQ(gathering.pass_round(), "without effect");
  gathering.bring_out({1});
  const State before = gathering.state;
  EXPECT_EQ(gathering.pass_round(), "without effect");
  gathering.give(participant(2), upvote(1, 2, 1));
  gathering.give(participant(2), upvote(1, 2, 2, false));
  EXPECT_EQ(gathering.pass_round(), "without effect") << "taken back before anyone saw it";
  EXPECT_EQ(gathering.state.round, before.round);
}

TEST(PassRoundR8, ReleasedQuestionsShowTheirSupportAtOnce) {
  Gathering gathering = gone_live();
  gathering.bring_out({1});
  gathering.give(participant(9), upvote(1, 9, 1));
  ask(gathering, 2, 4);
  const std::uint32_t round = gathering.state.round;
  gathering.pass_round();
  EXPECT_EQ(gathering.state.round, round + 1);
  EXPECT_EQ(gathering.at(1).shown_support, 2u);
  for (const Number number : {2u, 3u, 4u}) EXPECT_EQ(gathering.at(number).shown_support, 1u);
}

TEST(PassRoundR9, ReleasedQuestionsCarryRoundAndPlace) {
  Gathering gathering = gone_live();
  gathering.bring_out({1});
  const std::uint32_t round = gathering.state.round;
  ask(gathering, 2, 6);
  gathering.pass_round();
  const auto order = released(gathering);
  ASSERT_EQ(order.size(), 5u);
  for (std::uint32_t place = 0; place < order.size(); ++place) {
    const Question& question = gathering.state.questions.at(order[place]);
    EXPECT_EQ(question.round, round);
    EXPECT_EQ(question.place, place);
    EXPECT_FALSE(question.announced);
  }
}

TEST(LengthenRoundsR10, OnlyLonger) {
  Gathering gathering = gone_live();
  EXPECT_EQ(gathering.give(facilitator(), LengthenRounds{19'999}), "only_longer min=20000");
  EXPECT_EQ(gathering.give(facilitator(), LengthenRounds{0}), "only_longer min=20000");
  EXPECT_EQ(gathering.give(facilitator(), LengthenRounds{20'000}), "without effect");
  EXPECT_EQ(gathering.give(facilitator(), LengthenRounds{20'001}), "accepted");
  EXPECT_EQ(gathering.give(facilitator(), LengthenRounds{20'000}), "only_longer min=20001");
  EXPECT_EQ(gathering.state.definition.round_ms, 20'001);
}

TEST(LengthenRoundsR11, NotBeyondTheLimit) {
  Gathering gathering = gone_live();
  EXPECT_EQ(gathering.give(facilitator(), LengthenRounds{600'001}), "out_of_range min=20000 max=600000");
  EXPECT_EQ(gathering.give(facilitator(), LengthenRounds{600'000}), "accepted");
}

}  // namespace
}  // namespace durf::domain::testing
