// SPDX-License-Identifier: MIT
// RFC 6455, section 4.2: which requests open a WebSocket, from which pages, and under which names of this server.
#include <gtest/gtest.h>

#include "fixture.hpp"

namespace durf::net::testing {
namespace {

class HandshakeST8 : public StationTest {
 protected:
  struct Request {
    std::string line = "GET /ws HTTP/1.1";
    std::string host = {};    ///< empty: the server's
    std::string origin = {};  ///< empty: the host's
    std::string upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\n";
    std::string version = "Sec-WebSocket-Version: 13\r\n";
    std::string key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    std::string more = {};
  };
  HttpAnswer ask(const Request& request) {
    auto client = connect();
    const std::string host = request.host.empty() ? client->host() : request.host;
    const std::string origin = request.origin.empty() ? "http://" + host : request.origin;
    client->send(request.line + "\r\nHost: " + host + "\r\nOrigin: " + origin + "\r\n" + request.upgrade +
                 request.version + request.key + request.more + "\r\n");
    return client->read_answer();
  }
  unsigned status_of(const Request& request) { return ask(request).status; }
  std::string own_port() const { return ":" + std::to_string(port); }
};

// 4.2.2: the answer to the key of the RFC's own example.
TEST_F(HandshakeST8, TheKeyIsAnswered) {
  run();
  const HttpAnswer answer = ask({});
  EXPECT_EQ(answer.status, 101u);
  EXPECT_EQ(answer.header("Sec-WebSocket-Accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  EXPECT_EQ(answer.header("Sec-WebSocket-Extensions"), "");
  EXPECT_EQ(answer.header("Sec-WebSocket-Protocol"), "");
}

// 4.2.1: tokens are compared without case, and may stand among others.
TEST_F(HandshakeST8, NamesAreReadWithoutCase) {
  run();
  EXPECT_EQ(status_of({.upgrade = "cOnNeCtIoN: keep-alive, uPgRaDe\r\nUPGRADE: WebSocket\r\n"}), 101u);
  EXPECT_EQ(status_of({.key = "sec-websocket-KEY: dGhlIHNhbXBsZSBub25jZQ==\r\n"}), 101u);
}

// 4.2.1: what must be there, once and whole.
TEST_F(HandshakeST8, WhatIsMissingOrDoubledIsRefused) {
  run();
  EXPECT_EQ(status_of({.line = "POST /ws HTTP/1.1"}), 400u);
  EXPECT_EQ(status_of({.line = "GET /ws HTTP/1.0"}), 400u);
  EXPECT_EQ(status_of({.line = "GET /other HTTP/1.1"}), 404u);
  EXPECT_EQ(status_of({.upgrade = "Upgrade: websocket\r\n"}), 400u);
  EXPECT_EQ(status_of({.upgrade = "Connection: Upgrade\r\nUpgrade: h2c\r\n"}), 400u);
  EXPECT_EQ(status_of({.version = ""}), 426u);
  EXPECT_EQ(status_of({.version = "Sec-WebSocket-Version: 12\r\n"}), 426u);
  EXPECT_EQ(ask({.version = "Sec-WebSocket-Version: 8\r\n"}).header("Sec-WebSocket-Version"), "13");
  EXPECT_EQ(status_of({.more = "Content-Length: 1\r\n"}), 400u);
  EXPECT_EQ(gateway.opened_count(), 0u);
}

// 4.1: the key is 16 bytes in base64. Beast takes any.
TEST_F(HandshakeST8, OnlyOneKeyOfSixteenBytesIsTaken) {
  run();
  const auto with_key = [this](const std::string& key) { return status_of({.key = "Sec-WebSocket-Key: " + key + "\r\n"}); };
  EXPECT_EQ(with_key("AAAAAAAAAAAAAAAAAAAAAA=="), 101u);
  EXPECT_EQ(with_key("AAAAAAAAAAAAAAAAAAAAAAAA"), 400u) << "18 bytes";
  EXPECT_EQ(with_key("AAAAAAAAAAAAAAAAAAAAAAA="), 400u) << "17 bytes";
  EXPECT_EQ(with_key("AAAAAAAAAAAAAAAAAAAA"), 400u) << "15 bytes";
  EXPECT_EQ(with_key("AAAAAAAAAAAAAAAAAAAA_A=="), 400u) << "another alphabet";
  EXPECT_EQ(with_key(""), 400u);
  EXPECT_EQ(with_key("AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="), 400u);
}

// 10.2: a page of somebody else may not open a socket here.
TEST_F(HandshakeST8, OnlyPagesOfThisServerOpenASocket) {
  run();
  for (const std::string& origin :
       {std::string("null"), std::string("http://evil.example"), "http://127.0.0.1" + std::string(":1"),
        "http://127.0.0.1" + own_port() + ".evil.example", "http://127.0.0.1" + own_port() + "/",
        "http://evil.example@127.0.0.1" + own_port(), "ws://127.0.0.1" + own_port(), "file://127.0.0.1" + own_port(),
        "http://127.0.0.1" + own_port() + "\r\nOrigin: http://evil.example"})
    EXPECT_EQ(status_of({.origin = origin}), 403u) << origin;
  EXPECT_EQ(status_of({.origin = "https://127.0.0.1" + own_port()}), 101u) << "behind TLS";
}

// A name that somebody else points here (DNS rebinding) is not a name of this server.
TEST_F(HandshakeST8, OnlyOwnNamesOfThisServerAreAnswered) {
  run({.host_names = {"durf.example"}});
  for (const std::string& host : {"127.0.0.1" + own_port(), "localhost" + own_port(), "LOCALHOST" + own_port(),
                                 "Durf.Example" + own_port(), std::string("durf.example"), "[::1]" + own_port(),
                                 "[0:0:0:0:0:0:0:1]" + own_port(), "[::ffff:127.0.0.1]" + own_port()})
    EXPECT_EQ(status_of({.host = host}), 101u) << host;
  for (const std::string& host :
       {std::string("127.0.0.1"), std::string("127.0.0.1:1"), "evil.example" + own_port(), "localhost." + own_port(),
        "durf.example." + own_port(), "durf.example.evil.example" + own_port(), "192.0.2.1" + own_port(),
        "[2001:db8::1]" + own_port(), "::1" + own_port(), "[::1" + own_port(), "127.1" + own_port(),
        "2130706433" + own_port(), "localhost" + own_port() + "0", "localhost:0" + std::to_string(port),
        "localhost:+" + std::to_string(port), "user@localhost" + own_port(), "localhost" + own_port() + "/"})
    EXPECT_EQ(status_of({.host = host}), 421u) << host;
}

// Test builds only: a release knows no echo.
TEST_F(HandshakeST8, ThereIsNoEchoUnlessTheBuildIsForTests) {
  run();
  EXPECT_EQ(status_of({.line = "GET /echo HTTP/1.1"}), 404u);
}

}  // namespace
}  // namespace durf::net::testing
