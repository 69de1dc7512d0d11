// SPDX-License-Identifier: MIT
// WebSockets over real sockets, frame by frame: what reaches the gateway, and with which code everything else
// is closed.
#include <gtest/gtest.h>

#include <string>

#include "durf/protocol/encode.hpp"
#include "fixture.hpp"
#include "net/limits.hpp"

namespace durf::net::testing {
namespace {

constexpr std::string_view ping_message = R"({"t":"ping"})";
constexpr std::string_view hello_message = R"({"t":"hello","protocol":1,"role":"pairing"})";

class Websocket : public StationTest {
 protected:
  void answer_pings() {
    gateway.on_message = [](runtime::Connection& connection, const protocol::ClientMessage&) {
      connection.push(protocol::encode_pong());
    };
  }
  /// What the connection is closed with after these bytes.
  std::uint16_t closed_after(std::string_view bytes) {
    auto client = connect_websocket();
    client->send(bytes);
    const std::uint16_t code = client->read_close();
    client->send(masked(close, "\x03\xE8"));
    EXPECT_TRUE(client->ends());
    return code;
  }
};

TEST_F(Websocket, MessagesReachTheGatewayAndAnswersComeBack) {
  answer_pings();
  run();
  auto client = connect_websocket();
  client->send_text(ping_message);
  EXPECT_EQ(client->read_frame(), (Frame{text, true, R"({"t":"pong"})"}));
  EXPECT_TRUE(gateway.wait_messages(1));
}

TEST_F(Websocket, AMessageMayComeByteByByteAndInFragmentsWithPingsBetween) {
  answer_pings();
  run();
  auto client = connect_websocket();
  const std::string message = masked(text, ping_message.substr(0, 3), false) + masked(ping, "now") +
                              masked(continuation, ping_message.substr(3, 4), false) +
                              masked(continuation, ping_message.substr(7), true);
  for (const char byte : message) client->send({&byte, 1});
  EXPECT_EQ(client->read_frame(), (Frame{pong, true, "now"}));
  EXPECT_EQ(client->read_frame(), (Frame{text, true, R"({"t":"pong"})"}));
}

TEST_F(Websocket, WhatCameTogetherWithTheUpgradeIsNotLost) {
  answer_pings();
  run();
  for (const std::size_t cut : {std::size_t{0}, std::size_t{1}, std::size_t{7}}) {
    auto client = connect();
    const std::string message = masked(text, ping_message);
    client->send(client->upgrade_request() + message + message.substr(0, cut));
    EXPECT_EQ(client->read_answer().status, 101u);
    EXPECT_EQ(client->read_frame(), (Frame{text, true, R"({"t":"pong"})"}));
    client->send(message.substr(cut));
    EXPECT_EQ(client->read_frame(), (Frame{text, true, R"({"t":"pong"})"}));
  }
}

TEST_F(Websocket, ThePeersCloseIsAnswered) {
  run();
  auto client = connect_websocket();
  client->send(masked(close, "\x03\xE8 bye"));
  EXPECT_EQ(client->read_close(), 1000);
  EXPECT_TRUE(client->ends());
  client.reset();
  EXPECT_TRUE(gateway.wait_closed());
}

TEST_F(Websocket, OurCloseSendsWhatIsQueuedFirstAndEndsWithThePeers) {
  run();
  auto client = connect_websocket();
  on_shard([this] {
    auto& connection = gateway.only_connection();
    connection.push(protocol::encode_pong());
    connection.close(protocol::CloseCode::link_revoked);
    connection.push(protocol::encode_pong());
  });
  EXPECT_EQ(client->read_frame()->opcode, text);
  const auto goodbye = client->read_frame();
  EXPECT_EQ(close_code_of(*goodbye), 4101);
  EXPECT_EQ(goodbye->payload.substr(2), "link_revoked");
  client->send(masked(close, goodbye->payload.substr(0, 2)));
  EXPECT_EQ(client->read_frame(), std::nullopt);
  client.reset();
  EXPECT_TRUE(gateway.wait_closed());
}

TEST_F(Websocket, OurCloseDoesNotWaitForeverForThePeers) {
  run();
  auto client = connect_websocket();
  on_shard([this] { gateway.only_connection().close(protocol::CloseCode::resync); });
  EXPECT_EQ(client->read_close(), 4000);
  pass(limits::goodbye_ms_max);
  EXPECT_TRUE(client->ends());
  EXPECT_TRUE(gateway.wait_closed());
}

TEST_F(Websocket, WhatFollowsOurCloseDoesNotReachTheGateway) {
  run();
  auto client = connect_websocket();
  on_shard([this] { gateway.only_connection().close(protocol::CloseCode::resync); });
  client->send_text(ping_message);
  client->send(masked(close, "\x03\xE8"));
  EXPECT_TRUE(client->ends());
  client.reset();
  EXPECT_TRUE(gateway.wait_closed());
  EXPECT_TRUE(gateway.messages().empty());
}

TEST_F(Websocket, APeerThatJustLeavesIsNoticed) {
  run();
  { auto client = connect_websocket(); }
  EXPECT_TRUE(gateway.wait_closed());
}

TEST_F(Websocket, WhatIsClosedWithWhichCode) {
  run();
  const auto long_message = [](std::size_t bytes) { return masked(text, std::string(bytes, ' ')); };
  EXPECT_EQ(closed_after(masked(binary, ping_message)), 1003);
  EXPECT_EQ(closed_after(masked(text, "\xC3\x28")), 1007);
  EXPECT_EQ(closed_after(masked(text, "{")), 4103);
  EXPECT_EQ(closed_after(masked(text, "")), 4103);
  EXPECT_EQ(closed_after(long_message(limits::message_bytes_max)), 4103);
  EXPECT_EQ(closed_after(long_message(limits::message_bytes_max + 1)), 1009);
  EXPECT_EQ(closed_after(masked(text, std::string(3'000, ' '), false) +
                         masked(continuation, std::string(3'000, ' '))),
            1009);
  EXPECT_EQ(closed_after(masked(text, ping_message.substr(0, 5), false) + masked(text, "x")), 1002);
  EXPECT_EQ(closed_after(masked(0x3, "reserved")), 1002);
  EXPECT_TRUE(gateway.messages().empty());
}

TEST_F(Websocket, DesksMaySendLongerMessages) {
  gateway.everyone_is_desk = true;
  answer_pings();
  run();
  auto client = connect_websocket();
  client->send_text(std::string(ping_message) + std::string(2 * limits::message_bytes_max, ' '));
  EXPECT_EQ(client->read_frame()->payload, R"({"t":"pong"})");
  EXPECT_EQ(closed_after(masked(text, std::string(limits::desk_message_bytes_max + 1, ' '))), 1009);
}

TEST_F(Websocket, WhoSaysNoHelloIsClosedInTime) {
  run();
  auto silent = connect_websocket();
  auto polite = connect_websocket();
  polite->send_text(hello_message);
  EXPECT_TRUE(gateway.wait_messages(1));
  pass(limits::hello_ms_max - 1);
  pass(1);
  EXPECT_EQ(silent->read_close(), 4000);
  silent.reset();
  EXPECT_TRUE(gateway.wait_closed());
  polite->send_text(ping_message);
  EXPECT_TRUE(gateway.wait_messages(2));
}

TEST_F(Websocket, SilentConnectionsAreCutAfterTwoPings) {
  run();
  auto silent = connect_websocket();
  auto alive = connect_websocket();
  for (auto* client : {&silent, &alive}) (*client)->send_text(hello_message);
  EXPECT_TRUE(gateway.wait_messages(2));
  for (int round = 1; round <= 2; ++round) {
    pass(limits::ping_ms_max);
    EXPECT_EQ(alive->read_frame()->opcode, ping);
    EXPECT_EQ(silent->read_frame()->opcode, ping);
    alive->send(masked(pong, ""));
    alive->send_text(ping_message);
    EXPECT_TRUE(gateway.wait_messages(2 + static_cast<std::size_t>(round)));
  }
  pass(limits::ping_ms_max);
  EXPECT_TRUE(gateway.wait_closed());
  EXPECT_EQ(silent->read_frame(), std::nullopt);
  EXPECT_EQ(alive->read_frame()->opcode, ping);
}

}  // namespace
}  // namespace durf::net::testing
