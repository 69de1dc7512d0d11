// SPDX-License-Identifier: MIT
// Support: one token counts once, the newest wish stands, and what is shown moves with rounds.
#include <gtest/gtest.h>

#include "domain/gathering.hpp"

namespace durf::domain::testing {
namespace {

Gathering with_one_open() {
  Gathering gathering = gone_live();
  gathering.bring_out({1});
  return gathering;
}

TEST(UpvoteQuestionU1, TheRevisionLiesWithinItsLimits) {
  Gathering gathering = with_one_open();
  const std::string refusal = "out_of_range min=1 max=9007199254740991";
  EXPECT_EQ(gathering.give(participant(2), upvote(1, 2, 0)), refusal);
  EXPECT_EQ(gathering.give(participant(2), upvote(1, 2, 9'007'199'254'740'992)), refusal);
  EXPECT_EQ(gathering.give(participant(2), upvote(1, 2, ~0ull)), refusal);
  EXPECT_EQ(gathering.give(participant(2), upvote(1, 2, 9'007'199'254'740'991)), "accepted");
}

TEST(UpvoteQuestionU2, AHeldQuestionIsAsUnknownAsNone) {
  Gathering gathering = gone_live();
  gathering.give(participant(1), submit(1, 1));
  EXPECT_EQ(gathering.give(participant(2), upvote(1, 2, 1)), "unknown_question");
  EXPECT_EQ(gathering.give(participant(2), upvote(5, 2, 1)), "unknown_question");
}

TEST(UpvoteQuestionU3, TooLateForAnAnsweredOne) {
  Gathering gathering = with_one_open();
  gathering.give(facilitator(), HighlightQuestion{question(1)});
  EXPECT_EQ(gathering.give(participant(2), upvote(1, 2, 1)), "accepted");
  gathering.give(facilitator(), MarkAnswered{question(1)});
  EXPECT_EQ(gathering.give(participant(2), upvote(1, 2, 2, false)), "too_late");
  EXPECT_EQ(support_of(gathering.at(1)), 2u);
}

TEST(UpvoteQuestionU4, TheHighestRevisionStands) {
  struct Line {
    std::uint64_t revision;
    bool up;
    const char* outcome;
    std::uint32_t support;
  };
  Gathering gathering = with_one_open();
  for (const Line& line : std::vector<Line>{
           {1, true, "accepted", 2},
           {1, true, "without effect", 2},  // sent again
           {3, false, "accepted", 1},       // overtook the second
           {2, true, "without effect", 1},  // came late
           {3, true, "without effect", 1},  // equal: the first of that number stands
           {4, true, "accepted", 2},
       }) {
    EXPECT_EQ(gathering.give(participant(2), upvote(1, 2, line.revision, line.up)), line.outcome);
    EXPECT_EQ(support_of(gathering.at(1)), line.support);
  }
}

TEST(UpvoteQuestionU4, TheAuthorCountsOnceToo) {
  Gathering gathering = with_one_open();
  EXPECT_EQ(gathering.give(participant(1), upvote(1, 1, 1)), "without effect")
      << "asking was the first upvote";
  EXPECT_EQ(support_of(gathering.at(1)), 1u);
  EXPECT_EQ(gathering.give(participant(1), upvote(1, 1, 2, false)), "accepted");
  EXPECT_EQ(support_of(gathering.at(1)), 0u);
}

TEST(UpvoteQuestionU4, EachTokenCounts) {
  Gathering gathering = with_one_open();
  for (Number person = 2; person <= 10; ++person)
    EXPECT_EQ(gathering.give(participant(person), upvote(1, person, 1)), "accepted");
  EXPECT_EQ(support_of(gathering.at(1)), 10u);
}

TEST(UpvoteQuestionU5, TheSameWishWithAHigherRevisionIsRecorded) {
  Gathering gathering = with_one_open();
  gathering.give(participant(2), upvote(1, 2, 1));
  EXPECT_EQ(gathering.give(participant(2), upvote(1, 2, 5)), "accepted");
  EXPECT_EQ(gathering.give(participant(2), upvote(1, 2, 4, false)), "without effect");
  EXPECT_EQ(support_of(gathering.at(1)), 2u);
}

TEST(UpvoteQuestionU6, ShownSupportMovesWhenARoundPasses) {
  Gathering gathering = with_one_open();
  gathering.give(participant(2), upvote(1, 2, 1));
  EXPECT_EQ(gathering.at(1).shown_support, 1u);
  EXPECT_EQ(gathering.pass_round(), "accepted");
  EXPECT_EQ(gathering.at(1).shown_support, 2u);
}

}  // namespace
}  // namespace durf::domain::testing
