// SPDX-License-Identifier: MIT
// The serialiser alone: whatever is pushed, pinged, ponged and closed, and however few bytes leave at a time,
// what leaves is a sequence of whole frames, ours in order, with nothing behind a close frame.
#include "net/frame_queue.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "net/limits.hpp"
#include "wire.hpp"

namespace durf::net {
namespace {

// SPEC.md, C43: whoever may send a burst gets all replies to it.
static_assert(session::OutboxLimits{}.small_frames_max >= limits::desk_units_burst_max);
static_assert(limits::desk_units_burst_max >= limits::units_burst_max);

using testing::Frame;

std::string control(unsigned char opcode, std::string_view payload) {
  std::string bytes;
  bytes += static_cast<char>(0x80 | opcode);
  bytes += static_cast<char>(payload.size());
  return bytes += payload;
}

/// Lets so many bytes leave. True: those of Beast were among them.
bool leave(FrameQueue& queue, std::size_t at_most, std::string& wire, std::size_t pieces_max = 64) {
  std::array<std::string_view, 64> pieces;
  const std::size_t count = queue.gather(std::span(pieces).first(pieces_max));
  std::string bytes;
  for (std::size_t i = 0; i < count; ++i) bytes += pieces[i];
  bytes.resize(std::min(bytes.size(), at_most));
  wire += bytes;
  return count > 0 && queue.written(bytes.size());
}

std::vector<Frame> frames_in(std::string wire) {
  std::vector<Frame> frames;
  while (auto frame = testing::take_frame(wire)) frames.push_back(std::move(*frame));
  EXPECT_EQ(wire, "") << "a frame was cut off";
  return frames;
}

TEST(FrameQueue, AControlFrameOvertakesAtTheFrameBoundaryAndNoSooner) {
  FrameQueue queue;
  std::string wire;
  queue.push(protocol::make_frame(protocol::Opcode::text, "first"));
  queue.push(protocol::make_frame(protocol::Opcode::text, "second"));
  leave(queue, 3, wire);
  EXPECT_EQ(queue.take(control(testing::pong, "p")), FrameQueue::Taken::done);
  leave(queue, 1'000, wire);
  const auto frames = frames_in(wire);
  ASSERT_EQ(frames.size(), 3u);
  EXPECT_EQ(frames[0].payload, "first");
  EXPECT_EQ(frames[1], (Frame{testing::pong, true, "p"}));
  EXPECT_EQ(frames[2].payload, "second");
}

TEST(FrameQueue, AFewPongsMayWaitAndOfAFloodOnlyTheNewest) {
  for (const int pings : {3, 10'000}) {
    FrameQueue queue;
    std::string wire;
    for (int i = 1; i <= pings; ++i)
      EXPECT_EQ(queue.take(control(testing::pong, std::to_string(i))), FrameQueue::Taken::done);
    leave(queue, 1'000'000, wire);
    leave(queue, 1'000'000, wire);
    EXPECT_LE(wire.size(), 2'048u);
    const auto frames = frames_in(wire);
    if (pings == 3) {
      EXPECT_EQ(frames.size(), 3u);
    }
    EXPECT_EQ(frames.back().payload, std::to_string(pings));
  }
}

TEST(FrameQueue, TheGoodbyeFollowsWhatWasQueuedAndNothingFollowsIt) {
  FrameQueue queue;
  std::string wire;
  queue.push(protocol::make_frame(protocol::Opcode::text, "last"));
  queue.goodbye(protocol::CloseCode::stopping);
  queue.push(protocol::make_frame(protocol::Opcode::text, "too late"));
  queue.ping();
  for (int i = 0; i < 3; ++i) leave(queue, 1'000, wire);
  EXPECT_EQ(queue.take(control(testing::close, "\x03\xE8")), FrameQueue::Taken::done);
  queue.ping();
  leave(queue, 1'000, wire);
  const auto frames = frames_in(wire);
  ASSERT_EQ(frames.size(), 3u);
  EXPECT_EQ(frames[0].opcode, testing::ping);
  EXPECT_EQ(frames[1].payload, "last");
  EXPECT_EQ(testing::close_code_of(frames[2]), 1001);
  EXPECT_EQ(frames[2].payload.substr(2), "stopping");
}

TEST(FrameQueue, BeastsCloseDropsAllButTheFrameInFlight) {
  FrameQueue queue;
  std::string wire;
  for (const char* text : {"in flight", "dropped", "dropped"})
    queue.push(protocol::make_frame(protocol::Opcode::text, text));
  leave(queue, 4, wire);
  queue.goodbye(protocol::CloseCode::too_slow);
  EXPECT_EQ(queue.take(control(testing::close, "\x03\xE8")), FrameQueue::Taken::waiting);
  EXPECT_TRUE(leave(queue, 1'000, wire));
  leave(queue, 1'000, wire);
  const auto frames = frames_in(wire);
  ASSERT_EQ(frames.size(), 2u);
  EXPECT_EQ(frames[0].payload, "in flight");
  EXPECT_EQ(testing::close_code_of(frames[1]), 1000);
}

TEST(FrameQueue, TheAnswerToTheHandshakeIsWaitedFor) {
  FrameQueue queue;
  std::string wire;
  EXPECT_EQ(queue.take("HTTP/1.1 101 Switching Protocols\r\n\r\n"), FrameQueue::Taken::waiting);
  EXPECT_FALSE(leave(queue, 5, wire));
  EXPECT_TRUE(leave(queue, 1'000, wire));
  EXPECT_EQ(wire, "HTTP/1.1 101 Switching Protocols\r\n\r\n");
}

TEST(FrameQueue, UnderRandomUseEveryFrameLeavesWholeAndInOrder) {
  std::size_t torn_chances = 0;  // control frames that came while a frame was partly written
  std::size_t pongs_seen = 0;
  std::size_t goodbyes_seen = 0;
  for (std::uint32_t seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const auto up_to = [&random](std::size_t most) { return std::size_t{random()} % (most + 1); };
    FrameQueue queue({.frames_max = 1'000, .bytes_max = 100'000'000});
    std::string wire;
    std::vector<std::string> pushed;
    int last_pong = 0;
    bool beast_waits = false;
    bool said_goodbye = false;
    bool beast_closed = false;

    for (int step = 0; step < 300; ++step) {
      if (up_to(5) == 0 && !beast_waits) ++torn_chances;
      switch (up_to(8)) {
        case 0:
          if (beast_waits || beast_closed) break;
          EXPECT_EQ(queue.take(control(testing::pong, std::to_string(++last_pong))), FrameQueue::Taken::done);
          break;
        case 1:
          queue.ping();
          break;
        case 2:
          if (step < 200 || up_to(20) > 0) break;
          queue.goodbye(protocol::CloseCode::resync);
          said_goodbye = true;
          break;
        case 3:
          if (step < 200 || beast_closed || up_to(20) > 0) break;
          beast_closed = true;
          beast_waits = queue.take(control(testing::close, "\x03\xE8")) == FrameQueue::Taken::waiting;
          break;
        case 4:
        case 5: {
          const std::string payload = std::to_string(pushed.size()) + std::string(up_to(400), '.');
          ASSERT_TRUE(queue.push(protocol::make_frame(protocol::Opcode::text, payload)));
          if (!said_goodbye && !beast_closed) pushed.push_back(payload);
          break;
        }
        default:
          beast_waits =
              leave(queue, 1 + up_to(up_to(1) == 0 ? 5 : 900), wire, 2 + up_to(62)) ? false : beast_waits;
      }
    }
    for (std::string before = "?"; before != wire;) {
      before = wire;
      if (leave(queue, 100'000, wire)) beast_waits = false;
    }

    EXPECT_FALSE(beast_waits);
    std::size_t next = 0;
    int pong_before = 0;
    bool closed = false;
    for (const Frame& frame : frames_in(wire)) {
      ASSERT_FALSE(closed) << "something behind the close frame";
      if (frame.opcode == testing::text) {
        ASSERT_LT(next, pushed.size());
        ASSERT_EQ(frame.payload, pushed[next++]);
      } else if (frame.opcode == testing::pong) {
        ++pongs_seen;
        ASSERT_GT(std::stoi(frame.payload), pong_before);
        pong_before = std::stoi(frame.payload);
      }
      closed = frame.opcode == testing::close;
    }
    if (beast_closed || said_goodbye) {
      EXPECT_TRUE(closed);
      ++goodbyes_seen;
    }
    if (!beast_closed) {
      EXPECT_EQ(next, pushed.size());
      if (!said_goodbye) {
        EXPECT_EQ(pong_before, last_pong);
      }
    }
  }
  EXPECT_GT(torn_chances, 1'000u);
  EXPECT_GT(pongs_seen, 1'000u);
  EXPECT_GT(goodbyes_seen, 100u);
}

}  // namespace
}  // namespace durf::net
