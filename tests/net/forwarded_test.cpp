// SPDX-License-Identifier: MIT
// For whom a proxy asks: only a proxy of ours is believed, and of what it passes on only what it saw itself.
#include "net/forwarded.hpp"

#include <gtest/gtest.h>

namespace durf::net {
namespace {

std::string client_of(const OwnProxies& proxies, const std::string& fields) {
  const auto parsed = parse_request_head("GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n");
  const auto client = proxies.client_of(std::get<RequestHead>(parsed));
  return client ? client->to_string() : "nobody";
}

TEST(ForwardedST6, TheLastHopThatIsNoProxyOfOursIsTheClient) {
  const OwnProxies proxies({"127.0.0.1", "10.0.0.7", "2001:db8::7"});
  EXPECT_EQ(client_of(proxies, "X-Forwarded-For: 192.0.2.1\r\n"), "192.0.2.1");
  EXPECT_EQ(client_of(proxies, "X-Forwarded-For: 198.51.100.9, 192.0.2.1\r\n"), "192.0.2.1") << "invented before";
  EXPECT_EQ(client_of(proxies, "X-Forwarded-For: 192.0.2.1, 10.0.0.7 ,2001:db8::7\r\n"), "192.0.2.1");
  EXPECT_EQ(client_of(proxies, "X-Forwarded-For: 198.51.100.9\r\nX-Forwarded-For: 192.0.2.1\r\n"), "192.0.2.1");
  EXPECT_EQ(client_of(proxies, "X-Forwarded-For: 2001:db8:1::1\r\n"), "2001:db8:1::1");
  EXPECT_EQ(client_of(proxies, "X-Forwarded-For: [2001:db8:1::1]:4711\r\n"), "2001:db8:1::1");
  EXPECT_EQ(client_of(proxies, "X-Forwarded-For: 192.0.2.1:4711\r\n"), "192.0.2.1");
  EXPECT_EQ(client_of(proxies, "X-Forwarded-For: ::ffff:192.0.2.1\r\n"), "192.0.2.1");
}

TEST(ForwardedST6, WhatIsNoAddressIsNobody) {
  const OwnProxies proxies({"127.0.0.1"});
  for (const char* value : {"", "unknown", "_hidden", "192.0.2.1,", "192.0.2.1, x", "192.0.2", "[", "]", ":", "[]:1", "127.0.0.1"})
    EXPECT_EQ(client_of(proxies, std::string("X-Forwarded-For: ") + value + "\r\n"), "nobody") << value;
  EXPECT_EQ(client_of(proxies, ""), "nobody");
}

TEST(ForwardedST6, OnlyTheNamedAreProxies) {
  const OwnProxies proxies({"10.0.0.7"});
  EXPECT_TRUE(proxies.include(boost::asio::ip::make_address("10.0.0.7")));
  EXPECT_TRUE(proxies.include(boost::asio::ip::make_address("::ffff:10.0.0.7")));
  EXPECT_FALSE(proxies.include(boost::asio::ip::make_address("10.0.0.8")));
  EXPECT_FALSE(OwnProxies({}).include(boost::asio::ip::make_address("127.0.0.1")));
}

}  // namespace
}  // namespace durf::net
