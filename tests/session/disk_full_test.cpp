// SPDX-License-Identifier: MIT
// Shown here: when the disk refuses a batch, everything of it is as if it had not been, slots included,
// everyone who waited is told, and the room goes on when there is room.
#include <gtest/gtest.h>

#include "session/room.hpp"

namespace durf::session::testing {
namespace {

/// Three people with a question each in the hat, live.
Room three_in_the_hat() {
  Room room(live_definition());
  for (const Number person : {1, 2, 3}) {
    room.join(person);
    room.done(person, 10 + person, submit(person, person));
  }
  return room;
}

TEST(DiskFullC16, EverythingOfTheBatchIsTakenBackAndEveryoneIsTold) {
  Room room;
  for (const Number person : {1, 2}) room.join(person);
  room.join(desk, facilitator());
  const domain::State before = room.state();
  room.command(desk, 7, domain::GoLive{});
  room.disk_full();
  EXPECT_EQ(room.state(), before);
  EXPECT_EQ(room.command(desk, 7, domain::GoLive{}), Lines{"append 2 extend"});
}

TEST(DiskFullC16, ASlotThatWasTakenIsFreeAgain) {
  Room room;
  room.join(1);
  room.command(1, 7, submit(1, 1));
  room.disk_full();
  EXPECT_EQ(room.command(1, 8, submit(2, 1)), Lines{"append 2 extend"});
}

TEST(DiskFullC16, AlsoOfSomebodyWhoHasLeftMeanwhile) {
  Room room;
  for (const Number person : {1, 2}) room.join(person);
  room.command(2, 6, submit(2, 2));
  room.command(1, 7, submit(1, 1));
  room.leave(1);
  room.durable();
  room.disk_full();
  room.join(11, participant(1));
  EXPECT_EQ(room.command(11, 7, submit(1, 1)), Lines{"append 3 extend"});
}

TEST(DiskFullC16, ARoundThatCouldNotBeWrittenFreesNobodysSlot) {
  Room room = three_in_the_hat();
  room.go_to(20'000);
  EXPECT_EQ(room.wake_up(), Lines{"append 5 extend"});
  room.disk_full();
  EXPECT_EQ(room.state().round, 1U);
  EXPECT_EQ(room.command(1, 20, submit(9, 1)), Lines{"send 1: no 20 one_per_round"});
  room.go_to(40'000);
  room.wake_up();
  while (room.pending) room.durable();  // the log is rewritten in the same moment
  EXPECT_EQ(room.state().questions.at(question(1)).status, domain::QuestionStatus::open)
      << "three tokens are still counted: the next round brings it";
  EXPECT_EQ(room.command(1, 21, submit(9, 1)), Lines{"append 7 extend"});
}

TEST(DiskFullC16, ASlotFreedByARoundAndTakenAnewGoesBackToTheEarlierQuestion) {
  Room room = three_in_the_hat();
  room.command(1, 30, withdraw(8, 1));
  room.go_to(20'000);
  room.command(1, 31, submit(9, 1));  // the round passes first, in the same batch
  ASSERT_TRUE(room.pending);
  room.disk_full();
  EXPECT_EQ(room.command(1, 32, submit(9, 1)), Lines{"send 1: no 32 one_per_round"});
}

TEST(DiskFullC16, AnEndOfRehearsalThatCouldNotBeWrittenFreesNobodysSlot) {
  Room room(rehearsal_definition());
  room.join(1);
  room.join(desk, facilitator());
  room.done(1, 7, submit(1, 1));
  EXPECT_EQ(room.command(desk, 8, domain::BeginForReal{}), Lines{"append 3 anew with the definition"});
  EXPECT_EQ(room.disk_full(), Lines{"send 100: no 8 disk_full"});
  EXPECT_EQ(room.command(1, 9, submit(2, 1)), Lines{"send 1: no 9 one_per_round"});
  EXPECT_EQ(room.done(desk, 8, domain::BeginForReal{}).back(), "rebuild");
}

/// Person 1 was asked back twice about the own question.
Room asked_back_twice() {
  Room room = Room::with_open({1, 2, 3});
  for (const Number id : {40, 41}) room.done(stage_desk, id, ask_back(1));
  return room;
}

TEST(ReplyC33, IsAcknowledgedWithItsReceipt) {
  Room room = asked_back_twice();
  EXPECT_EQ(room.done(1, 50, reply_to(1, 0, 1)).at(1), "send 1: ok 50 with a receipt");
  EXPECT_EQ(room.command(1, 50, reply_to(1, 0, 1)), Lines{"send 1: ok 50 with a receipt"});
}

TEST(ReplyC33, ASlotThatTheDiskRefusedIsFreeAgain) {
  Room room = asked_back_twice();
  room.command(1, 50, reply_to(1, 0, 1));
  EXPECT_EQ(room.disk_full(), Lines{"send 1: no 50 disk_full"});
  EXPECT_EQ(room.done(1, 51, reply_to(1, 1, 1)).at(1), "send 1: ok 51 with a receipt");
  EXPECT_EQ(room.command(1, 52, reply_to(1, 0, 1)), Lines{"send 1: no 52 one_per_round"});
}

TEST(ReplyC33, ARoundThatCouldNotBeWrittenFreesNobodysSlot) {
  Room room = asked_back_twice();
  room.done(1, 50, reply_to(1, 0, 1));
  for (std::uint32_t wait = 0; wait < domain::limits::round_waits_max; ++wait) room.pass_round();
  room.now = std::max(room.now, *room.wake);
  const std::uint32_t before = room.state().round;
  for (int woken = 0; woken < 5; ++woken) {
    room.now = std::max(room.now, *room.wake);
    room.wake_up();
    if (!room.pending) continue;
    if (room.pending->mode == log::AppendMode::extend) break;
    room.durable();
  }
  ASSERT_TRUE(room.pending);
  room.disk_full();
  ASSERT_EQ(room.state().round, before);
  EXPECT_EQ(room.command(1, 51, reply_to(1, 1, 1)), Lines{"send 1: no 51 one_per_round"});
}

TEST(DiskFullC41, WhatIsOnDiskAlreadyIsNotDisowned) {
  Room room;
  for (const Number person : {1, 2, 3}) room.join(person);
  room.done(1, 7, submit(1, 1));
  room.command(2, 8, submit(2, 2));
  room.command(1, 7, submit(1, 1));  // again, while a record is being written, and so in one batch with the next
  room.command(3, 9, submit(3, 3));
  room.durable();
  EXPECT_EQ(room.disk_full(), (Lines{"send 1: ok 7 with a receipt", "send 3: no 9 disk_full"}));
  EXPECT_EQ(room.command(1, 10, submit(4, 1)), Lines{"send 1: no 10 one_per_round"}) << "its slot stays taken";
}

/// In the lobby, where nothing else wakes it up: a timer runs, and then the process dies.
Room timer_that_outlived_its_run() {
  Room room;
  room.join(desk, facilitator());
  room.done(desk, 7, domain::StartTimer{60'000});
  room.rebuild();
  return room;
}

TEST(DiskFullC42, ATimerThatOutlivedItsRunIsStoppedWhenThereIsRoom) {
  Room room = timer_that_outlived_its_run();
  EXPECT_EQ(room.wake_up(), Lines{"append 3 extend"});
  EXPECT_EQ(room.disk_full(), Lines{"append 3 replace"}) << "not at once again";
  EXPECT_EQ(room.durable(), Lines{});
  const auto wait = [&room] {
    ASSERT_TRUE(room.wake) << "it wants to try again by itself";
    ASSERT_GT(*room.wake, room.now) << "and not without a pause";
    room.now = *room.wake;
  };
  wait();
  EXPECT_EQ(room.wake_up(), Lines{"append 4 extend"});
  EXPECT_EQ(room.disk_full(), Lines{});
  wait();
  EXPECT_EQ(room.wake_up(), Lines{"append 4 extend"});
  room.durable();
  EXPECT_EQ(room.state().timer_ms, 0);
}

TEST(DiskFullC42, ATimerThatWasStartedMeanwhileRunsOn) {
  Room room = timer_that_outlived_its_run();
  room.wake_up();
  while (room.pending) room.disk_full();
  room.join(desk, facilitator());
  room.done(desk, 8, domain::StartTimer{120'000});
  room.pass(10'000);
  room.wake_up();
  while (room.pending) room.durable();
  EXPECT_EQ(room.state().timer_ms, 120'000);
}

TEST(DiskFullC16, AWithdrawalThatCouldNotBeWrittenLeavesTheTextShown) {
  Room room = three_in_the_hat();
  room.pass_round();
  room.command(1, 30, withdraw(1, 1));
  room.disk_full();
  room.pass(1'000);
  room.join(screen, presenter());
  EXPECT_TRUE(room.said_text("Why number 1?"));
}

}  // namespace
}  // namespace durf::session::testing
