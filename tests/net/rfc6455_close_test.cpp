// SPDX-License-Identifier: MIT
// RFC 6455, sections 5.5.1 and 7: how a connection ends, and what a close frame may hold.
#include "rfc6455.hpp"

namespace durf::net::testing {
namespace {

class Rfc6455CloseST9 : public Rfc6455 {};

// 5.5.1: an endpoint typically echoes the code that it received.
TEST_F(Rfc6455CloseST9, CodesThatMayBeSentAreSaidBack) {
  for (const unsigned code : {1000u, 1001u, 1002u, 1003u, 1007u, 1008u, 1009u, 1010u, 1011u, 1012u, 1013u, 3000u, 3999u,
                              4000u, 4105u, 4999u})
    EXPECT_EQ(closed_after(masked(close, close_payload(code))), code);
}

// 7.4.1 and 7.4.2: reserved, meant for no wire, or of no range that is defined.
TEST_F(Rfc6455CloseST9, CodesThatMayNotBeSentAreRefused) {
  for (const unsigned code : {0u, 1u, 999u, 1004u, 1005u, 1006u, 1015u, 1016u, 1100u, 2000u, 2999u, 5000u, 9999u, 65'535u})
    EXPECT_EQ(closed_after(masked(close, close_payload(code))), 1002) << code;
}

// 5.5.1: with a body it begins with a code of two bytes; without one it says nothing.
TEST_F(Rfc6455CloseST9, TheBodyIsEmptyOrBeginsWithACode) {
  EXPECT_EQ(closed_after(masked(close, "")), 1000);
  EXPECT_EQ(closed_after(masked(close, "\x03")), 1002);
}

// 5.5.1: the reason is UTF-8, and with its code at most 125 bytes. It is not said back.
TEST_F(Rfc6455CloseST9, TheReasonIsShortAndUtf8) {
  EXPECT_EQ(closed_after(masked(close, close_payload(1000, "caf\xC3\xA9"))), 1000);
  EXPECT_EQ(closed_after(masked(close, close_payload(1000, std::string(123, 'r')))), 1000);
  EXPECT_EQ(closed_after(masked(close, close_payload(1000, std::string(124, 'r')))), 1002);
  for (const char* reason : {"\xCE\xBA\xE1\xBD\xB9\xCF\x83\xCE\xBC\xCE\xB5\xED\xA0\x80", "\xC3", "\xFF"}) {
    const std::uint16_t code = closed_after(masked(close, close_payload(1000, reason)));
    EXPECT_TRUE(code == 1002 || code == 1007) << code;
  }
  auto client = open();
  client->send(masked(close, close_payload(1000, "f00dcafe")));
  EXPECT_EQ(client->read_frame()->payload.find("f00dcafe"), std::string::npos);
}

// 5.5.1: nothing is sent after a close frame, and what comes after it is not looked at.
TEST_F(Rfc6455CloseST9, NothingFollowsAClose) {
  auto client = open();
  client->send(masked(close, close_payload(1000)) + masked(ping, "late") + masked(text, "late"));
  EXPECT_EQ(client->read_frame()->opcode, close);
  EXPECT_EQ(client->read_frame(), std::nullopt);
}

// 5.4 and 5.5.1: a close may come between fragments, and ends the message that was begun.
TEST_F(Rfc6455CloseST9, ACloseMayComeBetweenFragments) {
  EXPECT_EQ(closed_after(masked(text, "half", false) + masked(close, close_payload(1000))), 1000);
}

// 7.1.1: the server closes the TCP connection first.
TEST_F(Rfc6455CloseST9, TheServerEndsTheConnectionFirst) {
  auto client = open();
  client->send(masked(close, close_payload(1000)));
  EXPECT_EQ(client->read_close(), 1000);
  EXPECT_TRUE(client->ends());
}

// 7.1.7: after a failure nothing more is taken.
TEST_F(Rfc6455CloseST9, WhatFollowsAFailureIsNotSaidBack) {
  EXPECT_EQ(closed_after(masked(0x3, "") + masked(text, "after")), 1002);
}

}  // namespace
}  // namespace durf::net::testing
