// SPDX-License-Identifier: MIT
// Shown here: when phones are told of a merge, so that it can be undone before they carry their support over.
#include <gtest/gtest.h>

#include "durf/domain/limits.hpp"
#include "session/room.hpp"

namespace durf::session::testing {
namespace {

namespace limits = domain::limits;

bool is_told(const Room& room, Number number) {
  return room.state().questions.at(question(number)).merge_told;
}

/// Time passes up to `at`, with the wake-ups that were asked for until then, and the log consents.
void pass_until(Room& room, base::SteadyMs at) {
  while (room.wake && *room.wake <= at) {
    room.now = std::max(room.now, *room.wake);
    room.wake_up();
    while (room.pending) room.durable();
  }
  room.now = at;
}

/// Question 2 was merged into question 1 at the moment that is returned.
base::SteadyMs merge_two_into_one(Room& room) {
  room.done(moderation, 20, domain::MergeQuestion{question(2), question(1)});
  return room.now;
}

TEST(MergeC31, IsToldTenSecondsAfterItIsOnDiskAndNoSooner) {
  Room room = Room::with_open({1, 2, 3});
  const base::SteadyMs merged = merge_two_into_one(room);
  pass_until(room, merged + (limits::merge_undo_ms - 1));
  EXPECT_FALSE(is_told(room, 2));
  room.go_to((merged + limits::merge_undo_ms).value);
  EXPECT_EQ(room.wake, room.now);
  room.wake_up();
  room.durable();
  EXPECT_TRUE(is_told(room, 2));
  EXPECT_TRUE(room.said_text(R"("merge")"));
}

TEST(MergeC31, SeveralThatAreDueAreToldInOneRecord) {
  Room room = Room::with_open({1, 2, 3});
  const base::SteadyMs merged = merge_two_into_one(room);
  room.done(moderation, 21, domain::MergeQuestion{question(3), question(1)});
  room.go_to((merged + limits::merge_undo_ms).value);
  room.wake_up();
  room.durable();
  EXPECT_TRUE(is_told(room, 2));
  EXPECT_TRUE(is_told(room, 3));
}

TEST(MergeC31, OneThatWasUndoneIsNeverTold) {
  Room room = Room::with_open({1, 2, 3});
  const base::SteadyMs merged = merge_two_into_one(room);
  room.done(moderation, 21, domain::UndoMerge{question(2)});
  pass_until(room, merged + 2 * limits::merge_undo_ms);
  EXPECT_EQ(room.state().questions.at(question(2)).status, domain::QuestionStatus::open);
}

TEST(MergeC31, OneWhoseQuestionWasWithdrawnIsNeverTold) {
  Room room = Room::with_open({1, 2, 3});
  const base::SteadyMs merged = merge_two_into_one(room);
  room.done(2, 21, withdraw(2, 2));
  pass_until(room, merged + 2 * limits::merge_undo_ms);
  EXPECT_FALSE(room.state().questions.contains(question(2)));
}

TEST(MergeC31, OneWhoseTargetWasWithdrawnIsNeverTold) {
  Room room = Room::with_open({1, 2, 3});
  const base::SteadyMs merged = merge_two_into_one(room);
  room.done(1, 21, withdraw(1, 1));
  pass_until(room, merged + 2 * limits::merge_undo_ms);
  EXPECT_EQ(room.state().questions.at(question(2)).status, domain::QuestionStatus::open);
}

TEST(MergeC31, AfterARestartTheTimeToUndoBeginsAnew) {
  Room room = Room::with_open({1, 2, 3});
  const base::SteadyMs merged = merge_two_into_one(room);
  room.go_to((merged + 6'000).value);
  room.rebuild();
  room.wake_up();
  while (room.pending) room.durable();
  pass_until(room, merged + (6'000 + limits::merge_undo_ms - 1));
  EXPECT_FALSE(is_told(room, 2));
  pass_until(room, merged + (6'000 + limits::merge_undo_ms));
  EXPECT_TRUE(is_told(room, 2));
}

TEST(MergeC31, OnAFullDiskItIsToldThatMuchLater) {
  Room room = Room::with_open({1, 2, 3});
  const base::SteadyMs merged = merge_two_into_one(room);
  room.go_to((merged + limits::merge_undo_ms).value);
  room.wake_up();
  EXPECT_EQ(room.disk_full(), Lines{}) << "not tried again at once: the disk is full";
  EXPECT_FALSE(is_told(room, 2));
  pass_until(room, merged + 2 * limits::merge_undo_ms);
  EXPECT_TRUE(is_told(room, 2));
}

TEST(MergeC31, AnUndoThatTheDiskRefusedIsNone) {
  Room room = Room::with_open({1, 2, 3});
  const base::SteadyMs merged = merge_two_into_one(room);
  room.command(moderation, 21, domain::UndoMerge{question(2)});
  room.disk_full();
  pass_until(room, merged + limits::merge_undo_ms);
  EXPECT_TRUE(is_told(room, 2));
}

}  // namespace
}  // namespace durf::session::testing
