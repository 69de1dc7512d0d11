// SPDX-License-Identifier: MIT
// Shown here: what must be forgotten is forgotten in time: withdrawn texts, a rehearsal, and a log that has
// grown long.
#include <gtest/gtest.h>

#include "durf/domain/limits.hpp"
#include "durf/log/record_codec.hpp"
#include "session/room.hpp"

namespace durf::session::testing {
namespace {

namespace limits = domain::limits;

/// Live, with an open question of person 1 ("a text to forget").
Room with_a_text_to_forget() {
  Room room(live_definition());
  for (const Number person : {1, 2, 3}) {
    room.join(person);
    room.done(person, 10 + person, person == 1 ? submit(1, 1, "a text to forget") : submit(person, person));
  }
  room.pass_round();
  room.pass(1'000);
  room.wake_up();
  return room;
}

TEST(WithdrawalC19, PurgesTheRingsAtOnce) {
  Room room = with_a_text_to_forget();
  const protocol::Cursor before = {room.core->epoch(), 0};
  room.join(4, participant(4), before);
  ASSERT_TRUE(room.said_text("a text to forget"));
  room.pass(1'000);
  room.done(1, 20, withdraw(1, 1));
  room.join(5, participant(5), before);
  EXPECT_FALSE(room.said_text("a text to forget"));
}

/// That a cursor is refused all of a sudden would tell whoever keeps coming back that something left the hat.
TEST(WithdrawalC19, OutOfTheHatItLeavesTheRingsAlone) {
  Room room = with_a_text_to_forget();
  const protocol::Cursor before = {room.core->epoch(), 0};
  room.pass(1'000);
  room.join(4, participant(4));
  room.done(4, 19, submit(9, 4, "still in the hat"));
  room.done(4, 20, withdraw(9, 4));
  room.join(5, participant(5), before);
  EXPECT_TRUE(room.said_text("a text to forget")) << "the frames that it missed";
  EXPECT_FALSE(room.said_text(R"("t":"snapshot")"));
}

TEST(WithdrawalC19, NoFrameHoldsTheTextOnceItsRemovalIsOut) {
  Room room = with_a_text_to_forget();
  room.done(1, 20, withdraw(1, 1));
  for (Number person = 6; person < 10; ++person) {
    room.join(person, participant(person), protocol::Cursor{room.core->epoch(), person - 6});
    EXPECT_FALSE(room.said_text("a text to forget"));
    room.drained(person);
    EXPECT_FALSE(room.said_text("a text to forget"));
  }
}

TEST(WithdrawalC19, RewritesTheLogInTime) {
  Room room = with_a_text_to_forget();
  room.done(1, 20, withdraw(1, 1));
  EXPECT_TRUE(room.log_holds("a text to forget"));
  ASSERT_TRUE(room.wake);
  for (int woken = 0; woken < 5 && !room.pending; ++woken) {
    room.now = std::max(room.now, *room.wake);
    room.wake_up();
  }
  ASSERT_TRUE(room.pending);
  EXPECT_EQ(room.pending->mode, log::AppendMode::replace);
  room.durable();
  EXPECT_FALSE(room.log_holds("a text to forget"));
  EXPECT_EQ(room.payloads.size(), 1U);
}

TEST(WithdrawalC19, AlsoWhenTheRoomNeverPauses) {
  Room room = with_a_text_to_forget();
  room.join(desk, facilitator());
  room.done(1, 20, withdraw(1, 1));
  const base::SteadyMs withdrawn = room.now;
  room.command(desk, 1'000, domain::SetScreen{.blank = true, .join_panel = false});
  for (Number i = 1; room.log_holds("a text to forget"); ++i) {
    ASSERT_LE(room.now - withdrawn, limits::forget_within_ms + 100);
    room.command(desk, 1'000 + i, domain::SetScreen{.blank = i % 2 == 0, .join_panel = false});
    room.pass(50);
    room.durable();
    ASSERT_TRUE(room.pending) << "something is always under way";
  }
}

TEST(WithdrawalC19, AlsoWhenACrashCameBefore) {
  Room room = with_a_text_to_forget();
  room.done(1, 20, withdraw(1, 1));
  room.rebuild();
  EXPECT_EQ(room.wake_up(), Lines{"append 7 replace"});
  EXPECT_EQ(room.durable(), Lines{});
  EXPECT_FALSE(room.log_holds("a text to forget"));
}

TEST(WithdrawalC19, ARewriteThatTheDiskRefusedIsTriedAgain) {
  Room room = with_a_text_to_forget();
  room.done(1, 20, withdraw(1, 1));
  room.pass(limits::forget_within_ms);
  room.wake_up();
  ASSERT_EQ(room.pending->mode, log::AppendMode::replace);
  EXPECT_EQ(room.disk_full(), Lines{});
  room.pass(limits::forget_within_ms);
  room.wake_up();
  ASSERT_TRUE(room.pending);
  EXPECT_EQ(room.pending->mode, log::AppendMode::replace);
}

TEST(RedactionC32, LeavesEveryRingAtOnceAndTheLogInTime) {
  Room room = with_a_text_to_forget();
  room.join(moderation, moderator());
  room.done(moderation, 20, domain::RedactQuestion{question(1), 2, 4, 16});
  room.join(4, participant(4), room.after(0));
  room.pass(1'000);
  room.wake_up();
  for (const domain::Actor& viewer : {participant(5), facilitator(), presenter(), moderator(), stage()}) {
    room.join(viewer.role == domain::Role::participant ? 5 : 110 + static_cast<Number>(viewer.role), viewer,
              room.after(0));
    EXPECT_FALSE(room.said_text("a text to forget"));
    EXPECT_TRUE(room.said_text(" to forget")) << "only a part was covered";
  }
  const base::SteadyMs redacted = room.now;
  while (room.log_holds("a text to forget")) {
    ASSERT_TRUE(room.wake);
    ASSERT_LE(*room.wake - redacted, limits::forget_within_ms);
    room.now = std::max(room.now, *room.wake);
    room.wake_up();
    while (room.pending) room.durable();
  }
}

/// What moderation took away: the rings of those who may see it no more are empty, and those of the desks are
/// not.
void expect_out_of_the_rings_of_the_room(Room& room, const std::string& text) {
  for (const domain::Actor& viewer : {participant(5), presenter(), stage()}) {
    room.pass(1'000);
    room.wake_up();
    room.join(viewer.role == domain::Role::participant ? 5 : 110 + static_cast<Number>(viewer.role), viewer,
              room.after(0));
    EXPECT_FALSE(room.said_text(text)) << static_cast<int>(viewer.role);
  }
  room.join(120, moderator(), room.after(0));
  EXPECT_TRUE(room.said_text(text)) << "who moderates still sees it";
}

TEST(TakenAwayC32, ARefusedQuestionIsInNoRingOfTheRoom) {
  Room room = with_a_text_to_forget();
  room.join(moderation, moderator());
  room.done(moderation, 20, domain::RefuseQuestion{question(1), domain::Reason::off_topic});
  expect_out_of_the_rings_of_the_room(room, "a text to forget");
}

TEST(TakenAwayC32, AQuestionThatIsHeldBackIsInNoRingOfTheRoom) {
  Room room = with_a_text_to_forget();
  room.join(moderation, moderator());
  room.done(moderation, 20, domain::HoldBackQuestion{question(1)});
  expect_out_of_the_rings_of_the_room(room, "a text to forget");
}

TEST(TakenAwayC32, AMergedQuestionIsInNoRingOfTheRoomOnceItWasTold) {
  Room room = with_a_text_to_forget();
  room.join(moderation, moderator());
  room.done(moderation, 20, domain::MergeQuestion{question(1), question(2)});
  room.pass(limits::merge_undo_ms);
  room.wake_up();
  while (room.pending) room.durable();
  expect_out_of_the_rings_of_the_room(room, "a text to forget");
}

/// With a reply that everyone saw.
Room with_a_reply_to_take_away() {
  Room room = with_a_text_to_forget();
  room.join(moderation, moderator());
  room.join(stage_desk, stage());
  room.done(stage_desk, 20, ask_back(2));
  room.done(2, 21, reply_to(2, 0, 2, "a reply to take away"));
  for (int round = 0; round < 3; ++round) room.pass_round();
  room.pass(1'000);
  room.wake_up();
  room.join(4, participant(4));
  EXPECT_TRUE(room.said_text("a reply to take away"));
  return room;
}

TEST(TakenAwayC32, ARefusedReplyIsInNoRingOfTheRoom) {
  Room room = with_a_reply_to_take_away();
  room.done(moderation, 22, domain::RefuseReply{{question(2), 0}, domain::Reason::traceable});
  expect_out_of_the_rings_of_the_room(room, "a reply to take away");
}

TEST(TakenAwayC32, AReplyThatIsHeldBackIsInNoRingOfTheRoom) {
  Room room = with_a_reply_to_take_away();
  room.done(moderation, 22, domain::HoldBackReply{{question(2), 0}});
  expect_out_of_the_rings_of_the_room(room, "a reply to take away");
}

TEST(RedactionC32, ARedactedReplyLeavesEveryRingAndTheLogInTime) {
  Room room = with_a_reply_to_take_away();
  room.done(moderation, 22, domain::RedactReply{{question(2), 0}, 2, 5, 20});
  room.pass(1'000);
  room.wake_up();
  for (const domain::Actor& viewer : {participant(5), facilitator(), presenter(), moderator(), stage()}) {
    room.join(viewer.role == domain::Role::participant ? 5 : 110 + static_cast<Number>(viewer.role), viewer,
              room.after(0));
    EXPECT_FALSE(room.said_text("a reply to take away"));
    EXPECT_TRUE(room.said_text(" to take away")) << "only a part was covered";
  }
  const base::SteadyMs redacted = room.now;
  while (room.log_holds("a reply to take away")) {
    ASSERT_TRUE(room.wake);
    ASSERT_LE(*room.wake - redacted, limits::forget_within_ms);
    room.now = std::max(room.now, *room.wake);
    room.wake_up();
    while (room.pending) room.durable();
  }
}

TEST(OrderOfArrivalC30, IsInNoLogForLongerThanTwoRounds) {
  Room room;
  ASSERT_EQ(room.core->durable().phase, domain::Phase::lobby) << "where no round passes";
  room.join(1);
  room.join(2);
  room.done(2, 10, submit(2, 2, "was first"));
  room.done(1, 11, submit(1, 1, "was second"));
  EXPECT_EQ(room.payloads.size(), 3U) << "the creation, and two records in the order of arrival";
  room.pass(2 * room.core->durable().definition.round_ms - 1);
  room.wake_up();
  EXPECT_FALSE(room.pending) << "not before its time: a snapshot per question would cost too much";
  room.pass(1);
  room.wake_up();
  ASSERT_TRUE(room.pending);
  EXPECT_EQ(room.pending->mode, log::AppendMode::replace);
  room.durable();
  ASSERT_EQ(room.payloads.size(), 1U);
  EXPECT_EQ(room.payloads.front(), log::encode_snapshot(room.core->durable()));
}

TEST(LongLogC20, IsRewrittenAsOneSnapshot) {
  Room room;
  room.join(desk, facilitator());
  Number i = 0;
  for (; i < limits::log_records_until_snapshot + 10; ++i) {
    room.command(desk, 1'000 + i, domain::SetScreen{.blank = i % 2 == 0, .join_panel = false});
    ASSERT_TRUE(room.pending);
    if (room.pending->mode == log::AppendMode::replace) break;
    room.payloads.push_back(room.pending->payload);  // as `durable`, without a replay each time
    ++room.next;
    room.pending.reset();
    room.actions = room.core->step(Appended{log::AppendOutcome::durable}, {room.now, {}});
    if (const auto* record = std::get_if<AppendRecord>(&room.actions.back())) room.pending = record->append;
    if (room.pending) break;
  }
  ASSERT_TRUE(room.pending);
  EXPECT_EQ(room.pending->mode, log::AppendMode::replace);
  EXPECT_EQ(room.payloads.size(), limits::log_records_until_snapshot);
  room.durable();
  EXPECT_EQ(room.payloads.size(), 1U);
}

TEST(BeginForRealC18, BeginsTheLogAnewAnswersAndGivesWay) {
  Room room(rehearsal_definition());
  room.join(1);
  room.join(desk, facilitator());
  room.done(1, 7, submit(1, 1, "only a rehearsal"));
  EXPECT_EQ(room.command(desk, 8, domain::BeginForReal{}), Lines{"append 3 anew with the definition"});
  EXPECT_EQ(room.command(1, 9, withdraw(1, 1)), Lines{}) << "waits, and goes down with this core";
  EXPECT_EQ(room.durable(), (Lines{"definition changed", "send 100: ok 8", "rebuild"}));
  EXPECT_FALSE(room.log_holds("only a rehearsal"));
  EXPECT_FALSE(room.state().definition.rehearsal);
  room.rebuild();
  EXPECT_EQ(room.wake_up(), Lines{}) << "one record: nothing to rewrite";
  room.join(desk, facilitator());
  EXPECT_EQ(room.command(desk, 8, domain::BeginForReal{}), Lines{"send 100: ok 8"});
}

TEST(BeginForRealC18, NothingIsDecidedBehindItInTheSameBatch) {
  Room room(rehearsal_definition());
  room.join(1);
  room.join(desk, facilitator());
  room.command(desk, 6, domain::SetScreen{.blank = true, .join_panel = false});
  room.command(desk, 7, domain::BeginForReal{});
  room.command(1, 8, submit(1, 1));
  room.durable();
  room.durable();
  EXPECT_TRUE(room.state().questions.empty());
}

}  // namespace
}  // namespace durf::session::testing
