// SPDX-License-Identifier: MIT
// Two questions become one: nobody's support is lost, nobody counts twice, and until phones are told it can
// be undone.
#include <gtest/gtest.h>

#include "domain/gathering.hpp"
#include "domain/shown.hpp"

namespace durf::domain::testing {
namespace {

MergeQuestion merge(Number number, Number into) { return {question(number), question(into)}; }
UndoMerge undo(Number number) { return {question(number)}; }

std::string tell(Gathering& gathering, Number number) {
  return gathering.give(timer_of_rounds(), TellMerge{question(number)});
}

/// Open questions 1, 2, 3; question 1 is supported by its author and persons 51 to 50 + `supporters`.
Gathering with_support(Number supporters) {
  Gathering gathering = with_open({1, 2, 3});
  for (Number person = 51; person <= 50 + supporters; ++person)
    gathering.give(participant(person), upvote(1, person, 1));
  gathering.pass_round();
  EXPECT_EQ(gathering.at(1).shown_support, 1 + supporters);
  return gathering;
}

TEST(MergeQuestionG1, BothMustHaveComeOut) {
  Gathering gathering = with_open({1});
  gathering.give(participant(2), submit(2, 2));
  for (const Number other : {2u, 9u}) {
    EXPECT_EQ(gathering.give(moderator(), merge(1, other)), "unknown_question");
    EXPECT_EQ(gathering.give(moderator(), merge(other, 1)), "unknown_question");
  }
}

TEST(MergeQuestionG2, AnOpenOneIntoAnOpenOrHighlightedOne) {
  const auto outcome = [](Number number, Number into) {
    Gathering gathering = with_open({1, 2, 3, 4, 5, 6, 7});
    gathering.give(stage(), HighlightQuestion{question(2)});
    gathering.give(stage(), MarkAnswered{question(3)});
    gathering.give(moderator(), RefuseQuestion{question(4), Reason::insult});
    gathering.give(moderator(), HoldBackQuestion{question(5)});
    gathering.give(moderator(), merge(6, 7));
    return gathering.give(moderator(), merge(number, into));
  };
  EXPECT_EQ(outcome(1, 7), "accepted");
  EXPECT_EQ(outcome(1, 2), "accepted") << "into what is being answered";
  EXPECT_EQ(outcome(7, 1), "accepted") << "what others were merged into";
  for (const Number into : {1u, 3u, 4u, 5u, 6u}) EXPECT_EQ(outcome(1, into), "cannot_merge") << into;
  for (const Number number : {2u, 3u, 4u, 5u, 6u}) EXPECT_EQ(outcome(number, 1), "cannot_merge") << number;
  EXPECT_EQ(outcome(6, 7), "without effect");
}

TEST(MergeQuestionG3, TheOtherOneShowsTheirSupportWithTheNextRound) {
  Gathering gathering = with_support(4);
  EXPECT_EQ(gathering.give(moderator(), merge(1, 2)), "accepted");
  EXPECT_EQ(gathering.at(1).merged_support, 5u);
  EXPECT_EQ(gathering.at(2).shown_support, 1u);
  EXPECT_EQ(shown_support_of(gathering.state, question(2)), 5u);
  EXPECT_EQ(gathering.pass_round(), "accepted");
  EXPECT_EQ(gathering.at(2).shown_support, 5u);
}

TEST(MergeQuestionG4, NobodyCountsTwice) {
  Gathering gathering = with_support(4);
  gathering.give(moderator(), merge(1, 2));
  tell(gathering, 1);
  // Phones of 51 to 53 have been back; 51 had supported both.
  for (const Number person : {51u, 52u, 53u}) gathering.give(participant(person), upvote(2, person, 1));
  EXPECT_EQ(shown_support_of(gathering.state, question(2)), 5u) << "own 4 of which three are of the 5";
  for (const Number person : {54u, 1u}) gathering.give(participant(person), upvote(2, person, 1));
  EXPECT_EQ(shown_support_of(gathering.state, question(2)), 6u) << "all are back: its own author and five";
}

TEST(MergeQuestionG4, TheLargestOfSeveral) {
  Gathering gathering = with_support(4);
  gathering.give(participant(60), upvote(3, 60, 1));
  gathering.pass_round();
  gathering.give(moderator(), merge(1, 2));
  gathering.give(moderator(), merge(3, 2));
  EXPECT_EQ(shown_support_of(gathering.state, question(2)), 5u);
}

TEST(MergeQuestionG4, AlongAChain) {
  Gathering gathering = with_support(4);
  gathering.give(moderator(), merge(1, 2));
  gathering.pass_round();
  gathering.give(moderator(), merge(2, 3));
  gathering.pass_round();
  EXPECT_EQ(gathering.at(3).shown_support, 5u);
}

TEST(MergeQuestionG4, AlongAChainThatNoRoundHasParted) {
  Gathering gathering = with_support(4);
  gathering.give(moderator(), merge(1, 2));
  gathering.give(moderator(), merge(2, 3));
  gathering.pass_round();
  EXPECT_EQ(gathering.at(3).shown_support, 5u);
  EXPECT_EQ(gathering.give(moderator(), undo(2)), "accepted");
  gathering.pass_round();
  EXPECT_EQ(gathering.at(3).shown_support, 1u) << "nothing of it stays";
}

TEST(UndoMergeG5, UntilPhonesAreTold) {
  Gathering gathering = with_support(2);
  const State before = gathering.state;
  EXPECT_EQ(gathering.give(moderator(), undo(1)), "without effect");
  EXPECT_EQ(gathering.give(moderator(), undo(9)), "unknown_question");
  gathering.give(moderator(), merge(1, 2));
  EXPECT_EQ(gathering.give(moderator(), undo(1)), "accepted");
  EXPECT_EQ(gathering.state, before);
  gathering.give(moderator(), merge(1, 2));
  EXPECT_EQ(tell(gathering, 1), "accepted");
  EXPECT_EQ(gathering.give(moderator(), undo(1)), "too_late");
}

TEST(UndoMergeG5, OfTwoInARowTheLastOneFirst) {
  Gathering gathering = with_support(2);
  gathering.give(moderator(), merge(1, 2));
  gathering.give(moderator(), merge(2, 3));
  EXPECT_EQ(gathering.give(moderator(), undo(1)), "too_late");
  EXPECT_EQ(gathering.give(moderator(), undo(2)), "accepted");
  EXPECT_EQ(gathering.give(moderator(), undo(1)), "accepted");
}

TEST(TellMergeG6, ClearsItsUpvotesOnce) {
  Gathering gathering = with_support(2);
  EXPECT_EQ(tell(gathering, 1), "without effect");
  EXPECT_EQ(tell(gathering, 9), "without effect");
  gathering.give(moderator(), merge(1, 2));
  EXPECT_EQ(tell(gathering, 1), "accepted");
  EXPECT_TRUE(gathering.at(1).upvotes.empty());
  EXPECT_EQ(gathering.at(1).merged_support, 3u);
  EXPECT_EQ(tell(gathering, 1), "without effect");
  EXPECT_EQ(tell(gathering, 1), "without effect");
}

TEST(TellMergeG7, UntilThenTheRoomSeesItOpen) {
  for (const Audience audience : {Audience::participant, Audience::presenter, Audience::stage}) {
    Gathering gathering = with_support(1);
    const View before = gathering.view(audience);
    gathering.give(moderator(), merge(1, 2));
    EXPECT_EQ(gathering.view(audience), before);
    EXPECT_EQ(gathering.give(participant(60), upvote(1, 60, 1)), "accepted");
    EXPECT_EQ(gathering.view(audience), before);
    tell(gathering, 1);
    const View after = gathering.view(audience);
    EXPECT_FALSE(after.contains({Collection::question, question(1).text()}));
    const EntityKey merged{Collection::merge, question(1).text()};
    EXPECT_EQ(after.contains(merged), audience == Audience::participant);
    if (audience == Audience::participant) {
      EXPECT_EQ(after.at(merged), (Fields{{"into", Value(question(2).text())}}));
    }
  }
}

TEST(TellMergeG7, ThenUpvotesAreForTheOtherOne) {
  Gathering gathering = with_support(1);
  gathering.give(moderator(), merge(1, 2));
  tell(gathering, 1);
  EXPECT_EQ(gathering.give(participant(60), upvote(1, 60, 1)), "unknown_question");
  EXPECT_EQ(gathering.give(participant(60), upvote(2, 60, 1)), "accepted");
}

TEST(WithdrawQuestionG8, AnUntoldMergeGoesWithItsQuestion) {
  Gathering gathering = with_support(4);
  gathering.give(moderator(), merge(1, 2));
  gathering.pass_round();
  EXPECT_EQ(gathering.give(participant(1), withdraw(1, 1)), "accepted");
  EXPECT_FALSE(gathering.state.questions.contains(question(1)));
  EXPECT_EQ(tell(gathering, 1), "without effect");
  gathering.pass_round();
  EXPECT_EQ(gathering.at(2).shown_support, 1u);
}

TEST(WithdrawQuestionG9, OfAToldOneOnlyTheNumberStays) {
  Gathering gathering = with_support(4);
  gathering.give(stage(), ask_back(1));
  gathering.give(participant(1), reply_to(1, 0, 1));
  gathering.give(moderator(), LabelQuestion{question(1), "twice"});
  gathering.give(moderator(), merge(1, 2));
  tell(gathering, 1);
  EXPECT_EQ(gathering.give(participant(2), withdraw(1, 2)), "not_yours");
  EXPECT_EQ(gathering.give(participant(1), withdraw(1, 1)), "accepted");
  Question remnant;
  remnant.status = QuestionStatus::merged;
  remnant.shown_support = 5;
  remnant.round = gathering.at(1).round;
  remnant.place = gathering.at(1).place;
  remnant.merged_into = question(2);
  remnant.merged_support = 5;
  remnant.merge_told = true;
  EXPECT_EQ(gathering.at(1), remnant);
  gathering.pass_round();
  EXPECT_EQ(gathering.at(2).shown_support, 5u) << "nobody's support is lost";
  for (const Audience audience : all_audiences)
    EXPECT_FALSE(gathering.view(audience).contains({Collection::question, question(1).text()}));
  EXPECT_TRUE(gathering.view(Audience::participant).contains({Collection::merge, question(1).text()}))
      << "phones that come back later carry their support over";
  EXPECT_EQ(gathering.give(participant(1), withdraw(1, 1)), "unknown_question");
  EXPECT_EQ(gathering.give(participant(9), submit(1, 9)), "id_taken");
  EXPECT_EQ(gathering.give(moderator(), LabelQuestion{question(1), "x"}), "unknown_question");
}

TEST(WithdrawQuestionG10, WhatWasMergedIntoItStandsByItselfAgain) {
  for (const bool told : {false, true}) {
    Gathering gathering = with_support(4);
    gathering.give(moderator(), merge(1, 2));
    if (told) tell(gathering, 1);
    EXPECT_EQ(gathering.give(participant(2), withdraw(2, 2)), "accepted");
    EXPECT_EQ(gathering.at(1).status, QuestionStatus::open);
    EXPECT_TRUE(gathering.at(1).merged_into.empty());
    EXPECT_FALSE(gathering.at(1).merge_told);
    gathering.pass_round();
    EXPECT_EQ(gathering.at(1).shown_support, 5u) << (told ? "told" : "untold");
    EXPECT_EQ(gathering.give(moderator(), merge(1, 3)), "accepted");
  }
}

TEST(WithdrawQuestionG10, TheNumberThatItKeptOutlivesALaterMerge) {
  for (const bool withdrawn : {false, true}) {
    Gathering gathering = with_support(4);
    gathering.give(moderator(), merge(1, 2));
    tell(gathering, 1);
    gathering.give(participant(2), withdraw(2, 2));
    gathering.pass_round();
    gathering.give(moderator(), merge(1, 3));
    withdrawn ? gathering.give(participant(3), withdraw(3, 3)) : gathering.give(moderator(), undo(1));
    gathering.pass_round();
    EXPECT_EQ(gathering.at(1).shown_support, 5u);
  }
}

TEST(WithdrawQuestionG10, ARemnantGoesWithIt) {
  Gathering gathering = with_support(4);
  gathering.give(moderator(), merge(1, 2));
  tell(gathering, 1);
  gathering.give(participant(1), withdraw(1, 1));
  EXPECT_EQ(gathering.give(participant(2), withdraw(2, 2)), "accepted");
  EXPECT_EQ(gathering.state.questions.size(), 1u);
}

TEST(WithdrawQuestionG10, SoDoesWhatWasMergedIntoARemnant) {
  Gathering gathering = with_support(4);
  gathering.give(moderator(), merge(1, 2));
  tell(gathering, 1);
  gathering.give(moderator(), merge(2, 3));
  tell(gathering, 2);
  gathering.give(participant(2), withdraw(2, 2));
  EXPECT_EQ(gathering.give(participant(3), withdraw(3, 3)), "accepted");
  EXPECT_EQ(gathering.state.questions.size(), 1u);
  EXPECT_EQ(gathering.at(1).status, QuestionStatus::open);
  gathering.pass_round();
  EXPECT_EQ(gathering.at(1).shown_support, 5u);
}

TEST(MergeQuestionG11, AMergeLeadsPastWhatWasWithdrawn) {
  Gathering gathering = with_support(4);
  gathering.give(moderator(), merge(1, 2));
  tell(gathering, 1);
  gathering.give(moderator(), merge(2, 3));
  tell(gathering, 2);
  gathering.give(participant(2), withdraw(2, 2));
  const View view = gathering.view(Audience::participant);
  EXPECT_EQ(view.at({Collection::merge, question(1).text()}).at("into"), Value(question(3).text()));
  EXPECT_EQ(gathering.view(Audience::moderator).at({Collection::question, question(1).text()}).at("into"),
            Value(question(3).text()));
}

TEST(HighlightQuestionG12, AMergedOneIsNotAnsweredByItself) {
  Gathering gathering = with_support(1);
  gathering.give(moderator(), merge(1, 2));
  for (const Command& command : std::vector<Command>{
           HighlightQuestion{question(1)}, MarkAnswered{question(1)}, write_answer(1, "No."), ask_back(1)})
    EXPECT_EQ(gathering.give(stage(), command), "too_late");
  tell(gathering, 1);
  EXPECT_EQ(gathering.give(stage(), HighlightQuestion{question(1)}), "unknown_question");
}

}  // namespace
}  // namespace durf::domain::testing
