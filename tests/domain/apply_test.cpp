// SPDX-License-Identifier: MIT
// Facts into state: what does not fit is a bug, and nothing of a command is kept but its id.
#include "durf/domain/apply.hpp"

#include <gtest/gtest.h>

#include "domain/gathering.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain::testing {
namespace {

RoundPassed released(std::vector<QuestionId> questions) {
  return {.released = std::move(questions), .pending = {}, .replies = {}, .pending_replies = {}};
}

TEST(ApplyS2, AnEventThatDoesNotFitIsABug) {
  Gathering gathering = gone_live();
  gathering.bring_out({1, 2, 3});
  gathering.give(participant(4), submit(4, 4));
  gathering.give(facilitator(), MarkAnswered{question(3)});
  gathering.give(participant(9), upvote(1, 9, 5));
  gathering.bring_out({5, 6, 7});
  gathering.give(moderator(), MergeQuestion{question(6), question(5)});
  gathering.give(stage(), ask_back(1));
  gathering.give(moderator(), RefuseQuestion{question(7), Reason::insult});
  domain::apply(gathering.state, CommandAccepted{numbered<CommandId>(1)});
  ASSERT_EQ(gathering.give(participant(10), submit(10, 10)), "accepted");
  ASSERT_EQ(gathering.at(4).status, QuestionStatus::open);

  const SubmitQuestion again = submit(1, 1);
  const std::vector<Event> unfit = {
      SessionCreated{a_definition()},
      QuestionSubmitted{.question = again.question,
                        .topic = {},
                        .text = again.text,
                        .authorship = {},
                        .receipt = {},
                        .nullifier = {}},
      QuestionSubmitted{},
      QuestionWithdrawn{question(8)},
      QuestionWithdrawn{question(3)},
      UpvoteChanged{.question = question(8), .nullifier = {}, .revision = 1, .up = true},
      UpvoteChanged{.question = question(10), .nullifier = {}, .revision = 1, .up = true},
      UpvoteChanged{.question = question(1), .nullifier = nullifier(9, 1), .revision = 5, .up = false},
      released({question(1)}),
      released({question(10), question(10)}),
      released({question(8)}),
      RoundPassed{.released = {}, .pending = {question(10)}, .replies = {}, .pending_replies = {}},
      RoundPassed{.released = {}, .pending = {}, .replies = {reply(1)}, .pending_replies = {}},
      QuestionHighlighted{question(10)},
      QuestionHighlighted{question(3)},
      QuestionAnswered{question(3)},
      QuestionAnswered{question(10)},
      QuestionReopened{question(1)},
      HidingWished{question(10)},
      AskBackReplied{.reply = reply(1, 1), .text = {}, .receipt = {}},
      AskBackReplied{.reply = reply(2, 0), .text = {}, .receipt = {}},
      AnswerJudged{.question = question(1), .verdict = Verdict::yes},
      AnswerWritten{.question = question(10), .answer = {}},
      AskedBack{.question = question(7), .text = {}},
      NoteSet{.question = question(10), .note = "x"},
      QuestionApproved{question(1)},
      QuestionHeldBack{question(3)},
      QuestionRefused{.question = question(6), .reason = Reason::insult},
      QuestionRefused{.question = question(10), .reason = Reason::insult},
      QuestionRestored{question(1)},
      ReplyApproved{reply(1)},
      ReplyRefused{.reply = reply(1), .reason = Reason::insult},
      ReplyHeldBack{reply(1)},
      QuestionRedacted{.question = question(10), .text = "x"},
      ReplyRedacted{.reply = reply(1), .text = "x"},
      QuestionLabelled{.question = question(10), .label = "x"},
      QuestionPinned{.question = question(10), .pinned = true},
      QuestionArchived{.question = question(10), .archived = true},
      QuestionMerged{.question = question(1), .into = question(1)},
      QuestionMerged{.question = question(1), .into = question(3)},
      QuestionMerged{.question = question(1), .into = question(7)},
      QuestionMerged{.question = question(6), .into = question(1)},
      MergeUndone{question(1)},
      MergeTold{question(1)},
      ModerationSet{false},
      SessionEnded{0},
      SessionClosed{},
      KeepDaysSet{0},
      ResultsLinkSet{.secret = {}, .secret_hash = numbered<SecretHash>(1)},
      PhaseChanged{Phase::live},
      PhaseChanged{Phase::ended},
      RehearsalEnded{},
      RoundsLengthened{20'000},
      TimerSet{-1},
      LinkSet{.link = link(5), .role = Role::participant, .label = "", .secret_hash = {}},
      LinkRevoked{link(5)},
      CommandAccepted{numbered<CommandId>(1)},
  };
  for (std::size_t index = 0; index < unfit.size(); ++index) {
    State state = gathering.state;
    EXPECT_THROW(domain::apply(state, unfit[index]), base::Bug) << "event " << index;
  }
}

TEST(ApplyS2, InTheLobbyNothingWaitsThroughARound) {
  Gathering gathering = in_the_lobby();
  gathering.give(participant(1), submit(1, 1));
  EXPECT_THROW(domain::apply(gathering.state, RoundPassed{}), base::Bug);
}

TEST(ApplyS3, AcceptedCommandsAreIdsAndNothingMore) {
  State state = in_the_lobby().state;
  State expected = state;
  domain::apply(state, CommandAccepted{numbered<CommandId>(7)});
  expected.accepted = {numbered<CommandId>(7)};
  EXPECT_EQ(state, expected);
}

}  // namespace
}  // namespace durf::domain::testing
