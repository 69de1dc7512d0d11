// SPDX-License-Identifier: MIT
// Facts into state: what does not fit is a bug, and nothing of a command is kept but its id.
#include "durf/domain/apply.hpp"

#include <gtest/gtest.h>

#include "domain/gathering.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain::testing {
namespace {

TEST(ApplyS2, AnEventThatDoesNotFitIsABug) {
  Gathering gathering = gone_live();
  gathering.bring_out({1, 2, 3});
  gathering.give(participant(4), submit(4, 4));
  gathering.give(facilitator(), MarkAnswered{question(3)});
  gathering.give(participant(9), upvote(1, 9, 5));
  domain::apply(gathering.state, CommandAccepted{numbered<CommandId>(1)});

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
      UpvoteChanged{.question = question(4), .nullifier = {}, .revision = 1, .up = true},
      UpvoteChanged{.question = question(1), .nullifier = nullifier(9, 1), .revision = 5, .up = false},
      RoundPassed{{question(1)}},
      RoundPassed{{question(4), question(4)}},
      RoundPassed{{question(8)}},
      QuestionHighlighted{question(4)},
      QuestionHighlighted{question(3)},
      QuestionAnswered{question(3)},
      QuestionAnswered{question(4)},
      QuestionReopened{question(1)},
      PhaseChanged{Phase::live},
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

TEST(ApplyS2, RoundsPassOnlyWhileLive) {
  State state = in_the_lobby().state;
  EXPECT_THROW(domain::apply(state, RoundPassed{}), base::Bug);
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
