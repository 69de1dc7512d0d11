// SPDX-License-Identifier: MIT
// Blocks over a part of a text: what stood there is gone, and nothing else changes.
#include <gtest/gtest.h>

#include "domain/gathering.hpp"

namespace durf::domain::testing {
namespace {

Gathering with_text(std::string text) {
  Gathering gathering = gone_live();
  gathering.give(participant(1), submit(1, 1, std::move(text)));
  for (int round = 0; round < 3; ++round) gathering.pass_round();
  return gathering;
}

RedactQuestion redact(std::uint32_t from, std::uint32_t count, std::uint32_t of) {
  return {.question = question(1), .from = from, .count = count, .of = of};
}

TEST(RedactQuestionB1, CountsCodePointsAndLeavesThreeBlocks) {
  struct Line {
    const char* text;
    RedactQuestion command;
    const char* after;
  };
  for (const Line& line : std::vector<Line>{
           {"Why does Jan shout?", redact(9, 3, 19), "Why does ███ shout?"},
           {"Why does Jan shout?", redact(0, 19, 19), "███"},
           {"Wéér Zoë \U0001F644!", redact(5, 3, 11), "Wéér ███ \U0001F644!"},
           {"Wéér Zoë \U0001F644!", redact(9, 1, 11), "Wéér Zoë ███!"},
           {"a", redact(0, 1, 1), "███"},
       }) {
    Gathering gathering = with_text(line.text);
    EXPECT_EQ(gathering.give(moderator(), line.command), "accepted") << line.text;
    EXPECT_EQ(gathering.at(1).text.text, line.after);
    EXPECT_TRUE(gathering.at(1).redacted);
  }
}

TEST(RedactQuestionB2, ATextThatChangedMeanwhileIsLeftAlone) {
  Gathering gathering = with_text("Jan and Piet");
  gathering.give(moderator(), redact(8, 4, 12));
  EXPECT_EQ(gathering.give(moderator(), redact(0, 3, 12)), "changed_meanwhile");
  EXPECT_EQ(gathering.at(1).text.text, "Jan and ███");
  EXPECT_EQ(gathering.give(moderator(), redact(0, 3, 11)), "accepted");
  EXPECT_EQ(gathering.at(1).text.text, "███ and ███");
}

TEST(RedactQuestionB3, OnlyWithinTheText) {
  Gathering gathering = with_text("Jan");
  EXPECT_EQ(gathering.give(moderator(), redact(3, 1, 3)), "out_of_range min=0 max=2");
  EXPECT_EQ(gathering.give(moderator(), redact(1, 0, 3)), "out_of_range min=1 max=2");
  EXPECT_EQ(gathering.give(moderator(), redact(1, 3, 3)), "out_of_range min=1 max=2");
  EXPECT_EQ(gathering.give(moderator(), redact(1, 4'294'967'295, 3)), "out_of_range min=1 max=2");
  EXPECT_EQ(gathering.at(1).text.text, "Jan");
  EXPECT_FALSE(gathering.at(1).redacted);
}

TEST(RedactQuestionB4, BlocksUponBlocksDoNotGrowForEver) {
  Gathering gathering = with_text(std::string(1'120, 'a'));
  std::uint32_t length = 1'120;
  std::string outcome;
  while ((outcome = gathering.give(moderator(), redact(length - 1, 1, length))) == "accepted") length += 2;
  EXPECT_EQ(outcome, "text_too_long max=2240");
  EXPECT_LE(gathering.at(1).text.text.size(), 2'240u);
  EXPECT_EQ(gathering.give(moderator(), redact(0, 3, length)), "text_too_long max=2240");
  EXPECT_EQ(gathering.give(moderator(), redact(0, length, length)), "accepted");
}

TEST(RedactQuestionB5, WhatCameOutInWhateverState) {
  Gathering gathering = with_text("Jan");
  gathering.give(participant(2), submit(2, 2, "Jan"));
  RedactQuestion held = redact(0, 3, 3);
  held.question = question(2);
  EXPECT_EQ(gathering.give(moderator(), held), "unknown_question");
  gathering.give(moderator(), RefuseQuestion{question(1), Reason::about_a_person});
  EXPECT_EQ(gathering.give(moderator(), redact(0, 3, 3)), "accepted");
  EXPECT_EQ(gathering.give(moderator(), redact(0, 3, 3)), "without effect") << "there are only blocks";
}

TEST(RedactReplyB6, AsAQuestionInWhateverStateTheReplyCameOut) {
  Gathering gathering = with_text("Why?");
  gathering.give(stage(), ask_back(1));
  gathering.give(participant(1), reply_to(1, 0, 1, "Jan and Zoë"));
  const auto cover = [&](std::uint32_t from, std::uint32_t count, std::uint32_t of) {
    return gathering.give(moderator(), RedactReply{reply(1), from, count, of});
  };
  EXPECT_EQ(cover(0, 3, 11), "unknown_reply") << "it is in the hat";
  for (int round = 0; round < 3; ++round) gathering.pass_round();
  const auto text = [&] { return gathering.at(1).exchanges.at(0).reply.text; };
  EXPECT_EQ(cover(8, 3, 11), "accepted");
  EXPECT_EQ(text(), "Jan and ███");
  EXPECT_EQ(cover(0, 3, 12), "changed_meanwhile");
  EXPECT_EQ(cover(11, 1, 11), "out_of_range min=0 max=10");
  EXPECT_EQ(cover(0, 12, 11), "out_of_range min=1 max=11");
  gathering.give(moderator(), RefuseReply{reply(1), Reason::about_a_person});
  EXPECT_EQ(cover(0, 11, 11), "accepted");
  EXPECT_EQ(text(), "███");
  EXPECT_EQ(cover(0, 3, 3), "without effect");
  EXPECT_EQ(gathering.at(1).text.text, "Why?") << "and nothing else is touched";
}

}  // namespace
}  // namespace durf::domain::testing
