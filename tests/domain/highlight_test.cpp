// SPDX-License-Identifier: MIT
// Now answering, answered, open again.
#include <gtest/gtest.h>

#include "domain/gathering.hpp"

namespace durf::domain::testing {
namespace {

Gathering with_three_open() {
  Gathering gathering = gone_live();
  gathering.bring_out({1, 2, 3});
  return gathering;
}

TEST(HighlightQuestionQ15, OnlyVisibleQuestionsAreKnownToTheDesk) {
  Gathering gathering = gone_live();
  gathering.give(participant(1), submit(1, 1));
  for (const Number number : {1u, 2u}) {
    EXPECT_EQ(gathering.give(facilitator(), HighlightQuestion{question(number)}), "unknown_question");
    EXPECT_EQ(gathering.give(facilitator(), MarkAnswered{question(number)}), "unknown_question");
    EXPECT_EQ(gathering.give(facilitator(), ReopenQuestion{question(number)}), "unknown_question");
  }
}

TEST(HighlightQuestionQ16, TheEarlierOneIsOpenAgain) {
  Gathering gathering = with_three_open();
  EXPECT_EQ(gathering.give(facilitator(), HighlightQuestion{question(1)}), "accepted");
  EXPECT_EQ(gathering.state.highlighted, question(1));
  EXPECT_EQ(gathering.at(1).status, QuestionStatus::highlighted);
  EXPECT_EQ(gathering.give(facilitator(), HighlightQuestion{question(2)}), "accepted");
  EXPECT_EQ(gathering.state.highlighted, question(2));
  EXPECT_EQ(gathering.at(1).status, QuestionStatus::open);
  EXPECT_EQ(gathering.at(2).status, QuestionStatus::highlighted);
}

TEST(HighlightQuestionQ17, ClosesTheJoinPanelAndKeepsBlank) {
  Gathering gathering = with_three_open();
  gathering.give(facilitator(), SetScreen{.blank = true, .join_panel = true});
  gathering.give(facilitator(), HighlightQuestion{question(1)});
  EXPECT_EQ(gathering.state.screen, (Screen{.blank = true, .join_panel = false}));
  gathering.give(facilitator(), SetScreen{.blank = false, .join_panel = true});
  gathering.give(facilitator(), ClearHighlight{});
  EXPECT_EQ(gathering.state.screen, (Screen{.blank = false, .join_panel = true}));
}

TEST(HighlightQuestionQ18, TwiceHasNoEffectAndAnsweredIsTooLate) {
  Gathering gathering = with_three_open();
  gathering.give(facilitator(), HighlightQuestion{question(1)});
  EXPECT_EQ(gathering.give(facilitator(), HighlightQuestion{question(1)}), "without effect");
  gathering.give(facilitator(), MarkAnswered{question(1)});
  EXPECT_EQ(gathering.give(facilitator(), HighlightQuestion{question(1)}), "too_late");
}

TEST(ClearHighlightQ19, MakesItOpen) {
  Gathering gathering = with_three_open();
  EXPECT_EQ(gathering.give(facilitator(), ClearHighlight{}), "without effect");
  gathering.give(facilitator(), HighlightQuestion{question(1)});
  EXPECT_EQ(gathering.give(facilitator(), ClearHighlight{}), "accepted");
  EXPECT_TRUE(gathering.state.highlighted.empty());
  EXPECT_EQ(gathering.at(1).status, QuestionStatus::open);
}

TEST(MarkAnsweredQ20, FromOpenAndFromHighlighted) {
  Gathering gathering = with_three_open();
  gathering.give(facilitator(), HighlightQuestion{question(1)});
  EXPECT_EQ(gathering.give(facilitator(), MarkAnswered{question(2)}), "accepted");
  EXPECT_EQ(gathering.at(2).status, QuestionStatus::answered);
  EXPECT_EQ(gathering.state.highlighted, question(1)) << "another one is still being answered";
  EXPECT_EQ(gathering.give(facilitator(), MarkAnswered{question(1)}), "accepted");
  EXPECT_EQ(gathering.at(1).status, QuestionStatus::answered);
  EXPECT_TRUE(gathering.state.highlighted.empty());
  EXPECT_EQ(gathering.give(facilitator(), MarkAnswered{question(1)}), "without effect");
}

TEST(ReopenQuestionQ21, MakesAnAnsweredOneOpen) {
  Gathering gathering = with_three_open();
  gathering.give(facilitator(), MarkAnswered{question(1)});
  EXPECT_EQ(gathering.give(facilitator(), ReopenQuestion{question(1)}), "accepted");
  EXPECT_EQ(gathering.at(1).status, QuestionStatus::open);
  EXPECT_EQ(gathering.give(facilitator(), ReopenQuestion{question(1)}), "without effect");
  gathering.give(facilitator(), HighlightQuestion{question(2)});
  EXPECT_EQ(gathering.give(facilitator(), ReopenQuestion{question(2)}), "without effect");
  EXPECT_EQ(gathering.at(2).status, QuestionStatus::highlighted);
}

}  // namespace
}  // namespace durf::domain::testing
