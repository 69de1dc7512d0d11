// SPDX-License-Identifier: MIT
// What remains: the questions that were to be seen by all, in an order that follows from the entropy alone.
#include "durf/domain/archive.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "domain/gathering.hpp"

namespace durf::domain::testing {
namespace {

Stamp stamp(std::uint64_t seed) { return {.now = {}, .entropy = {seed, 2, 3, 4}}; }

const ArchivedQuestion* find(const Archive& archive, const std::string& text) {
  const auto found = std::find_if(archive.questions.begin(), archive.questions.end(),
                                  [&](const ArchivedQuestion& it) { return it.text.text == text; });
  return found == archive.questions.end() ? nullptr : &*found;
}

TEST(CloseSessionE7, ARehearsalLeavesNothingThatWasAskedInIt) {
  Gathering gathering = ended_with({1, 2, 3, 4, 5});
  gathering.state.definition.rehearsal = true;
  EXPECT_EQ(gathering.give(facilitator(), CloseSession{}), "accepted");
  const Archive archive = archive_of(gathering.state, stamp(1));
  EXPECT_EQ(archive.title.text, "Durf te Vragen");
  EXPECT_TRUE(archive.questions.empty());
  EXPECT_EQ(archive.tally, Tally{});
}

TEST(ArchiveK1, HoldsWhatAllMaySee) {
  Gathering gathering = with_open({1, 2, 3, 4, 5, 6});
  gathering.give(participant(9), upvote(1, 9, 1));
  gathering.give(stage(), ask_back(1, "Where?"));
  gathering.give(stage(), ask_back(1, "When?"));
  gathering.give(participant(1), reply_to(1, 0, 1, "Here."));
  for (int round = 0; round < 3; ++round) gathering.pass_round();
  gathering.give(stage(), MarkAnswered{question(1)});
  gathering.give(stage(), write_answer(1, "Yes.", "By May."));
  gathering.give(stage(), SetNote{question(1), "secret note"});
  gathering.give(moderator(), RefuseQuestion{question(3), Reason::insult});
  gathering.give(moderator(), MergeQuestion{question(4), question(2)});
  gathering.give(moderator(), HoldBackQuestion{question(5)});
  gathering.give(moderator(), ArchiveQuestion{question(6), true});
  gathering.give(facilitator(), EndSession{some_day});
  gathering.pass_round();

  const Archive archive = archive_of(gathering.state, stamp(1));
  EXPECT_EQ(archive.title.text, "Durf te Vragen");
  EXPECT_EQ(archive.ended_day, some_day);
  EXPECT_EQ(archive.keep_days, 14);
  EXPECT_EQ(archive.topics, gathering.state.definition.topics);
  ASSERT_EQ(archive.questions.size(), 3u);
  const ArchivedQuestion* first = find(archive, "Why number 1?");
  ASSERT_TRUE(first);
  EXPECT_TRUE(first->answered);
  EXPECT_EQ(first->support, 2u);
  EXPECT_EQ(first->answer, write_answer(1, "Yes.", "By May.").answer);
  ASSERT_EQ(first->exchanges.size(), 2u);
  EXPECT_EQ(first->exchanges[0].asked.text, "Where?");
  EXPECT_EQ(first->exchanges[0].reply->text, "Here.");
  EXPECT_EQ(first->exchanges[1].reply, std::nullopt);
  const ArchivedQuestion* second = find(archive, "Why number 2?");
  ASSERT_TRUE(second);
  EXPECT_FALSE(second->answered);
  EXPECT_EQ(second->answer, std::nullopt);
  EXPECT_TRUE(find(archive, "Why number 6?"));
  EXPECT_EQ(archive.tally,
            (Tally{.received = 6, .shown = 3, .answered = 1, .merged = 1, .refused = {{Reason::insult, 1}}}));
  EXPECT_EQ(archive.judged, std::nullopt);
}

TEST(ArchiveK1, HoldsNoReplyThatWasNotToBeSeen) {
  Gathering gathering = with_open({1});
  gathering.give(stage(), ask_back(1));
  gathering.give(moderator(), SetModeration{true});
  gathering.give(participant(1), reply_to(1, 0, 1, "hidden"));
  gathering.give(facilitator(), EndSession{some_day});
  gathering.give(facilitator(), CloseSession{});
  EXPECT_EQ(gathering.at(1).exchanges[0].status, ReplyStatus::pending);
  EXPECT_EQ(archive_of(gathering.state, stamp(1)).questions.at(0).exchanges.at(0).reply, std::nullopt);
}

TEST(ArchiveK2, ItsOrderFollowsFromTheEntropy) {
  std::vector<Number> numbers(30);
  for (Number number = 1; number <= 30; ++number) numbers[number - 1] = number;
  const Gathering gathering = ended_with(numbers);
  const Archive first = archive_of(gathering.state, stamp(1));
  EXPECT_EQ(first, archive_of(gathering.state, stamp(1)));
  EXPECT_NE(first, archive_of(gathering.state, stamp(2)));
}

TEST(ArchiveK3, ShowsVerdictsFromFive) {
  Gathering gathering = with_open({1, 2, 3, 4, 5});
  for (Number number = 1; number <= 5; ++number) {
    gathering.give(stage(), MarkAnswered{question(number)});
    gathering.give(participant(number), judge(number, number, Verdict::yes));
  }
  gathering.give(facilitator(), EndSession{some_day});
  gathering.give(facilitator(), CloseSession{});
  EXPECT_EQ(archive_of(gathering.state, stamp(1)).judged, (Verdicts{.yes = 5, .partly = 0, .no = 0}));
}

}  // namespace
}  // namespace durf::domain::testing
