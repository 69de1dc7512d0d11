// SPDX-License-Identifier: MIT
// What the tests of RFC 6455 share: connections to the echo, which is the class that phones are connected to, and
// frames in every form that a client can give them.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fixture.hpp"

namespace durf::net::testing {

constexpr std::string_view mask_key = "\x12\x34\x56\x78";

/// First byte, length and mask bit are the test's; the payload is masked.
inline std::string raw_frame(unsigned char first, std::string_view length, std::string_view payload) {
  std::string bytes(1, static_cast<char>(first));
  bytes.append(length).append(mask_key);
  for (std::size_t i = 0; i < payload.size(); ++i) bytes += static_cast<char>(payload[i] ^ mask_key[i % 4]);
  return bytes;
}

inline std::string close_payload(unsigned code, std::string_view reason = {}) {
  std::string payload;
  payload += static_cast<char>(code >> 8);
  payload += static_cast<char>(code & 0xFF);
  return payload.append(reason);
}

class Rfc6455 : public StationTest {
 protected:
  void SetUp() override { run({.echo = true}); }

  std::unique_ptr<RawClient> open() {
    auto client = connect();
    client->send(client->upgrade_request("/echo"));
    EXPECT_EQ(client->read_answer().status, 101u);
    return client;
  }

  /// The code of the close frame that comes after these bytes and nothing else; 0: none came. The connection has ended.
  std::uint16_t closed_after(std::string_view bytes) {
    auto client = open();
    client->send(bytes);
    const auto frame = client->read_frame();
    client->send(masked(close, close_payload(1000)));
    EXPECT_TRUE(client->ends());
    if (!frame) return 0;
    EXPECT_EQ(frame->opcode, close);
    return close_code_of(*frame);
  }

  /// What is said back to these bytes, frame by frame, up to a ping that is sent behind them.
  std::vector<Frame> said_after(std::string_view bytes) {
    auto client = open();
    client->send(std::string(bytes) + masked(ping, "the end"));
    std::vector<Frame> all;
    while (const auto frame = client->read_frame()) {
      if (*frame == Frame{pong, true, "the end"}) return all;
      all.push_back(*frame);
    }
    ADD_FAILURE() << "the connection ended";
    return all;
  }
};

}  // namespace durf::net::testing
