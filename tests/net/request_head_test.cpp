// SPDX-License-Identifier: MIT
// Requests that are refused before anything looks at them, one per line, and the handshakes that Beast alone
// would let through.
#include "net/request_head.hpp"

#include <gtest/gtest.h>

#include <string>

#include "net/limits.hpp"

namespace durf::net {
namespace {

/// 0: taken.
unsigned status_of(const std::string& request) {
  const auto parsed = parse_request_head(request);
  const auto* refusal = std::get_if<Refusal>(&parsed);
  return refusal == nullptr ? 0 : static_cast<unsigned>(*refusal);
}

unsigned status_of_fields(const std::string& fields) {
  return status_of("GET / HTTP/1.1\r\n" + fields + "\r\n");
}

TEST(RequestHead, WhatIsTakenAndWhatIsRefused) {
  EXPECT_EQ(status_of_fields("Host: a\r\n"), 0u);
  EXPECT_EQ(status_of_fields(""), 400u);
  EXPECT_EQ(status_of_fields("Host: a\r\nHost: b\r\n"), 400u);
  EXPECT_EQ(status_of_fields("Host: a\r\nX: 1\r\n folded\r\n"), 400u);
  EXPECT_EQ(status_of_fields("Host: a\r\nX: 1\r\n\tfolded\r\n"), 400u);
  EXPECT_EQ(status_of_fields("Host: a\r\nX: \x01\r\n"), 400u);
  EXPECT_EQ(status_of_fields("Host : a\r\n"), 400u);
  EXPECT_EQ(status_of_fields("Host: a\r\nTransfer-Encoding: chunked\r\n"), 411u);
  EXPECT_EQ(status_of_fields("Host: a\r\nContent-Length: 65536\r\n"), 0u);
  EXPECT_EQ(status_of_fields("Host: a\r\nContent-Length: 65537\r\n"), 413u);
  EXPECT_EQ(status_of_fields("Host: a\r\nContent-Length: -1\r\n"), 400u);
  EXPECT_EQ(status_of_fields("Host: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n"), 400u);
  EXPECT_EQ(status_of_fields("Host: a\r\nExpect: 100-continue\r\n"), 417u);
  EXPECT_EQ(status_of("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n"), 400u);
  EXPECT_EQ(status_of("nonsense\r\n\r\n"), 400u);
}

TEST(RequestHead, FieldsAndBytesAreLimited) {
  std::string fields = "Host: a\r\n";
  for (std::size_t i = 1; i < limits::head_fields_max; ++i) fields += "X: y\r\n";
  EXPECT_EQ(status_of_fields(fields), 0u);
  EXPECT_EQ(status_of_fields(fields + "X: y\r\n"), 431u);
  EXPECT_EQ(status_of_fields("Host: a\r\nX: " + std::string(7'000, 'y') + "\r\n"), 0u);
  EXPECT_EQ(status_of_fields("Host: a\r\nX: " + std::string(8'200, 'y') + "\r\n"), 431u);
}

TEST(RequestHead, ThePathEndsAtTheQuery) {
  const auto parsed = parse_request_head("GET /home?x=1 HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(std::get<RequestHead>(parsed).path(), "/home");
}

unsigned upgrade_status_of(const std::string& fields) {
  const auto parsed = parse_request_head("GET /ws HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n");
  const auto refusal = check_upgrade(std::get<RequestHead>(parsed));
  return refusal ? static_cast<unsigned>(*refusal) : 0;
}

TEST(RequestHead, AHandshakeNeedsVersionThirteenAndOneWholeKey) {
  const std::string upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\n";
  const std::string version = "Sec-WebSocket-Version: 13\r\n";
  const std::string key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
  EXPECT_EQ(upgrade_status_of(upgrade + version + key), 0u);
  EXPECT_EQ(upgrade_status_of("Upgrade: websocket\r\n" + version + key), 400u);
  EXPECT_EQ(upgrade_status_of(upgrade + key), 426u);
  EXPECT_EQ(upgrade_status_of(upgrade + "Sec-WebSocket-Version: 8\r\n" + key), 426u);
  EXPECT_EQ(upgrade_status_of(upgrade + version + version + key), 426u);
  EXPECT_EQ(upgrade_status_of(upgrade + version), 400u);
  EXPECT_EQ(upgrade_status_of(upgrade + version + key + key), 400u);
  EXPECT_EQ(upgrade_status_of(upgrade + version + "Sec-WebSocket-Key: dGhlIHNhbXBsZQ==\r\n"), 400u);
  EXPECT_EQ(upgrade_status_of(upgrade + version + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQAA\r\n"), 400u);
  EXPECT_EQ(upgrade_status_of(upgrade + version + "Sec-WebSocket-Key: dGhlIHNhb!BsZSBub25jZQ==\r\n"), 400u);
}

}  // namespace
}  // namespace durf::net
