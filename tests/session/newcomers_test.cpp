// SPDX-License-Identifier: MIT
// Shown here: what a page receives that comes, comes back, or has fallen behind.
#include <gtest/gtest.h>

#include "durf/domain/limits.hpp"
#include "durf/session/audience_feed.hpp"
#include "session/room.hpp"

namespace durf::session::testing {
namespace {

using durf::testing::hear;

/// A room whose presenters were shown so many frames.
Room shown_frames(Number count) {
  Room room;
  room.join(desk, facilitator());
  for (Number i = 0; i < count; ++i) {
    room.pass(1'000);
    room.done(desk, 1'000 + i, domain::SetScreen{.blank = i % 2 == 0, .join_panel = false});
  }
  return room;
}

TEST(NewcomerC10, HearsWelcomeSnapshotAndClockAndThenTheFramesOfTheAudience) {
  Room room;
  EXPECT_EQ(room.join(1).back(), "send 1 attach participant: welcome, snapshot 0, clock");
  EXPECT_EQ(room.join(desk, facilitator()), Lines{"send 100 attach facilitator: welcome, snapshot 1, clock"});
}

TEST(NewcomerC10, IsShownWhatTheAudienceWasShownLast) {
  Room room;
  room.join(desk, facilitator());
  room.done(desk, 7, domain::SetScreen{.blank = true, .join_panel = false});
  room.done(desk, 8, domain::SetScreen{.blank = false, .join_panel = false});  // durable, but not shown yet
  EXPECT_EQ(room.join(screen, presenter()), Lines{"send 101 attach presenter: welcome, snapshot 1, clock"});
  EXPECT_TRUE(room.said_text(R"("blank":true)"));
  room.go_to(domain::limits::publish_interval_ms);
  EXPECT_EQ(room.wake_up().front(), "push presenter frame 2");
}

TEST(ResumeC11, BringsExactlyTheMissedFrames) {
  Room room = shown_frames(4);
  EXPECT_EQ(room.join(1, presenter(), room.after(2)),
            Lines{"send 1 attach presenter: welcome, frame 3, frame 4, clock"});
  EXPECT_EQ(room.join(2, presenter(), room.after(4)), Lines{"send 2 attach presenter: welcome, clock"});
  EXPECT_EQ(room.join(3, presenter(), room.after(0)),
            Lines{"send 3 attach presenter: welcome, frame 1, frame 2, frame 3, frame 4, clock"});
}

TEST(ResumeC11, FromTooFarBackOrFromTheFutureBringsASnapshot) {
  Room room = shown_frames(static_cast<Number>(domain::limits::ring_frames_max) + 2);
  const std::string last = std::to_string(domain::limits::ring_frames_max + 2);
  EXPECT_EQ(room.join(1, presenter(), room.after(1)),
            Lines{"send 1 attach presenter: welcome, snapshot " + last + ", clock"});
  EXPECT_EQ(room.join(2, presenter(), room.after(1'000)),
            Lines{"send 2 attach presenter: welcome, snapshot " + last + ", clock"});
  EXPECT_NE(room.join(3, presenter(), room.after(2)).back().find("welcome, frame 3, "), std::string::npos);
}

TEST(ResumeC11, FromAnotherEpochBringsASnapshot) {
  Room room = shown_frames(2);
  protocol::Cursor earlier = room.after(2);
  room.rebuild();
  room.wake_up();
  if (room.pending) room.durable();
  EXPECT_EQ(room.join(1, presenter(), earlier), Lines{"send 1 attach presenter: welcome, snapshot 0, clock"});
  earlier.frame = 0;  // a number that this epoch has too
  EXPECT_EQ(room.join(2, presenter(), earlier), Lines{"send 2 attach presenter: welcome, snapshot 0, clock"});
}

TEST(SnapshotC12, IsMadeOnceForAllNewcomersUntilSomethingChanges) {
  AudienceFeed feed({}, project(in_the_lobby().state, {}, domain::Audience::presenter));
  const auto first = feed.catch_up(std::nullopt);
  const auto second = feed.catch_up(protocol::Cursor{{}, 9});
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first, second) << "the same bytes, not bytes that are equal";
  ASSERT_TRUE(feed.publish(project(gone_live().state, {}, domain::Audience::presenter)));
  const auto third = feed.catch_up(std::nullopt);
  EXPECT_NE(first, third);
  EXPECT_EQ(hear(third.front()).number, 1U);
}

TEST(SnapshotC12, WhatWasNotChangedIsNotPublished) {
  AudienceFeed feed({}, project(in_the_lobby().state, {}, domain::Audience::presenter));
  EXPECT_FALSE(feed.publish(project(in_the_lobby().state, {}, domain::Audience::presenter)));
  EXPECT_EQ(feed.number(), 0U);
}

TEST(RingC13, IsBoundedInBytesToo) {
  const auto view_of = [](char letter) {
    domain::View view;
    view[{domain::Collection::question, "q"}] = {{"text", std::string(50 * 1'024, letter)}};
    return view;
  };
  AudienceFeed feed({}, {});
  for (char letter = 'a'; letter < 'k'; ++letter) ASSERT_TRUE(feed.publish(view_of(letter)));
  const auto kept = domain::limits::ring_bytes_max / (50 * 1'024);
  EXPECT_EQ(hear(feed.catch_up(protocol::Cursor{{}, 10 - kept}).front()).number, 10 - kept + 1);
  EXPECT_EQ(hear(feed.catch_up(protocol::Cursor{{}, 10 - kept - 1}).front()).kind,
            durf::testing::Heard::Kind::snapshot);
}

TEST(DrainedC14, WhoHadFallenBehindIsMadeWhole) {
  Room room = shown_frames(3);
  EXPECT_EQ(room.drained(desk), Lines{"send 100 caught_up: snapshot 3, clock"});
  EXPECT_EQ(room.drained(55), Lines{}) << "it has left in the meantime";
}

TEST(DrainedC14, WaitsForTheDiskLikeEveryoneElse) {
  Room room = shown_frames(1);
  room.pass(1'000);
  room.command(desk, 7, domain::GoLive{});
  EXPECT_EQ(room.drained(desk), Lines{});
  EXPECT_EQ(room.durable().back(), "send 100 caught_up: snapshot 2, clock");
}

}  // namespace
}  // namespace durf::session::testing
