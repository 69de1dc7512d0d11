// SPDX-License-Identifier: MIT
// Shown here: a session that ended goes on without new questions, shows its results, and is closed in one
// piece: the archive takes the place of the log, everyone is told, and the core is done.
#include <gtest/gtest.h>

#include <algorithm>

#include "durf/domain/limits.hpp"
#include "durf/log/record_codec.hpp"
#include "session/room.hpp"

namespace durf::session::testing {
namespace {

constexpr std::int32_t day = 20'778;

/// Questions of persons 1 to 3 came out, then the session ended.
Room ended() {
  Room room = Room::with_open({1, 2, 3});
  room.done(desk, 90, domain::EndSession{day});
  room.pass(1'000);
  room.wake_up();
  while (room.pending) room.durable();
  return room;
}

bool says(const Lines& lines, const std::string& line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

TEST(EndC34, StopsTheTimerAndKeepsTheBeatOfTheRounds) {
  Room room = Room::with_open({1, 2, 3});
  room.done(desk, 80, domain::StartTimer{60'000});
  ASSERT_TRUE(room.said_text(R"("timer":{)"));
  room.pass(1'000);
  const std::int64_t left = 40'000 - room.now.value;
  room.done(desk, 81, domain::EndSession{day});
  EXPECT_TRUE(
      room.said_text(R"("round":{"left_ms":)" + std::to_string(left) + R"(,"every_ms":20000},"timer":null)"));
}

TEST(EndC34, RoundsGoOnForReplies) {
  Room room = ended();
  room.done(stage_desk, 91, ask_back(1));
  room.done(1, 92, reply_to(1, 0, 1));
  for (int round = 0; round < 3; ++round) room.pass_round();
  EXPECT_EQ(room.state().questions.at(question(1)).exchanges.front().status, domain::ReplyStatus::open);
}

TEST(EndC34, FromTheLobbyTheyBegin) {
  Room room;
  room.join(desk, facilitator());
  room.done(desk, 90, domain::EndSession{day});
  EXPECT_TRUE(room.said_text(R"("round":{"left_ms":20000,"every_ms":20000})"));
}

TEST(EndC34, AfterARestartTheyGoOn) {
  Room room = ended();
  room.rebuild();
  room.wake_up();
  while (room.pending) room.durable();
  room.join(1);
  EXPECT_TRUE(room.said_text(R"("round":{"left_ms":)"));
}

TEST(EndC34, ReleasesNothingAndFreesNoSlot) {
  Room room = Room::with_open({1, 2, 3});
  room.done(1, 70, submit(7, 1));
  room.done(desk, 71, domain::EndSession{day});
  room.done(desk, 72, domain::GoLive{});
  EXPECT_EQ(room.state().questions.at(question(7)).status, domain::QuestionStatus::held);
  EXPECT_EQ(room.command(1, 73, submit(8, 1)), Lines{"send 1: no 73 one_per_round"});
}

TEST(EndC34, AnEndThatTheDiskRefusedFreesNobodysSlot) {
  Room room = Room::with_open({1, 2, 3});
  room.done(1, 70, submit(7, 1));
  room.command(desk, 71, domain::EndSession{day});
  EXPECT_EQ(room.disk_full(), Lines{"send 100: no 71 disk_full"});
  EXPECT_EQ(room.command(1, 73, submit(8, 1)), Lines{"send 1: no 73 one_per_round"});
}

TEST(ResultsC36, AreThereOnlyWhileTheSessionIsEnded) {
  Room room = Room::with_open({1, 2, 3});
  EXPECT_FALSE(room.core->results());
  room.done(desk, 90, domain::EndSession{day});
  ASSERT_TRUE(room.core->results());
  EXPECT_EQ(room.core->results()->questions.size(), 3U);
  EXPECT_EQ(room.core->results()->ended_day, day);
  room.done(desk, 91, domain::GoLive{});
  EXPECT_FALSE(room.core->results());
}

TEST(ResultsC36, KeepTheirOrderWhileTheCoreRuns) {
  Room room = ended();
  const auto before = room.core->results();
  room.pass(1'000);
  room.done(desk, 91, domain::SetScreen{.blank = true, .join_panel = false});
  EXPECT_EQ(room.core->results(), before);
}

TEST(ResultsC36, HoldOnlyWhatIsOnDisk) {
  Room room = ended();
  room.command(desk, 91, write_answer(1, "We will."));
  const auto before = room.core->results();
  for (const domain::ArchivedQuestion& one : before->questions) EXPECT_FALSE(one.answer);
  room.durable();
  const auto results = room.core->results();
  EXPECT_TRUE(std::any_of(results->questions.begin(), results->questions.end(),
                          [](const domain::ArchivedQuestion& one) { return one.answer.has_value(); }));
}

TEST(CloseC35, TheArchiveTakesThePlaceOfTheLogAndEveryoneIsToldAfterTheAnswer) {
  Room room = ended();
  room.done(3, 91, withdraw(3, 3));
  room.join(4);
  const Lines written = room.command(desk, 92, domain::CloseSession{});
  ASSERT_EQ(written.size(), 1U);
  EXPECT_NE(written.front().find(" close with the definition"), std::string::npos);
  EXPECT_EQ(room.command(1, 93, withdraw(1, 1)), Lines{}) << "waits, and goes down with this core";
  EXPECT_EQ(room.join(5), Lines{}) << "waits at the door";
  const Lines lines = room.durable();
  EXPECT_EQ(lines.front(), "send 100: ok 92");
  for (const char* connection : {"1", "2", "3", "4", "5", "100", "102", "103"})
    EXPECT_TRUE(says(lines, "close " + std::string(connection) + " session_closed")) << connection;
  EXPECT_EQ(lines.back(), "closed");
  ASSERT_EQ(room.payloads.size(), 1U);
  EXPECT_TRUE(room.log_holds("Why number 1?"));
  EXPECT_FALSE(room.log_holds("Why number 3?")) << "it was withdrawn";
}

TEST(CloseC35, WhatWasDecidedBeforeInTheSameBatchIsInTheArchive) {
  Room room = ended();
  room.command(desk, 91, domain::SetScreen{.blank = true, .join_panel = false});
  room.command(stage_desk, 92, write_answer(1, "We will."));
  room.command(desk, 93, domain::CloseSession{});
  room.durable();
  ASSERT_TRUE(room.pending);
  EXPECT_EQ(room.pending->mode, log::AppendMode::close);
  const Lines lines = room.durable();
  EXPECT_TRUE(says(lines, "send 103: ok 92"));
  EXPECT_TRUE(room.log_holds("We will."));
}

TEST(CloseC35, OfTheDefinitionOnlyWhatFindsAndDeletesTheArchiveRemains) {
  Room room = ended();
  room.done(desk, 91,
            domain::SetResultsLink{numbered<domain::ResultsSecret>(5), numbered<domain::SecretHash>(55)});
  room.command(desk, 92, domain::CloseSession{});
  ASSERT_TRUE(room.pending && room.pending->definition);
  const auto remains = log::decode_definition(*room.pending->definition);
  ASSERT_TRUE(remains);
  EXPECT_EQ(remains->links.size(), 1U);
  EXPECT_EQ(remains->links.begin()->second.role, domain::Role::facilitator);
  EXPECT_EQ(remains->results_hash, numbered<domain::SecretHash>(55));
  EXPECT_EQ(remains->ended_day, day);
  EXPECT_EQ(remains->join_code, "");
  EXPECT_EQ(remains->word_list, "");
  room.durable();
  EXPECT_EQ(std::get<Closed>(room.actions.back()).remaining, *remains);
}

TEST(CloseC35, OnAFullDiskNothingIsClosed) {
  Room room = ended();
  room.command(desk, 91, domain::CloseSession{});
  EXPECT_EQ(room.disk_full(), Lines{"send 100: no 91 disk_full"});
  const std::string next = std::to_string(room.next);
  EXPECT_EQ(room.done(desk, 92, domain::SetScreen{.blank = true, .join_panel = false}).front(),
            "append " + next + " extend");
  EXPECT_EQ(room.done(desk, 91, domain::CloseSession{}).back(), "closed");
}

TEST(CloseC35, AnUnknownOutcomeGivesWayToWhatTheLogSays) {
  Room room = ended();
  room.command(desk, 91, domain::CloseSession{});
  EXPECT_EQ(room.log_says(log::AppendOutcome::failed), Lines{"rebuild"});
}

TEST(CloseC35, TheOperatorCanOrderIt) {
  Room room = ended();
  room.order(domain::CloseSession{});
  ASSERT_TRUE(room.pending);
  EXPECT_EQ(room.pending->mode, log::AppendMode::close);
  EXPECT_EQ(room.durable().back(), "closed");
}

}  // namespace
}  // namespace durf::session::testing
