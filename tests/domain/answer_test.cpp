// SPDX-License-Identifier: MIT
// What the desks that answer write down: the answer card, what they ask back, their notes.
#include <gtest/gtest.h>

#include <functional>

#include "domain/gathering.hpp"

namespace durf::domain::testing {
namespace {

std::string write(Gathering& gathering, const std::function<void(Answer&)>& change) {
  WriteAnswer command = write_answer(1, "Yes.", "By May.");
  change(command.answer);
  return gathering.give(stage(), command);
}

TEST(WriteAnswerW1, WhileLiveAndAfterTheEnd) {
  Gathering gathering = with_open({1});
  EXPECT_EQ(gathering.give(stage(), write_answer(1, "Yes.", "By May.")), "accepted");
  EXPECT_EQ(gathering.at(1).answer, write_answer(1, "Yes.", "By May.").answer);
  EXPECT_EQ(gathering.give(stage(), write_answer(1, "Yes.", "By May.")), "without effect");
  gathering.give(facilitator(), OpenLobby{});
  EXPECT_EQ(gathering.give(stage(), write_answer(1, "No.")), "not_now");
  Gathering ended = ended_with({1});
  EXPECT_EQ(ended.give(facilitator(), write_answer(1, "In writing.")), "accepted");
}

TEST(WriteAnswerW2, OfWhatAllMaySee) {
  Gathering gathering = with_pending({1, 2});
  gathering.give(moderator(), RefuseQuestion{question(2), Reason::unclear});
  for (const Number number : {1u, 2u, 3u})
    EXPECT_EQ(gathering.give(stage(), write_answer(number, "Yes.")), "unknown_question");
  gathering.give(moderator(), ApproveQuestion{question(1)});
  EXPECT_EQ(gathering.give(stage(), write_answer(1, "Yes.")), "accepted");
}

TEST(WriteAnswerW3, TextsHaveTheirLimits) {
  Gathering gathering = with_open({1});
  EXPECT_EQ(write(gathering, [](Answer& a) { a.text.text = std::string(2'401, 'a'); }),
            "text_too_long max=2400");
  EXPECT_EQ(write(gathering, [](Answer& a) { a.promise = std::string(2'401, 'a'); }),
            "text_too_long max=2400");
  EXPECT_EQ(write(gathering, [](Answer& a) { a.role = std::string(161, 'a'); }), "text_too_long max=160");
  EXPECT_EQ(write(gathering, [](Answer& a) { a.role = "a\nb"; }), "text_forbidden");
  EXPECT_EQ(write(gathering, [](Answer& a) { a.text.text = "a\tb"; }), "text_forbidden");
  EXPECT_TRUE(gathering.at(1).answer.empty());
  EXPECT_EQ(write(gathering,
                  [](Answer& a) {
                    a.text.text = "two\nlines";
                    a.role = "";
                  }),
            "accepted");
  EXPECT_EQ(write(gathering, [](Answer& a) { a.text.text = ""; }), "accepted") << "a promise alone";
}

TEST(WriteAnswerW4, ACardHasADay) {
  Gathering gathering = with_open({1});
  for (const char* day : {"", "2026-11-2", "2026-13-01", "2026-00-10", "2026-11-00", "2026-11-32",
                          "2026/11/21", "21-11-2026", "2026-1a-21", "2026-11-211"})
    EXPECT_EQ(write(gathering, [&](Answer& a) { a.day = day; }), "text_forbidden") << day;
  EXPECT_EQ(write(gathering, [](Answer& a) { a.day = "2026-12-31"; }), "accepted");
}

TEST(WriteAnswerW5, WithoutAnswerAndPromiseTheCardIsTakenAway) {
  Gathering gathering = with_open({1});
  EXPECT_EQ(gathering.give(stage(), write_answer(1, "")), "without effect");
  gathering.give(stage(), write_answer(1, "Yes."));
  EXPECT_EQ(gathering.give(stage(), write_answer(1, "")), "accepted");
  EXPECT_EQ(gathering.at(1).answer, Answer{});
}

TEST(AskBackW6, OfWhatAllMaySeeAndThreeTimes) {
  Gathering gathering = with_open({1});
  EXPECT_EQ(gathering.give(stage(), ask_back(2)), "unknown_question");
  EXPECT_EQ(gathering.give(stage(), ask_back(1, " ")), "text_empty");
  EXPECT_EQ(gathering.give(stage(), ask_back(1, std::string(1'121, 'a'))), "text_too_long max=1120");
  for (int time = 0; time < 3; ++time) EXPECT_EQ(gathering.give(stage(), ask_back(1)), "accepted");
  EXPECT_EQ(gathering.give(stage(), ask_back(1)), "ask_backs_full max=3");
  EXPECT_EQ(gathering.at(1).exchanges.size(), 3u);
  EXPECT_EQ(gathering.at(1).exchanges[0].status, ReplyStatus::none);
}

TEST(SetNoteW7, OfWhatCameOut) {
  Gathering gathering = with_open({1});
  gathering.give(participant(2), submit(2, 2));
  EXPECT_EQ(gathering.give(stage(), SetNote{question(2), "x"}), "unknown_question");
  EXPECT_EQ(gathering.give(stage(), SetNote{question(1), ""}), "without effect");
  EXPECT_EQ(gathering.give(stage(), SetNote{question(1), std::string(2'401, 'a')}), "text_too_long max=2400");
  EXPECT_EQ(gathering.give(stage(), SetNote{question(1), "ask\nHR"}), "accepted");
  EXPECT_EQ(gathering.at(1).note, "ask\nHR");
  EXPECT_EQ(gathering.give(stage(), SetNote{question(1), ""}), "accepted");
}

}  // namespace
}  // namespace durf::domain::testing
