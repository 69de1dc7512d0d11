// SPDX-License-Identifier: MIT
// The load program goes nowhere but to this machine, whatever it is told.
#include "load/socket.hpp"

#include <gtest/gtest.h>

namespace durf::load {
namespace {

TEST(LoadSocket, TakesAddressesOfThisMachine) {
  const auto target = parse_target("127.0.0.1:8080");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->address, 0x7F000001u);
  EXPECT_EQ(target->port, 8080);
  EXPECT_EQ(target->name, "127.0.0.1:8080");
  EXPECT_TRUE(parse_target("127.3.2.1:1"));
}

TEST(LoadSocket, RefusesEveryOtherAddress) {
  for (const char* elsewhere :
       {"192.168.1.20:8080", "10.0.0.1:80", "0.0.0.0:8080", "128.0.0.1:8080", "[::1]:8080", "localhost:8080",
        "example.org:80", "127.0.0.1", "127.0.0.1:0", "127.0.0.1:65536", "127.0.0.1:80x", ":8080", ""})
    EXPECT_FALSE(parse_target(elsewhere)) << elsewhere;
  const Target elsewhere{.address = 0xC0A80114, .port = 80, .name = "192.168.1.20:80"};
  EXPECT_EQ(begin_connecting(elsewhere, 0, 0), -1);
  EXPECT_EQ(ask_over_http(elsewhere, "/api/sessions", ""), "");
}

TEST(LoadSocket, EachNetworkHasItsOwnAddresses) {
  EXPECT_EQ(source_address(0, 0), 0x7F000001u);
  EXPECT_EQ(source_address(1, 31), 0x7F010020u);
  EXPECT_EQ(source_address(2, 300), 0x7F02012Du);
}

}  // namespace
}  // namespace durf::load
