// SPDX-License-Identifier: MIT
// Slow readers and tiny socket buffers, so that nearly every write is partial: frames stay whole and in order
// among pings, pongs and closes; a flood of pings costs no memory and stops nothing; a reader that falls
// behind gets a snapshot, and later a goodbye.
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <string>

#include "durf/protocol/shared_frame.hpp"
#include "fixture.hpp"
#include "net/limits.hpp"

namespace durf::net::testing {
namespace {

constexpr int tiny = 2'048;  // the kernel makes a few kilobytes of it
constexpr std::string_view ping_message = R"({"t":"ping"})";

std::size_t resident_kb() {
  std::ifstream statm("/proc/self/statm");
  std::size_t pages = 0;
  statm >> pages >> pages;
  return pages * 4;
}

class SlowReader : public StationTest {
 protected:
  /// Pushes until the outbox is over its limit; how many frames were taken.
  std::size_t fill(runtime::Connection& connection, std::size_t bytes = 1'000) {
    for (std::size_t taken = 0;; ++taken) {
      const auto frame =
          protocol::make_frame(protocol::Opcode::text, std::to_string(taken) + std::string(bytes, '.'));
      if (connection.push(frame) == runtime::Pushed::stale) return taken;
    }
  }

  /// More than fits into both sockets; numbered.
  void push_until_full(std::size_t frames) {
    on_shard([=, this] {
      for (std::size_t i = 0; i < frames; ++i) {
        const std::string payload = std::to_string(i) + std::string(3'000, '.');
        gateway.only_connection().push(protocol::make_frame(protocol::Opcode::text, payload));
      }
    });
  }
};

TEST_F(SlowReader, EveryFrameIsWholeAndInOrderAmongControlFrames) {
  constexpr std::size_t rounds = 60;
  constexpr std::size_t frames_per_round = 30;
  std::mt19937 random(42);
  std::vector<std::string> payloads;
  for (std::size_t i = 0; i < rounds * frames_per_round; ++i) {
    const std::size_t size = i % 500 == 0 ? 70'000 : random() % 3'000;
    payloads.push_back(std::to_string(i) + std::string(size, static_cast<char>('a' + i % 26)));
  }
  std::size_t pushed = 0;
  gateway.on_message = [&](runtime::Connection& connection, const protocol::ClientMessage&) {
    for (std::size_t i = 0; i < frames_per_round; ++i) {
      const auto frame = protocol::make_frame(protocol::Opcode::text, payloads[pushed++]);
      EXPECT_EQ(i % 3 == 0 ? connection.push(frame) : connection.push_as_one_of_many(frame), runtime::Pushed::queued);
    }
  };
  gateway.everyone_is_desk = true;  // who pings so much would be sent away otherwise
  run({.send_buffer = tiny});
  auto client = connect_websocket({.receive_buffer = tiny});

  std::size_t next = 0;
  std::size_t pongs = 0;
  int last_pong = 0;
  int last_ping = 0;
  for (std::size_t round = 0; round < rounds; ++round) {
    client->send_text(ping_message);
    while (next < (round + 1) * frames_per_round) {
      if (random() % 4 == 0) client->send(masked(ping, std::to_string(++last_ping)));
      const auto frame = client->read_frame(1 + random() % 2'000);
      ASSERT_TRUE(frame.has_value());
      if (frame->opcode == pong) {
        ++pongs;
        ASSERT_GT(std::stoi(frame->payload), last_pong);
        last_pong = std::stoi(frame->payload);
      } else {
        ASSERT_EQ(frame->payload, payloads[next]);
        ++next;
      }
    }
  }
  EXPECT_GT(pongs, 100u);
  client->send(masked(close, "\x03\xE8"));
  EXPECT_EQ(client->read_close(), 1000);
  EXPECT_TRUE(client->ends());
}

// At the echo, which sends nobody away for it: memory does not depend on that limit.
TEST_F(SlowReader, AFloodOfPingsCostsNoMemoryAndStopsNothing) {
  run({.send_buffer = tiny, .echo = true});
  auto client = connect({.receive_buffer = tiny});
  client->send(client->upgrade_request("/echo"));
  EXPECT_EQ(client->read_answer().status, 101u);
  client->send(masked(binary, std::string(limits::echo_bytes_max, 'x')));  // more than the kernel takes
  const std::size_t before = resident_kb();
  std::string pings;
  for (int i = 0; i < 1'000; ++i) pings += masked(ping, std::string(125, 'p'));
  // Nothing is read meanwhile: the server must go on reading, or sending here would stop.
  for (int i = 0; i < 200; ++i) client->send(pings);
  client->send_text("the end");
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  EXPECT_LT(resident_kb(), before + 8'000) << "26 MB of pings were sent";
#endif
  EXPECT_EQ(client->read_frame()->payload.size(), limits::echo_bytes_max);
  for (auto frame = client->read_frame(); frame->opcode != text; frame = client->read_frame())
    ASSERT_EQ(frame->opcode, pong);
}

TEST_F(SlowReader, ANeverReadingPeerIsAskedToCloseAndThenCut) {
  run({.send_buffer = tiny});
  auto client = connect_websocket({.receive_buffer = tiny});
  on_shard([this] { fill(gateway.only_connection()); });
  on_shard([this] { gateway.only_connection().close(protocol::CloseCode::stopping); });
  EXPECT_EQ(gateway.wait_closed(0), true);
  pass(limits::goodbye_ms_max);
  EXPECT_TRUE(gateway.wait_closed());
}

TEST_F(SlowReader, AfterFallingBehindTheSnapshotIsTheNextWholeThing) {
  gateway.on_drained = [](runtime::Connection& connection) {
    connection.caught_up();
    connection.push(protocol::make_frame(protocol::Opcode::text, "snapshot"));
  };
  run({.send_buffer = tiny});
  auto client = connect_websocket({.receive_buffer = tiny});
  std::size_t taken = 0;
  on_shard([&] {
    taken = fill(gateway.only_connection());
    // Stale: until the snapshot nothing is taken.
    EXPECT_EQ(gateway.only_connection().push(protocol::make_frame(protocol::Opcode::text, "x")),
              runtime::Pushed::stale);
  });
  // Everything was pushed in one turn, before anything was written, so all of it was dropped.
  EXPECT_EQ(client->read_frame()->payload, "snapshot");

  // The second time the kernel has some of it already: whole frames, in order, as many as were under way,
  // then the snapshot.
  push_until_full(20);
  EXPECT_TRUE(client->read_frame(500)->payload.starts_with("0."));
  std::size_t frames = 1;
  on_shard([&] { fill(gateway.only_connection()); });
  for (;;) {
    const auto frame = client->read_frame(500);
    ASSERT_TRUE(frame.has_value());
    if (frame->payload == "snapshot") break;
    ASSERT_TRUE(frame->payload.starts_with(std::to_string(frames) + ".")) << frames;
    ++frames;
  }
  EXPECT_LT(frames, 20u);
  EXPECT_TRUE(gateway.wait_drained(2));
}

TEST_F(SlowReader, TooSlowForTooLongIsToldSo) {
  run({.send_buffer = tiny});
  auto client = connect_websocket({.receive_buffer = tiny});
  client->send_text(R"({"t":"hello","protocol":1,"role":"pairing"})");
  EXPECT_TRUE(gateway.wait_messages(1));
  push_until_full(30);
  EXPECT_EQ(client->read_frame(500)->opcode, text);  // so the first write is over
  pass(limits::behind_ms_max);
  EXPECT_EQ(client->read_close(), 4001);
}

TEST_F(SlowReader, WhoReadsAgainInTimeStays) {
  gateway.on_drained = [](runtime::Connection& connection) { connection.caught_up(); };
  run({.send_buffer = tiny});
  auto client = connect_websocket({.receive_buffer = tiny});
  client->send_text(R"({"t":"hello","protocol":1,"role":"pairing"})");
  EXPECT_TRUE(gateway.wait_messages(1));
  push_until_full(30);
  for (int i = 0; i < 30; ++i) EXPECT_EQ(client->read_frame()->opcode, text);
  // The kernel has told the shard that there is room once the last frame could be read whole and the queue
  // was found empty.
  client->send_text(ping_message);
  EXPECT_TRUE(gateway.wait_messages(2));
  pass(limits::behind_ms_max);
  on_shard(
      [this] { gateway.only_connection().push(protocol::make_frame(protocol::Opcode::text, "still here")); });
  for (;;) {
    const auto frame = client->read_frame();
    ASSERT_TRUE(frame.has_value());
    ASSERT_NE(frame->opcode, close);
    if (frame->payload == "still here") break;
  }
}

}  // namespace
}  // namespace durf::net::testing
