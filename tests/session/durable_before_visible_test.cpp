// SPDX-License-Identifier: MIT
// Shown here: nobody is told, and nobody is shown, what the log might still forget. The log is given records
// and answers when the test lets it; in between, the test looks at everything that the core says.
#include <gtest/gtest.h>

#include "durf/base/assert.hpp"
#include "session/room.hpp"

namespace durf::session::testing {
namespace {

TEST(AcknowledgeC1, TheAnswerFollowsTheDisk) {
  Room room;
  room.join(1);
  EXPECT_EQ(room.command(1, 7, submit(1, 1)), Lines{"append 2 extend"});
  EXPECT_FALSE(room.state().questions.contains(question(1)));
  EXPECT_EQ(room.durable(), Lines{"send 1: ok 7 with a receipt"});
  EXPECT_TRUE(room.state().questions.contains(question(1)));
}

TEST(AcknowledgeC1, TimeAndOtherInputDoNotHurryIt) {
  Room room;
  room.join(1);
  room.command(1, 7, submit(1, 1));
  room.pass(60'000);
  EXPECT_EQ(room.wake_up(), Lines{});
  EXPECT_EQ(room.drained(1), Lines{});
  EXPECT_EQ(room.join(2), Lines{});
  EXPECT_EQ(room.leave(2), Lines{});
}

TEST(VisibleC2, NewcomersWaitForTheDiskToo) {
  Room room;
  room.join(desk, facilitator());
  room.command(desk, 7, domain::GoLive{});
  EXPECT_EQ(room.join(1), Lines{});
  EXPECT_EQ(room.join(screen, presenter()), Lines{});
  const Lines lines = room.durable();
  EXPECT_EQ(lines.front(), "send 100: ok 7");
  EXPECT_TRUE(room.said_text(R"("phase":"live")"));
  EXPECT_EQ(lines.back(), "send 101 attach presenter: welcome, snapshot 1, clock");
}

TEST(VisibleC2, WhatTheDiskRefusedIsNeverShown) {
  Room room;
  room.join(desk, facilitator());
  room.command(desk, 7, domain::GoLive{});
  room.join(1);
  room.disk_full();
  EXPECT_FALSE(room.said_text(R"("phase":"live")"));
  EXPECT_TRUE(room.said_text(R"("phase":"lobby")"));
}

TEST(VisibleC2, SupportIsShownOnlyWhenItsRoundIsOnDisk) {
  Room room(live_definition());
  for (const Number person : {1, 2, 3}) {
    room.join(person);
    room.done(person, 10 + person, submit(person, person));
  }
  room.go_to(20'000);
  EXPECT_EQ(room.wake_up(), Lines{"append 5 extend"});
  room.join(4);
  room.durable();
  EXPECT_TRUE(room.said_text("Why number 1?"));
}

TEST(BatchC6, WhatArrivesDuringACommitIsTheNextRecord) {
  Room room;
  for (const Number person : {1, 2, 3}) room.join(person);
  EXPECT_EQ(room.command(1, 7, submit(1, 1)), Lines{"append 2 extend"});
  EXPECT_EQ(room.command(2, 8, submit(2, 2)), Lines{});
  EXPECT_EQ(room.command(3, 9, submit(3, 3)), Lines{});
  EXPECT_EQ(room.durable(), (Lines{"send 1: ok 7 with a receipt", "append 3 extend"}));
  EXPECT_EQ(room.durable(), (Lines{"send 2: ok 8 with a receipt", "send 3: ok 9 with a receipt"}));
}

TEST(BatchC6, ARoomThatNeverPausesStillAnswersAndShows) {
  Room room;
  room.join(desk, facilitator());
  for (Number i = 0; i < 20; ++i) {
    room.command(desk, 100 + i, domain::SetScreen{.blank = i % 2 == 0, .join_panel = false});
    if (i == 0) continue;  // from here on the log always has something under way, and more waits
    room.pass(50);
    const Lines lines = room.durable();
    ASSERT_GE(lines.size(), 3U) << "batch " << i;
    EXPECT_EQ(lines.front(), "send 100: ok " + std::to_string(99 + i));
    EXPECT_EQ(lines.back(), "append " + std::to_string(2 + i) + " extend");
  }
}

TEST(BatchC6, AFullDiskTakesBackOnlyItsOwnBatch) {
  Room room;
  for (const Number person : {1, 2}) room.join(person);
  room.command(1, 7, submit(1, 1));
  room.command(2, 8, submit(2, 2));
  EXPECT_EQ(room.durable(), (Lines{"send 1: ok 7 with a receipt", "append 3 extend"}));
  EXPECT_EQ(room.disk_full(), Lines{"send 2: no 8 disk_full"});
  EXPECT_TRUE(room.state().questions.contains(question(1)));
  EXPECT_FALSE(room.state().questions.contains(question(2)));
}

TEST(UnknownOutcomeC17, TheCoreGoesAndNobodyIsToldAnything) {
  for (const auto outcome : {log::AppendOutcome::failed, log::AppendOutcome::conflict}) {
    Room room;
    room.join(1);
    room.command(1, 7, submit(1, 1));
    room.join(2);
    EXPECT_EQ(room.log_says(outcome), Lines{"rebuild"});
    EXPECT_THROW(room.wake_up(), base::Bug);
  }
}

TEST(UnknownOutcomeC17, WhetherItWasKeptOrLostTheResentCommandCountsOnce) {
  for (const bool kept : {false, true}) {
    Room room;
    room.join(1);
    room.command(1, 7, submit(1, 1));
    if (kept) {
      room.payloads.push_back(room.pending->payload);
      ++room.next;
    }
    room.log_says(log::AppendOutcome::failed);
    room.rebuild();
    room.wake_up();
    if (room.pending) room.durable();
    room.join(1);
    const Lines lines = room.done(1, 7, submit(1, 1));
    EXPECT_EQ(lines.back(), "send 1: ok 7 with a receipt");
    EXPECT_EQ(lines.size(), kept ? 1U : 2U);
    EXPECT_EQ(room.state().questions.size(), 1U);
  }
}

TEST(BugC27, WhatCannotHappenIsReportedAndNotGuessedAround) {
  Room unasked;
  EXPECT_THROW(unasked.core->step(Appended{log::AppendOutcome::durable}, {unasked.now, {}}), base::Bug);
  Room backwards;
  backwards.pass(10);
  backwards.wake_up();
  EXPECT_THROW(backwards.core->step(Woken{}, {{9}, {}}), base::Bug);
  Room doubled;
  doubled.join(1);
  EXPECT_THROW(doubled.join(1), base::Bug);
}

}  // namespace
}  // namespace durf::session::testing
