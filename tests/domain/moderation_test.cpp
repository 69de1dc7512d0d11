// SPDX-License-Identifier: MIT
// Approve, hold back, refuse, restore, label, pin, archive; moderation on and off; the words that hold a text
// back.
#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <set>

#include "domain/gathering.hpp"

namespace durf::domain::testing {
namespace {

RefuseQuestion refuse(Number number, Reason reason = Reason::insult) { return {question(number), reason}; }

SubmitQuestion saying(Number number, std::string text) { return submit(number, number, std::move(text)); }

Gathering with_words(std::string words) {
  Gathering gathering = gone_live();
  EXPECT_EQ(gathering.give(moderator(), SetWordList{std::move(words)}), "accepted");
  return gathering;
}

/// Question 1 to 6: pending, open, highlighted, answered, refused, merged into 2.
Gathering one_of_each() {
  Gathering gathering = with_pending({1, 2, 3, 4, 5, 6});
  for (const Number number : {2u, 3u, 4u, 6u}) gathering.give(moderator(), ApproveQuestion{question(number)});
  gathering.give(stage(), HighlightQuestion{question(3)});
  gathering.give(stage(), MarkAnswered{question(4)});
  gathering.give(moderator(), refuse(5));
  gathering.give(moderator(), MergeQuestion{question(6), question(2)});
  gathering.give(participant(7), submit(7, 7));  // held
  return gathering;
}

using Make = std::function<Command(const QuestionId&)>;

/// Outcomes for pending, open, highlighted, answered, refused, merged, held, and one that never was.
void check(const Make& make, const std::array<const char*, 8>& outcomes) {
  for (Number number = 1; number <= 8; ++number) {
    Gathering gathering = one_of_each();
    EXPECT_EQ(gathering.give(moderator(), make(question(number))), outcomes[number - 1])
        << "question " << number;
  }
}

TEST(ModerationO1, WhatIsHeldSoundsLikeWhatNeverWas) {
  const Gathering gathering = one_of_each();
  for (const Command& command : every_command()) {
    Command about_held = command;
    Command about_none = command;
    const bool names_one = std::visit(
        [&](auto& wish) {
          if constexpr (requires { wish.question; }) {
            wish.question = question(7);
            std::get<std::decay_t<decltype(wish)>>(about_none).question = question(8);
            return true;
          } else if constexpr (requires { wish.reply.question; }) {
            wish.reply = reply(7);
            std::get<std::decay_t<decltype(wish)>>(about_none).reply = reply(8);
            return true;
          }
          return false;
        },
        about_held);
    if (!names_one) continue;
    for (const Actor& desk : {moderator(), stage(), facilitator()}) {
      Gathering held = gathering;
      Gathering none = gathering;
      EXPECT_EQ(held.give(desk, about_held), none.give(desk, about_none)) << "command " << command.index();
    }
  }
}

TEST(ApproveQuestionO2, MakesAPendingOneOpen) {
  check([](const QuestionId& id) { return ApproveQuestion{id}; },
        {"accepted", "without effect", "without effect", "without effect", "too_late", "too_late",
         "unknown_question", "unknown_question"});
  Gathering gathering = one_of_each();
  gathering.give(moderator(), ApproveQuestion{question(1)});
  EXPECT_EQ(gathering.at(1).status, QuestionStatus::open);
}

/// Merged questions that stand by themselves again may take the room that a pending one was promised.
TEST(ApproveQuestionO2, NotWhenOthersTookTheRoom) {
  Gathering gathering = gone_live();
  for (const Number first : {1u, 101u, 201u}) {
    for (Number number = first; number < first + 100; ++number)
      ASSERT_EQ(gathering.give(participant(number), submit(number, number)), "accepted");
    gathering.pass_round();
  }
  for (const Number merged : {1u, 3u}) {
    gathering.give(moderator(), MergeQuestion{question(merged), question(2)});
    gathering.give(timer_of_rounds(), TellMerge{question(merged)});
  }
  gathering.give(moderator(), SetModeration{true});
  gathering.give(participant(301), submit(301, 301));
  gathering.give(participant(302), submit(302, 302));
  while (gathering.at(301).status == QuestionStatus::held) gathering.pass_round();
  gathering.give(participant(2), withdraw(2, 2));
  EXPECT_EQ(gathering.at(1).status, QuestionStatus::open) << "it stands by itself again";
  EXPECT_EQ(gathering.give(moderator(), ApproveQuestion{question(301)}), "accepted") << "299 were to be seen";
  EXPECT_EQ(gathering.give(moderator(), ApproveQuestion{question(302)}), "questions_full max=300");
  EXPECT_EQ(gathering.at(302).status, QuestionStatus::pending) << "it waits";
  gathering.give(moderator(), refuse(4));
  EXPECT_EQ(gathering.give(moderator(), ApproveQuestion{question(302)}), "accepted");
}

TEST(HoldBackQuestionO3, MakesAnOpenOnePending) {
  check([](const QuestionId& id) { return HoldBackQuestion{id}; },
        {"without effect", "accepted", "too_late", "too_late", "too_late", "too_late", "unknown_question",
         "unknown_question"});
  Gathering gathering = with_open({1});
  gathering.give(moderator(), HoldBackQuestion{question(1)});
  EXPECT_EQ(gathering.at(1).status, QuestionStatus::pending);
}

TEST(RefuseQuestionO4, FromWhateverCameOutButMerged) {
  check(
      [](const QuestionId& id) {
        return RefuseQuestion{id, Reason::insult};
      },
      {"accepted", "accepted", "accepted", "accepted", "without effect", "too_late", "unknown_question",
       "unknown_question"});
  Gathering gathering = one_of_each();
  gathering.give(moderator(), refuse(3, Reason::unclear));
  EXPECT_EQ(gathering.at(3).status, QuestionStatus::refused);
  EXPECT_EQ(gathering.at(3).reason, Reason::unclear);
  EXPECT_TRUE(gathering.state.highlighted.empty());
}

TEST(RefuseQuestionO4, AnotherReasonTakesThePlaceOfTheFirst) {
  Gathering gathering = one_of_each();
  EXPECT_EQ(gathering.give(moderator(), refuse(5, Reason::traceable)), "accepted");
  EXPECT_EQ(gathering.at(5).reason, Reason::traceable);
  gathering.give(moderator(), RestoreQuestion{question(5)});
  EXPECT_EQ(gathering.at(5).status, QuestionStatus::pending) << "what it was before the first refusal";
}

TEST(RestoreQuestionO5, GivesBackWhatItWas) {
  check([](const QuestionId& id) { return RestoreQuestion{id}; },
        {"without effect", "without effect", "without effect", "without effect", "accepted", "without effect",
         "unknown_question", "unknown_question"});
  for (const auto& [number, status] :
       {std::pair{1u, QuestionStatus::pending}, std::pair{2u, QuestionStatus::open},
        std::pair{3u, QuestionStatus::open}, std::pair{4u, QuestionStatus::answered}}) {
    Gathering gathering = one_of_each();
    gathering.give(moderator(), refuse(number));
    EXPECT_EQ(gathering.give(moderator(), RestoreQuestion{question(number)}), "accepted");
    EXPECT_EQ(gathering.at(number).status, status) << number;
  }
}

TEST(RestoreQuestionO5, NotWhenOthersTookTheRoom) {
  Gathering gathering = gone_live();
  for (const Number first : {1u, 151u}) {
    for (Number number = first; number < first + 150; ++number)
      ASSERT_EQ(gathering.give(participant(number), submit(number, number)), "accepted");
    gathering.pass_round();
  }
  gathering.give(moderator(), refuse(1));
  gathering.give(moderator(), refuse(2));
  EXPECT_EQ(gathering.give(participant(301), submit(301, 301)), "accepted");
  EXPECT_EQ(gathering.give(participant(302), submit(302, 302)), "accepted");
  Gathering released = gathering;
  while (released.at(301).status == QuestionStatus::held) released.pass_round();
  EXPECT_EQ(released.give(moderator(), RestoreQuestion{question(1)}), "questions_full max=300");

  // A moderator who refuses and restores until there is no room must not learn how much is in the hat.
  EXPECT_EQ(gathering.give(moderator(), RestoreQuestion{question(1)}), "accepted");
  EXPECT_EQ(gathering.give(moderator(), RestoreQuestion{question(2)}), "accepted");
}

TEST(LabelQuestionO6, OneLineOrNothing) {
  const std::string x(80, 'x');
  check(
      [&](const QuestionId& id) {
        return LabelQuestion{id, x};
      },
      {"accepted", "accepted", "accepted", "accepted", "accepted", "accepted", "unknown_question",
       "unknown_question"});
  Gathering gathering = one_of_each();
  EXPECT_EQ(gathering.give(moderator(), LabelQuestion{question(2), ""}), "without effect");
  EXPECT_EQ(gathering.give(moderator(), LabelQuestion{question(2), x + 'x'}), "text_too_long max=80");
  EXPECT_EQ(gathering.give(moderator(), LabelQuestion{question(2), "a\nb"}), "text_forbidden");
  gathering.give(moderator(), LabelQuestion{question(2), "twice"});
  EXPECT_EQ(gathering.at(2).label, "twice");
  EXPECT_EQ(gathering.give(moderator(), LabelQuestion{question(2), ""}), "accepted");
  EXPECT_EQ(gathering.at(2).label, "");
}

TEST(PinQuestionO7, AndUnpin) {
  check(
      [](const QuestionId& id) {
        return PinQuestion{id, true};
      },
      {"accepted", "accepted", "accepted", "accepted", "accepted", "too_late", "unknown_question",
       "unknown_question"});
  Gathering gathering = one_of_each();
  EXPECT_EQ(gathering.give(moderator(), PinQuestion{question(2), false}), "without effect");
  gathering.give(moderator(), PinQuestion{question(2), true});
  EXPECT_TRUE(gathering.at(2).pinned);
  EXPECT_EQ(gathering.give(moderator(), PinQuestion{question(2), false}), "accepted");
  EXPECT_FALSE(gathering.at(2).pinned);
}

TEST(ArchiveQuestionO8, PutsAsideWhatIsNotBeingAnswered) {
  check(
      [](const QuestionId& id) {
        return ArchiveQuestion{id, true};
      },
      {"accepted", "accepted", "too_late", "accepted", "accepted", "too_late", "unknown_question",
       "unknown_question"});
  Gathering gathering = one_of_each();
  EXPECT_EQ(gathering.give(moderator(), ArchiveQuestion{question(2), false}), "without effect");
  gathering.give(moderator(), ArchiveQuestion{question(2), true});
  EXPECT_TRUE(gathering.at(2).archived);
  EXPECT_EQ(gathering.at(2).status, QuestionStatus::open);
  EXPECT_EQ(gathering.give(stage(), HighlightQuestion{question(2)}), "accepted");
  EXPECT_FALSE(gathering.at(2).archived) << "who answers it has taken it up again";
}

TEST(SetModerationO9, BothWaysAndWhatWaitsGoesOnWaiting) {
  Gathering gathering = with_pending({1, 2, 3});
  EXPECT_EQ(gathering.give(moderator(), SetModeration{true}), "without effect");
  EXPECT_EQ(gathering.give(moderator(), SetModeration{false}), "accepted");
  EXPECT_EQ(gathering.at(1).status, QuestionStatus::pending);
  gathering.bring_out({4, 5, 6});
  EXPECT_EQ(gathering.give(moderator(), SetModeration{true}), "accepted");
  EXPECT_EQ(gathering.at(4).status, QuestionStatus::open);
}

TEST(SetWordListO10, TextOfLinesWithinItsLimit) {
  Gathering gathering = with_words("moron\nidioot");
  EXPECT_EQ(gathering.give(moderator(), SetWordList{"moron\nidioot"}), "without effect");
  EXPECT_EQ(gathering.give(moderator(), SetWordList{std::string(4'001, 'a')}), "text_too_long max=4000");
  EXPECT_EQ(gathering.give(moderator(), SetWordList{"a\tb"}), "text_forbidden");
  EXPECT_EQ(gathering.state.definition.word_list, "moron\nidioot");
  EXPECT_EQ(gathering.give(moderator(), SetWordList{""}), "accepted");
}

TEST(PassRoundR12, WithModerationEverythingComesOutPending) {
  Gathering gathering = with_pending({1, 2, 3});
  for (const Number number : {1u, 2u, 3u}) {
    EXPECT_EQ(gathering.at(number).round, 1u)
        << "the round comes first, so that the list has no order of arrival";
    EXPECT_FALSE(gathering.at(number).announced);
  }
  std::set<std::uint32_t> places;
  for (const auto& [id, question] : gathering.state.questions) places.insert(question.place);
  EXPECT_EQ(places, (std::set<std::uint32_t>{0, 1, 2}));
}

TEST(PassRoundR13, AListedWordHoldsATextBack) {
  Gathering gathering = with_words("Idioot\nstupid cow");
  gathering.give(participant(1), saying(1, "Welke IDIOOT bedacht dit?"));
  gathering.give(participant(2), saying(2, "Idiotie is het"));
  gathering.give(participant(3), saying(3, "Such a stupid  cow!"));
  gathering.pass_round();
  EXPECT_EQ(gathering.at(1).status, QuestionStatus::pending);
  EXPECT_EQ(gathering.at(2).status, QuestionStatus::open);
  EXPECT_EQ(gathering.at(3).status, QuestionStatus::pending);
}

TEST(PassRoundR13, WhatWasDecidedThenStaysSo) {
  Gathering gathering = with_words("idioot");
  for (const Number number : {1u, 2u, 3u})
    gathering.give(participant(number), saying(number, number == 1 ? "idioot" : "fine"));
  gathering.pass_round();
  State replayed;
  for (const Event& event : gathering.log) domain::apply(replayed, event);
  EXPECT_EQ(replayed, gathering.state);
  EXPECT_EQ(std::get<RoundPassed>(gathering.last.at(0)).pending, std::set<QuestionId>{question(1)});
}

}  // namespace
}  // namespace durf::domain::testing
