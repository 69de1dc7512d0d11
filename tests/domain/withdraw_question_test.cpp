// SPDX-License-Identifier: MIT
// Taking a question back: who may, until when, and that nothing of it stays.
#include <gtest/gtest.h>

#include "domain/gathering.hpp"

namespace durf::domain::testing {
namespace {

TEST(WithdrawQuestionQ11, WhatIsNotThereIsUnknown) {
  Gathering gathering = gone_live();
  EXPECT_EQ(gathering.give(participant(1), withdraw(1, 1)), "unknown_question");
  gathering.give(participant(1), submit(1, 1));
  gathering.give(participant(1), withdraw(1, 1));
  EXPECT_EQ(gathering.give(participant(1), withdraw(1, 1)), "unknown_question");
}

TEST(WithdrawQuestionQ12, OnlyItsAuthorMay) {
  Gathering gathering = gone_live();
  gathering.give(participant(1), submit(1, 1));
  EXPECT_EQ(gathering.give(participant(2), withdraw(1, 2)), "not_yours");
  gathering.bring_out({3});
  EXPECT_EQ(gathering.give(participant(2), withdraw(1, 2)), "not_yours");
  gathering.give(facilitator(), MarkAnswered{question(1)});
  EXPECT_EQ(gathering.give(participant(2), withdraw(1, 2)), "not_yours");
  EXPECT_EQ(gathering.state.questions.size(), 2u);
}

TEST(WithdrawQuestionQ12, TheProofCountsAndNotTheConnection) {
  Gathering gathering = gone_live();
  gathering.give(participant(1), submit(1, 1));
  // After a restart of the server the same phone has another member tag.
  EXPECT_EQ(gathering.give(participant(99), withdraw(1, 1)), "accepted");
}

TEST(WithdrawQuestionQ13, TooLateOnceItIsBeingAnswered) {
  Gathering gathering = gone_live();
  gathering.bring_out({1});
  gathering.give(facilitator(), HighlightQuestion{question(1)});
  EXPECT_EQ(gathering.give(participant(1), withdraw(1, 1)), "too_late");
  gathering.give(facilitator(), MarkAnswered{question(1)});
  EXPECT_EQ(gathering.give(participant(1), withdraw(1, 1)), "too_late");
  gathering.give(facilitator(), ReopenQuestion{question(1)});
  EXPECT_EQ(gathering.give(participant(1), withdraw(1, 1)), "accepted");
}

TEST(WithdrawQuestionQ14, NothingOfItIsLeft) {
  Gathering held = gone_live();
  State before = held.state;
  held.give(participant(1), submit(1, 1));
  EXPECT_EQ(held.give(participant(1), withdraw(1, 1)), "accepted");
  EXPECT_EQ(held.state, before);

  Gathering open = gone_live();
  open.bring_out({1, 2, 3});
  open.give(participant(9), upvote(1, 9, 1));
  EXPECT_EQ(open.give(participant(1), withdraw(1, 1)), "accepted");
  EXPECT_FALSE(open.state.questions.contains(question(1)));
  EXPECT_EQ(open.state.questions.size(), 2u);
}

TEST(WithdrawQuestionQ14, AlsoWhatWaitsForAModeratorOrWasRefused) {
  Gathering gathering = with_pending({1, 2, 3});
  gathering.give(moderator(), RefuseQuestion{question(2), Reason::unclear});
  for (const Number number : {1u, 2u}) {
    EXPECT_EQ(gathering.give(participant(number), withdraw(number, number)), "accepted");
    EXPECT_FALSE(gathering.state.questions.contains(question(number)));
  }
}

}  // namespace
}  // namespace durf::domain::testing
