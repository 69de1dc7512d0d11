// SPDX-License-Identifier: MIT
// What only an author may do once the question came out: ask to hide it, reply when asked back, judge the
// answer. And that nothing of it shows before a round has passed.
#include <gtest/gtest.h>

#include <array>

#include "domain/gathering.hpp"

namespace durf::domain::testing {
namespace {

TEST(WishHiddenH1, OnlyItsAuthorMay) {
  Gathering gathering = with_open({1, 2});
  EXPECT_EQ(gathering.give(participant(9), wish_hidden(9, 9)), "unknown_question");
  EXPECT_EQ(gathering.give(participant(2), wish_hidden(1, 2)), "not_yours");
}

TEST(WishHiddenH2, OnceItIsBeingAnswered) {
  Gathering gathering = with_open({1});
  EXPECT_EQ(gathering.give(participant(1), wish_hidden(1, 1)), "not_now") << "it can still be withdrawn";
  gathering.give(stage(), HighlightQuestion{question(1)});
  EXPECT_EQ(gathering.give(participant(1), wish_hidden(1, 1)), "accepted");
  gathering.give(stage(), MarkAnswered{question(1)});
  EXPECT_EQ(gathering.give(participant(1), wish_hidden(1, 1)), "without effect");
  gathering.give(moderator(), RefuseQuestion{question(1), Reason::author_wished});
  EXPECT_EQ(gathering.give(participant(1), wish_hidden(1, 1)), "not_now");
}

TEST(WishHiddenH3, DesksSeeItWithTheNextRound) {
  Gathering gathering = with_open({1});
  gathering.give(stage(), MarkAnswered{question(1)});
  gathering.pass_round();
  const auto seen = [&](Audience audience) {
    return gathering.view(audience).at({Collection::question, question(1).text()}).at("hiding_wished");
  };
  gathering.give(participant(1), wish_hidden(1, 1));
  EXPECT_EQ(seen(Audience::moderator), Value(false));
  EXPECT_EQ(gathering.pass_round(), "accepted");
  EXPECT_EQ(seen(Audience::moderator), Value(true));
  EXPECT_EQ(seen(Audience::facilitator), Value(true));
  EXPECT_EQ(gathering.pass_round(), "without effect");
}

Gathering asked_back() {
  Gathering gathering = with_open({1, 2, 3});
  for (const Number number : {1u, 2u, 3u}) gathering.give(stage(), ask_back(number));
  return gathering;
}

const Exchange& exchange(const Gathering& gathering, Number number, std::size_t place = 0) {
  return gathering.at(number).exchanges.at(place);
}

TEST(ReplyToAskBackH4, OnlyItsAuthorAndOnlyWhatWasAsked) {
  Gathering gathering = asked_back();
  EXPECT_EQ(gathering.give(participant(9), reply_to(9, 0, 9)), "unknown_question");
  EXPECT_EQ(gathering.give(participant(2), reply_to(1, 0, 2)), "not_yours");
  EXPECT_EQ(gathering.give(participant(1), reply_to(1, 1, 1)), "unknown_reply");
  EXPECT_EQ(gathering.give(participant(1), reply_to(1, 0, 1)), "accepted");
  EXPECT_EQ(gathering.give(participant(1), reply_to(1, 0, 1)), "too_late") << "there is one already";
}

TEST(ReplyToAskBackH4, NotWhenNobodySeesTheQuestion) {
  Gathering gathering = asked_back();
  gathering.give(moderator(), RefuseQuestion{question(1), Reason::unclear});
  gathering.give(moderator(), HoldBackQuestion{question(2)});
  for (const Number number : {1u, 2u})
    EXPECT_EQ(gathering.give(participant(number), reply_to(number, 0, number)), "too_late");
}

TEST(ReplyToAskBackH5, ItsTextIsCheckedLikeAQuestions) {
  Gathering gathering = asked_back();
  EXPECT_EQ(gathering.give(participant(1), reply_to(1, 0, 1, " ")), "text_empty");
  EXPECT_EQ(gathering.give(participant(1), reply_to(1, 0, 1, std::string(1'121, 'a'))),
            "text_too_long max=1120");
  EXPECT_EQ(gathering.give(participant(1), reply_to(1, 0, 1, "a\u202Eb")), "text_forbidden");
}

TEST(ReplyToAskBackH6, OnePerTokenAndRoundBesideAQuestion) {
  Gathering gathering = asked_back();
  gathering.give(stage(), ask_back(1));
  EXPECT_EQ(gathering.give(participant(1), submit(11, 1)), "accepted");
  EXPECT_EQ(gathering.give(participant(1), reply_to(1, 0, 1)), "accepted");
  EXPECT_EQ(gathering.give(participant(1), reply_to(1, 1, 1)), "one_per_round");
  EXPECT_EQ(gathering.give(participant(2), reply_to(2, 0, 2)), "accepted");
  EXPECT_EQ(gathering.give(participant(3), reply_to(3, 0, 3)), "accepted");
  gathering.pass_round();
  EXPECT_EQ(gathering.give(participant(1), reply_to(1, 1, 1)), "accepted");
}

TEST(ReplyToAskBackH7, WaitsInTheHatForItsRound) {
  Gathering gathering = asked_back();
  gathering.pass_round();
  const std::array<View, 5> before = {gathering.view(Audience::participant),
                                      gathering.view(Audience::presenter),
                                      gathering.view(Audience::facilitator),
                                      gathering.view(Audience::moderator), gathering.view(Audience::stage)};
  gathering.give(participant(1), reply_to(1, 0, 1));
  for (const Audience audience : all_audiences)
    EXPECT_EQ(gathering.view(audience), before[static_cast<std::size_t>(audience)]) << name_of(audience);
  EXPECT_EQ(gathering.pass_round(), "accepted");
  EXPECT_EQ(exchange(gathering, 1).status, ReplyStatus::held);
  EXPECT_EQ(exchange(gathering, 1).waits, 1u);
  const EntityKey mark{Collection::receipt, receipt_of_reply(1, 1, 0).text()};
  EXPECT_EQ(gathering.view(Audience::participant).at(mark), (Fields{{"state", Value(std::string("held"))},
                                                                    {"waits", Value(std::int64_t{1})},
                                                                    {"reason", Value(std::string())}}));
  gathering.give(participant(2), submit(12, 2));
  gathering.give(participant(3), submit(13, 3));
  EXPECT_EQ(gathering.pass_round(), "accepted");
  EXPECT_EQ(exchange(gathering, 1).status, ReplyStatus::open) << "a reply and two questions: three tokens";
  EXPECT_EQ(gathering.at(12).status, QuestionStatus::open);
  EXPECT_FALSE(gathering.view(Audience::participant).contains(mark));
}

TEST(ReplyToAskBackH7, ALoneOneComesOutAfterTwoWaits) {
  Gathering gathering = asked_back();
  gathering.give(participant(1), reply_to(1, 0, 1));
  gathering.pass_round();
  gathering.pass_round();
  EXPECT_EQ(exchange(gathering, 1).status, ReplyStatus::held);
  gathering.pass_round();
  EXPECT_EQ(exchange(gathering, 1).status, ReplyStatus::open);
  EXPECT_EQ(gathering.view(Audience::stage).at({Collection::ask_back, question(1).text() + ".0"}).at("reply"),
            Value(std::string("This.")));
}

/// With one reply pending.
Gathering moderated() {
  Gathering gathering = asked_back();
  gathering.give(moderator(), SetModeration{true});
  gathering.give(participant(1), reply_to(1, 0, 1));
  for (int round = 0; round < 3; ++round) gathering.pass_round();
  EXPECT_EQ(exchange(gathering, 1).status, ReplyStatus::pending);
  return gathering;
}

TEST(ReplyToAskBackH8, UnderModerationOrWithAListedWordItIsPending) {
  Gathering gathering = moderated();
  const EntityKey asked{Collection::ask_back, question(1).text() + ".0"};
  for (const Audience audience : all_audiences) {
    const bool moderates = audience == Audience::moderator || audience == Audience::facilitator;
    const View view = gathering.view(audience);
    EXPECT_EQ(view.at(asked).at("state"), Value(std::string(moderates ? "pending" : "asked")));
    EXPECT_EQ(view.at(asked).at("reply"), Value(std::string(moderates ? "This." : "")));
    EXPECT_EQ(view.at(asked).at("reply_lang"), Value(std::string(moderates ? "en" : "")));
  }
  EXPECT_EQ(gathering.view(Audience::participant)
                .at({Collection::receipt, receipt_of_reply(1, 1, 0).text()})
                .at("state"),
            Value(std::string("pending")));
  gathering.give(moderator(), SetModeration{false});
  gathering.give(moderator(), SetWordList{"lul"});
  gathering.give(participant(2), reply_to(2, 0, 2, "Wat een lul"));
  for (int round = 0; round < 3; ++round) gathering.pass_round();
  EXPECT_EQ(exchange(gathering, 2).status, ReplyStatus::pending);
}

TEST(ApproveReplyH9, OrRefuseIt) {
  const auto approve = [](Gathering& gathering) {
    return gathering.give(moderator(), ApproveReply{reply(1)});
  };
  const auto refuse = [](Gathering& gathering, Reason reason = Reason::insult) {
    return gathering.give(moderator(), RefuseReply{reply(1), reason});
  };
  Gathering gathering = moderated();
  EXPECT_EQ(approve(gathering), "accepted");
  EXPECT_EQ(approve(gathering), "without effect");
  EXPECT_EQ(exchange(gathering, 1).status, ReplyStatus::open);
  EXPECT_EQ(refuse(gathering), "accepted");
  EXPECT_EQ(refuse(gathering), "without effect");
  EXPECT_EQ(refuse(gathering, Reason::unclear), "accepted");
  EXPECT_EQ(exchange(gathering, 1).reason, Reason::unclear);
  EXPECT_EQ(gathering.view(Audience::participant)
                .at({Collection::receipt, receipt_of_reply(1, 1, 0).text()})
                .at("reason"),
            Value(std::string("unclear")));
  EXPECT_EQ(approve(gathering), "accepted") << "undone";
  EXPECT_EQ(exchange(gathering, 1).status, ReplyStatus::open);
}

TEST(HoldBackReplyH14, UndoesAnApprovalOrARefusal) {
  Gathering gathering = moderated();
  const auto hold_back = [&] { return gathering.give(moderator(), HoldBackReply{reply(1)}); };
  EXPECT_EQ(hold_back(), "without effect") << "it is pending already";
  gathering.give(moderator(), ApproveReply{reply(1)});
  EXPECT_EQ(hold_back(), "accepted");
  EXPECT_EQ(exchange(gathering, 1).status, ReplyStatus::pending);
  const EntityKey asked{Collection::ask_back, question(1).text() + ".0"};
  EXPECT_EQ(gathering.view(Audience::presenter).at(asked).at("reply"), Value(std::string()));
  EXPECT_EQ(gathering.view(Audience::moderator).at(asked).at("reply"), Value(std::string("This.")));
  EXPECT_EQ(gathering.view(Audience::participant)
                .at({Collection::receipt, receipt_of_reply(1, 1, 0).text()})
                .at("state"),
            Value(std::string("pending")));
  gathering.give(moderator(), RefuseReply{reply(1), Reason::unclear});
  EXPECT_EQ(hold_back(), "accepted");
  EXPECT_EQ(exchange(gathering, 1).status, ReplyStatus::pending) << "it is not shown by that";
  EXPECT_EQ(gathering.give(moderator(), HoldBackReply{reply(2)}), "unknown_reply");
  EXPECT_EQ(gathering.give(moderator(), HoldBackReply{reply(9)}), "unknown_question");
}

TEST(ApproveReplyH10, WhatIsHeldSoundsLikeWhatNeverWas) {
  Gathering gathering = asked_back();
  gathering.give(participant(1), reply_to(1, 0, 1));
  for (const std::uint32_t place : {0u, 1u})
    for (const Command& command :
         std::vector<Command>{ApproveReply{reply(1, place)}, RefuseReply{reply(1, place), Reason::insult},
                              HoldBackReply{reply(1, place)}, RedactReply{reply(1, place), 0, 1, 5}})
      EXPECT_EQ(gathering.give(moderator(), command), "unknown_reply");
  EXPECT_EQ(gathering.give(moderator(), ApproveReply{reply(2)}), "unknown_reply") << "nobody replied";
  EXPECT_EQ(gathering.give(moderator(), ApproveReply{reply(9)}), "unknown_question");
}

TEST(JudgeAnswerH11, OnlyItsAuthorAndOnlyWhenAnswered) {
  Gathering gathering = with_open({1});
  EXPECT_EQ(gathering.give(participant(9), judge(9, 9, Verdict::yes)), "unknown_question");
  EXPECT_EQ(gathering.give(participant(2), judge(1, 2, Verdict::yes)), "not_yours");
  EXPECT_EQ(gathering.give(participant(1), judge(1, 1, Verdict::yes)), "not_now");
  gathering.give(stage(), MarkAnswered{question(1)});
  EXPECT_EQ(gathering.give(participant(1), judge(1, 1, Verdict::yes)), "accepted");
  EXPECT_EQ(gathering.give(participant(1), judge(1, 1, Verdict::yes)), "without effect");
  EXPECT_EQ(gathering.give(participant(1), judge(1, 1, Verdict::no)), "accepted");
  EXPECT_EQ(gathering.at(1).verdict, Verdict::no) << "the last one counts";
}

TEST(JudgeAnswerH12, ShownFromFiveAndWithARound) {
  Gathering gathering = with_open({1, 2, 3, 4, 5, 6});
  for (Number number = 1; number <= 6; ++number) gathering.give(stage(), MarkAnswered{question(number)});
  gathering.pass_round();
  for (Number number = 1; number <= 4; ++number)
    gathering.give(participant(number), judge(number, number, Verdict::yes));
  EXPECT_EQ(gathering.pass_round(), "without effect") << "not even that somebody judged";
  gathering.give(participant(5), judge(5, 5, Verdict::partly));
  EXPECT_EQ(gathering.state.shown_verdicts, Verdicts{});
  EXPECT_EQ(gathering.pass_round(), "accepted");
  EXPECT_EQ(gathering.state.shown_verdicts, (Verdicts{.yes = 4, .partly = 1, .no = 0}));
  for (const Audience audience : all_audiences)
    EXPECT_EQ(gathering.view(audience).at({Collection::session, ""}).at("judged_yes"),
              Value(std::int64_t{4}));
}

TEST(JudgeAnswerH15, FromFiveOnThreeMoreAtATime) {
  Gathering gathering = with_open({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
  for (Number number = 1; number <= 12; ++number) gathering.give(stage(), MarkAnswered{question(number)});
  gathering.pass_round();
  Number judged = 0;
  const auto more = [&](Number count, Verdict verdict) {
    for (Number i = 0; i < count; ++i) {
      judged += 1;
      gathering.give(participant(judged), judge(judged, judged, verdict));
    }
    return gathering.pass_round();
  };
  const auto shown = [&] { return gathering.state.shown_verdicts; };
  EXPECT_EQ(more(6, Verdict::yes), "accepted");
  EXPECT_EQ(shown(), (Verdicts{.yes = 6, .partly = 0, .no = 0}));
  EXPECT_EQ(more(1, Verdict::no), "without effect") << "it would be one person's";
  EXPECT_EQ(more(1, Verdict::no), "without effect");
  gathering.give(participant(1), judge(1, 1, Verdict::partly));
  EXPECT_EQ(gathering.pass_round(), "without effect") << "nor that somebody thinks better of it";
  EXPECT_EQ(shown(), (Verdicts{.yes = 6, .partly = 0, .no = 0}));
  EXPECT_EQ(more(1, Verdict::no), "accepted");
  EXPECT_EQ(shown(), (Verdicts{.yes = 5, .partly = 1, .no = 3}));
  // Who takes back what was counted takes nothing back that was told.
  gathering.give(stage(), ReopenQuestion{question(9)});
  gathering.give(participant(9), withdraw(9, 9));
  EXPECT_EQ(more(3, Verdict::yes), "accepted");
  EXPECT_EQ(shown(), (Verdicts{.yes = 5, .partly = 1, .no = 3})) << "eleven now, and nine were told";
}

TEST(JudgeAnswerH13, NoDeskCanFindOutWhoseItWas) {
  Gathering gathering = with_open({1, 2, 3, 4, 5});
  for (Number number = 1; number <= 5; ++number) {
    gathering.give(stage(), MarkAnswered{question(number)});
    gathering.give(participant(number), judge(number, number, number == 3 ? Verdict::no : Verdict::yes));
  }
  gathering.pass_round();
  const Verdicts before = gathering.state.shown_verdicts;
  EXPECT_EQ(before, (Verdicts{.yes = 4, .partly = 0, .no = 1}));
  gathering.give(stage(), ReopenQuestion{question(3)});
  gathering.pass_round();
  EXPECT_EQ(gathering.state.shown_verdicts, before);
  gathering.give(moderator(), RefuseQuestion{question(3), Reason::unclear});
  gathering.pass_round();
  EXPECT_EQ(gathering.state.shown_verdicts, before);
}

}  // namespace
}  // namespace durf::domain::testing
