// SPDX-License-Identifier: MIT
// Shown here: a slow phone costs a snapshot, not memory; and no frame is ever torn.
#include "durf/session/outbox.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "session/room.hpp"

namespace durf::session {
namespace {

protocol::SharedFrame frame_of(std::size_t bytes, char letter = 'x') {
  return std::make_shared<const std::string>(bytes, letter);
}

TEST(OutboxC29, OverTheLimitItDropsWhatWaitsAndIsStale) {
  Outbox outbox({.frames_max = 3, .bytes_max = 1'000, .small_bytes_max = 0});
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(outbox.push(frame_of(10)));
  outbox.written(4);
  EXPECT_FALSE(outbox.push(frame_of(10)));
  EXPECT_TRUE(outbox.stale());
  EXPECT_EQ(outbox.bytes(), 6U) << "the frame in flight stays, or it would be torn";
  outbox.written(6);
  EXPECT_TRUE(outbox.empty());
  EXPECT_FALSE(outbox.push(frame_of(10))) << "stale until caught up";
  outbox.caught_up();
  EXPECT_TRUE(outbox.push(frame_of(10)));
}

/// A desk gives so many commands while the disk writes; how many of the replies an outbox takes before anything is written.
std::size_t replies_taken_at_once(testing::Number commands) {
  testing::Room room(testing::live_definition());
  room.join(testing::desk, testing::facilitator());
  room.command(testing::desk, 1, domain::SetScreen{.blank = true, .join_panel = false});
  for (testing::Number i = 0; i < commands; ++i)
    room.command(testing::desk, 100 + i, domain::SetScreen{.blank = i % 2 == 0, .join_panel = false});
  room.durable();
  EXPECT_TRUE(room.pending);
  room.durable();
  Outbox outbox;
  std::size_t taken = 0;
  for (const auto& action : room.actions) {
    const auto* send = std::get_if<Send>(&action);
    if (send == nullptr) continue;
    for (const auto& frame : send->frames) taken += outbox.push(frame) ? 1 : 0;
  }
  return taken;
}

TEST(OutboxC43, TheRepliesOfAWholeBurstFitBeforeAnyIsWritten) {
  EXPECT_EQ(replies_taken_at_once(200), 200U);
  EXPECT_EQ(replies_taken_at_once(4'000), 4'000U);
}

TEST(OutboxC43, SmallFramesTakeNoPlaceOfLargeOnesAndHaveALimitOfTheirOwn) {
  Outbox outbox({.frames_max = 2, .bytes_max = 10'000, .small_bytes_max = 10, .small_frames_max = 3});
  const auto fill = [&outbox] {
    for (int i = 0; i < 2; ++i) EXPECT_TRUE(outbox.push(frame_of(11)));
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(outbox.push(frame_of(10)));
  };
  fill();
  EXPECT_FALSE(outbox.push(frame_of(10)));
  outbox.caught_up();
  fill();  // what was dropped is not counted any more
  EXPECT_FALSE(outbox.push(frame_of(11)));
  outbox.caught_up();
  fill();
  outbox.written(2 * 11 + 10);
  EXPECT_TRUE(outbox.push(frame_of(10))) << "nor is what was written";
  EXPECT_TRUE(outbox.push(frame_of(11)));
  EXPECT_FALSE(outbox.push(frame_of(10)));
}

TEST(OutboxC29, OneFrameMayHaveAnySizeWhateverStandsAroundIt) {
  Outbox outbox({.frames_max = 8, .bytes_max = 100});
  EXPECT_TRUE(outbox.push(frame_of(60))) << "a welcome";
  EXPECT_TRUE(outbox.push(frame_of(5'000))) << "a snapshot";
  EXPECT_TRUE(outbox.push(frame_of(40))) << "a clock";
  EXPECT_FALSE(outbox.push(frame_of(1)));
  EXPECT_TRUE(outbox.stale());
}

TEST(OutboxC29, ASecondLargeFrameIsCounted) {
  Outbox outbox({.frames_max = 8, .bytes_max = 100});
  EXPECT_TRUE(outbox.push(frame_of(5'000)));
  outbox.written(4'000);
  EXPECT_FALSE(outbox.push(frame_of(5'000))) << "a thousand bytes still wait before it";
}

TEST(OutboxC29, WhateverIsWrittenTheBytesComeOutInOrderAndWhole) {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    std::mt19937 dice(seed);
    Outbox outbox({.frames_max = 16, .bytes_max = 2'000, .small_bytes_max = 50, .small_frames_max = 8});
    std::string sent;
    std::string taken;
    for (int step = 0; step < 500; ++step) {
      if (dice() % 2 == 0) {
        const auto frame = frame_of(1 + dice() % 200, static_cast<char>('a' + dice() % 26));
        const std::size_t before = outbox.bytes();
        if (outbox.push(frame)) {
          sent += *frame;
        } else {
          if (!outbox.empty() || before > 0) sent.resize(taken.size() + outbox.bytes());
          outbox.caught_up();
        }
      } else {
        std::array<std::string_view, 4> pieces;
        const std::size_t count = outbox.gather(pieces);
        std::string offered;
        for (std::size_t i = 0; i < count; ++i) offered += pieces[i];
        const std::size_t written = offered.empty() ? 0 : dice() % (offered.size() + 1);
        taken += offered.substr(0, written);
        outbox.written(written);
      }
      ASSERT_LE(outbox.bytes(), 2'200U) << "seed " << seed;
      ASSERT_EQ(taken, sent.substr(0, taken.size())) << "seed " << seed;
      ASSERT_EQ(taken.size() + outbox.bytes(), sent.size()) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace durf::session
