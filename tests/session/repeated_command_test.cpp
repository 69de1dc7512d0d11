// SPDX-License-Identifier: MIT
// Shown here: a command that is sent again has no second effect and gets the same answer, wherever the first
// one is by then.
#include <gtest/gtest.h>

#include "durf/domain/limits.hpp"
#include "durf/session/refusals.hpp"
#include "session/room.hpp"

namespace durf::session::testing {
namespace {

TEST(RepeatedCommandC3, InTheSameBatch) {
  Room room;
  for (const Number person : {1, 2}) room.join(person);
  room.join(11, participant(1));  // a second tab of the same phone
  room.command(2, 9, submit(2, 2));
  room.command(1, 7, submit(1, 1));
  room.command(11, 7, submit(1, 1));
  room.durable();
  EXPECT_EQ(room.durable(), (Lines{"send 1: ok 7 with a receipt", "send 11: ok 7 with a receipt"}));
  EXPECT_EQ(room.state().questions.size(), 2U);
}

TEST(RepeatedCommandC3, InALaterBatch) {
  Room room;
  room.join(1);
  room.done(1, 7, submit(1, 1));
  EXPECT_EQ(room.command(1, 7, submit(1, 1)), Lines{"send 1: ok 7 with a receipt"});
  EXPECT_EQ(room.state().questions.size(), 1U);
}

TEST(RepeatedCommandC3, AfterTheCoreWasBuiltAgain) {
  Room room;
  room.join(desk, facilitator());
  room.done(desk, 7, domain::GoLive{});
  room.rebuild();
  room.wake_up();
  if (room.pending) room.durable();
  room.join(desk, facilitator());
  EXPECT_EQ(room.command(desk, 7, domain::GoLive{}), Lines{"send 100: ok 7"});
}

TEST(RepeatedCommandC3, AfterTheLogWasRewritten) {
  Room room;
  room.join(1);
  room.done(1, 7, submit(1, 1));
  room.rebuild();
  room.wake_up();
  room.durable();
  ASSERT_EQ(room.payloads.size(), 1U);
  room.rebuild();
  room.join(1);
  EXPECT_EQ(room.command(1, 7, submit(1, 1)).back(), "send 1: ok 7 with a receipt");
  EXPECT_FALSE(room.pending);
}

TEST(RepeatedCommandC3, AnOldWishDoesNotUndoANewerOne) {
  Room room(live_definition());
  for (const Number person : {1, 2, 3}) {
    room.join(person);
    room.done(person, 10 + person, submit(person, person));
  }
  room.pass_round();
  room.done(2, 21, upvote(1, 2, 1, true));
  room.done(2, 22, upvote(1, 2, 2, false));
  EXPECT_EQ(room.command(2, 21, upvote(1, 2, 1, true)), Lines{"send 2: ok 21"});
  EXPECT_EQ(domain::support_of(room.state().questions.at(question(1))), 1U);
}

TEST(RepeatedRefusalC4, IsToldTheSameEvenIfItCouldBeDoneNow) {
  Room room;
  room.join(desk, facilitator());
  EXPECT_EQ(room.command(desk, 7, domain::OpenLobby{}), Lines{"send 100: no 7 not_now"});
  room.done(desk, 8, domain::GoLive{});
  EXPECT_EQ(room.command(desk, 7, domain::OpenLobby{}), Lines{"send 100: no 7 not_now"});
  EXPECT_EQ(room.done(desk, 9, domain::OpenLobby{}).front(), "append 3 extend");
}

TEST(RepeatedRefusalC4, AlsoWithinOneBatch) {
  Room room;
  room.join(desk, facilitator());
  room.command(desk, 1, domain::SetScreen{.blank = true, .join_panel = false});
  room.command(desk, 7, domain::OpenLobby{});
  room.command(desk, 8, domain::GoLive{});
  room.command(desk, 7, domain::OpenLobby{});
  room.durable();
  room.durable();
  EXPECT_EQ(room.state().phase, domain::Phase::live);
  EXPECT_EQ(room.command(desk, 7, domain::OpenLobby{}), Lines{"send 100: no 7 not_now"});
}

TEST(RepeatedRefusalC4, IsForgottenWithTheEpoch) {
  Room room;
  room.join(desk, facilitator());
  room.command(desk, 7, domain::OpenLobby{});
  room.done(desk, 8, domain::GoLive{});
  room.rebuild();
  room.wake_up();
  if (room.pending) room.durable();
  room.join(desk, facilitator());
  EXPECT_EQ(room.command(desk, 7, domain::OpenLobby{}), Lines{"append 4 extend"});
}

TEST(RepeatedRefusalC4, SoManyAreRememberedAndTheOldestGoFirst) {
  Refusals refusals;
  const domain::Rejection first{domain::RejectionCode::not_now, {}, {}};
  const auto max = static_cast<Number>(domain::limits::refusals_remembered_max);
  for (Number i = 1; i <= max; ++i) refusals.remember(numbered<domain::CommandId>(i), first);
  refusals.remember(numbered<domain::CommandId>(1), {domain::RejectionCode::too_late, {}, {}});
  EXPECT_EQ(refusals.find(numbered<domain::CommandId>(1)), first);
  refusals.remember(numbered<domain::CommandId>(max + 1), first);
  EXPECT_FALSE(refusals.find(numbered<domain::CommandId>(1)));
  EXPECT_TRUE(refusals.find(numbered<domain::CommandId>(2)));
  EXPECT_TRUE(refusals.find(numbered<domain::CommandId>(max + 1)));
}

TEST(MomentaryRefusalC5, TooFastMayBeTriedAgain) {
  Room room;
  room.join(1);
  for (Number i = 0; i < domain::limits::commands_burst_max; ++i) room.command(1, 100 + i, withdraw(9, 1));
  EXPECT_EQ(room.command(1, 7, submit(1, 1)), Lines{"send 1: no 7 too_fast"});
  room.pass(1'000);
  EXPECT_EQ(room.command(1, 7, submit(1, 1)).back(), "append 2 extend");
}

TEST(MomentaryRefusalC5, DiskFullMayBeTriedAgain) {
  Room room;
  room.join(1);
  room.command(1, 7, submit(1, 1));
  EXPECT_EQ(room.disk_full(), Lines{"send 1: no 7 disk_full"});
  EXPECT_EQ(room.command(1, 7, submit(1, 1)), Lines{"append 2 extend"});
  EXPECT_EQ(room.durable(), Lines{"send 1: ok 7 with a receipt"});
}

TEST(MomentaryRefusalC5, ARefusalThatRestsOnWhatTheDiskRefusedIsNotRemembered) {
  Room room;
  room.join(desk, facilitator());
  room.command(desk, 1, domain::SetScreen{.blank = true, .join_panel = false});
  room.command(desk, 7, domain::GoLive{});
  room.command(desk, 8, domain::GoLive{});  // refused, because the one before was accepted
  room.durable();
  EXPECT_EQ(room.disk_full(), (Lines{"send 100: no 7 disk_full", "send 100: no 8 disk_full"}));
  EXPECT_EQ(room.command(desk, 8, domain::GoLive{}), Lines{"append 3 extend"});
}

}  // namespace
}  // namespace durf::session::testing
