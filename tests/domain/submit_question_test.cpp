// SPDX-License-Identifier: MIT
// What it takes to put a question into the hat.
#include <gtest/gtest.h>

#include "domain/gathering.hpp"

namespace durf::domain::testing {
namespace {

TEST(SubmitQuestionQ1, GoesIntoTheHatInLobbyAndLive) {
  for (Gathering gathering : {in_the_lobby(), gone_live()}) {
    EXPECT_EQ(gathering.give(participant(1), submit(1, 1)), "accepted");
    const Question& asked = gathering.at(1);
    EXPECT_EQ(asked.status, QuestionStatus::held);
    EXPECT_FALSE(asked.announced);
    EXPECT_EQ(asked.round, 0u);
    EXPECT_EQ(asked.waits, 0u);
    EXPECT_EQ(asked.authorship, authorship(1, 1));
    EXPECT_EQ(asked.receipt, receipt(1, 1));
  }
}

TEST(SubmitQuestionQ2, BeginsWithItsAuthorsSupport) {
  Gathering gathering = gone_live();
  gathering.give(participant(1), submit(1, 1));
  EXPECT_EQ(support_of(gathering.at(1)), 1u);
  EXPECT_EQ(gathering.at(1).upvotes.at(nullifier(1, 1)), (Upvote{.revision = 1, .up = true}));
}

TEST(SubmitQuestionQ3, EmptyTextIsRefused) {
  Gathering gathering = gone_live();
  EXPECT_EQ(gathering.give(participant(1), submit(1, 1, "")), "text_empty");
  EXPECT_EQ(gathering.give(participant(1), submit(1, 1, " \n ")), "text_empty");
  EXPECT_TRUE(gathering.state.questions.empty());
}

TEST(SubmitQuestionQ4, LongTextIsRefusedWithTheLimit) {
  Gathering gathering = gone_live();
  EXPECT_EQ(gathering.give(participant(1), submit(1, 1, std::string(1'121, 'a'))), "text_too_long max=1120");
  EXPECT_EQ(gathering.give(participant(1), submit(1, 1, std::string(1'120, 'a'))), "accepted");
}

TEST(SubmitQuestionQ5, ForbiddenTextIsRefused) {
  Gathering gathering = gone_live();
  EXPECT_EQ(gathering.give(participant(1), submit(1, 1, "a\u202Eb")), "text_forbidden");
  EXPECT_EQ(gathering.give(participant(1), submit(1, 1, "two\nlines")), "accepted");
}

TEST(SubmitQuestionQ6, TheTopicMustBeOneOfTheSession) {
  Gathering gathering = gone_live();
  SubmitQuestion command = submit(1, 1);
  command.topic = topic(3);
  EXPECT_EQ(gathering.give(participant(1), command), "unknown_topic");
  command.topic = topic(2);
  EXPECT_EQ(gathering.give(participant(1), command), "accepted");
  EXPECT_EQ(gathering.at(1).topic, topic(2));
  EXPECT_EQ(gathering.give(participant(2), submit(2, 2)), "accepted");
  EXPECT_TRUE(gathering.at(2).topic.empty());
}

TEST(SubmitQuestionQ7, AnIdThatIsThereIsTaken) {
  Gathering gathering = gone_live();
  gathering.bring_out({1});
  gathering.give(participant(2), submit(2, 2));
  EXPECT_EQ(gathering.give(participant(3), submit(1, 3)), "id_taken");
  EXPECT_EQ(gathering.give(participant(3), submit(2, 3)), "id_taken");
  EXPECT_EQ(gathering.give(participant(3), submit(0, 3)), "id_taken");
  EXPECT_EQ(gathering.at(2).authorship, authorship(2, 2));
}

TEST(SubmitQuestionQ8, OnePerTokenAndRound) {
  Gathering gathering = gone_live();
  EXPECT_EQ(gathering.give(participant(1), submit(1, 1)), "accepted");
  EXPECT_EQ(gathering.give(participant(1), submit(2, 1)), "one_per_round");
  EXPECT_EQ(gathering.give(participant(2), submit(3, 2)), "accepted");
}

TEST(SubmitQuestionQ8, WithdrawingDoesNotGiveTheSlotBack) {
  Gathering gathering = gone_live();
  gathering.give(participant(1), submit(1, 1));
  gathering.give(participant(1), withdraw(1, 1));
  EXPECT_EQ(gathering.give(participant(1), submit(2, 1)), "one_per_round");
}

TEST(SubmitQuestionQ8, AQuestionThatWaitsKeepsTheSlot) {
  Gathering gathering = gone_live();
  gathering.give(participant(1), submit(1, 1));
  gathering.pass_round();
  EXPECT_EQ(gathering.give(participant(1), submit(2, 1)), "one_per_round");
}

TEST(SubmitQuestionQ9, TheHatHasALimit) {
  Gathering gathering = in_the_lobby();
  for (Number number = 1; number <= 200; ++number)
    ASSERT_EQ(gathering.give(participant(number), submit(number, number)), "accepted");
  EXPECT_EQ(gathering.give(participant(201), submit(201, 201)), "hat_full max=200");
  gathering.give(participant(7), withdraw(7, 7));
  EXPECT_EQ(gathering.give(participant(201), submit(201, 201)), "accepted");
}

TEST(SubmitQuestionQ10, WhatIsAcceptedFindsRoomWhenItComesOut) {
  Gathering gathering = gone_live();
  for (Number number = 1; number <= 150; ++number)
    gathering.give(participant(number), submit(number, number));
  gathering.pass_round();
  for (Number number = 151; number <= 300; ++number)
    ASSERT_EQ(gathering.give(participant(number), submit(number, number)), "accepted");
  EXPECT_EQ(gathering.give(participant(301), submit(301, 301)), "questions_full max=300");
  gathering.pass_round();
  EXPECT_EQ(gathering.give(participant(301), submit(301, 301)), "questions_full max=300");
  gathering.give(participant(3), withdraw(3, 3));
  EXPECT_EQ(gathering.give(participant(301), submit(301, 301)), "accepted");
}

TEST(SubmitQuestionQ10, WhatWaitsForAModeratorTakesRoomAndWhatWasRefusedDoesNot) {
  Gathering gathering = gone_live();
  gathering.give(moderator(), SetModeration{true});
  for (const Number first : {1u, 151u}) {
    for (Number number = first; number < first + 150; ++number)
      gathering.give(participant(number), submit(number, number));
    gathering.pass_round();
  }
  EXPECT_EQ(gathering.give(participant(301), submit(301, 301)), "questions_full max=300");
  gathering.give(moderator(), RefuseQuestion{question(1), Reason::unclear});
  EXPECT_EQ(gathering.give(participant(301), submit(301, 301)), "accepted");
}

TEST(SubmitQuestionQ10, EverythingTogetherHasALimit) {
  Gathering gathering = gone_live();
  for (Number number = 1; number <= 700; ++number) {
    ASSERT_EQ(gathering.give(participant(number), submit(number, number)), "accepted");
    if (number % 100 != 0) continue;
    gathering.pass_round();
    for (const auto& [id, question] : State(gathering.state).questions)
      gathering.give(moderator(), RefuseQuestion{id, Reason::off_topic});
  }
  EXPECT_EQ(gathering.give(participant(701), submit(701, 701)), "questions_full max=700");
  gathering.give(participant(3), withdraw(3, 3));
  EXPECT_EQ(gathering.give(participant(701), submit(701, 701)), "accepted");
}

}  // namespace
}  // namespace durf::domain::testing
