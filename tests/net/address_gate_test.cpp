// SPDX-License-Identifier: MIT
// The limits of one address, on a clock that the test moves: what a whole company may do in a moment, when it is too
// much, and what is forgotten when.
#include "net/address_gate.hpp"

#include <gtest/gtest.h>

#include <string>

#include "fixture.hpp"
#include "net/limits.hpp"

namespace durf::net::testing {
namespace {

using boost::asio::ip::make_address;

constexpr std::array<std::uint8_t, 16> token_of(std::uint8_t first) { return {first}; }

struct Gate : ::testing::Test {
  FakeClock clock;
  AddressGate gate{clock};

  AddressGate::Source at(const std::string& address) { return gate.source(make_address(address)); }
  template <class Take>
  std::int64_t how_many(Take take, std::int64_t at_most = 100'000) {
    std::int64_t taken = 0;
    while (taken < at_most && take()) ++taken;
    return taken;
  }
  std::int64_t newcomers(const std::string& address, std::int64_t at_most = 100'000) {
    return how_many([&] { return gate.take_newcomer(at(address)); }, at_most);
  }
};

using AddressGateST1 = Gate;
using AddressGateST2 = Gate;
using AddressGateST3 = Gate;
using AddressGateST4 = Gate;
using AddressGateST5 = Gate;

TEST_F(AddressGateST1, AtMostSoManyNewcomersInAnyTenMinutes) {
  // A thousand at once every three minutes: whatever ten minutes one looks at, they hold no more.
  std::vector<std::pair<std::int64_t, std::int64_t>> came;
  for (int i = 0; i < 40; ++i) {
    came.emplace_back(clock.now().value, newcomers("192.0.2.1", 1'000));
    clock.move(179'000);
  }
  std::int64_t all = 0;
  for (const auto& [from, ignored] : came) {
    std::int64_t within = 0;
    for (const auto& [at_ms, count] : came)
      if (at_ms >= from && at_ms < from + limits::newcomers_window_ms) within += count;
    EXPECT_LE(within, std::int64_t{limits::address_newcomers_max});
    all = std::max(all, within);
  }
  EXPECT_EQ(all, std::int64_t{limits::address_newcomers_max}) << "and no fewer";
}

TEST_F(AddressGateST1, WhoTurnsOutToBeKnownIsGivenBack) {
  const auto source = at("192.0.2.1");
  EXPECT_EQ(newcomers("192.0.2.1"), 3'000);
  gate.give_newcomer_back(source);
  clock.move(60'000);
  gate.give_newcomer_back(source);
  EXPECT_EQ(newcomers("192.0.2.1"), 2);
}

TEST_F(AddressGateST1, WhoLeftIsRememberedForTenMinutesAndForgottenWithinTwenty) {
  gate.remember(token_of(1));
  EXPECT_TRUE(gate.remembers(token_of(1)));
  EXPECT_FALSE(gate.remembers(token_of(2)));
  clock.move(limits::address_salt_ms);
  EXPECT_TRUE(gate.remembers(token_of(1)));
  clock.move(limits::address_salt_ms);
  EXPECT_FALSE(gate.remembers(token_of(1)));
  EXPECT_EQ(gate.remembered().second, 0u);
}

TEST_F(AddressGateST2, ACompanyThatComesWithinAMinuteIsNotHeldUp) {
  constexpr int phones = 5'000;
  for (int phone = 0; phone < phones; ++phone) {
    const auto source = at("192.0.2.1");
    for (int connection = 0; connection < 4; ++connection) ASSERT_TRUE(gate.take_tls_handshake(source));
    for (int file = 0; file < 10; ++file) ASSERT_TRUE(gate.take_request(source));
    ASSERT_TRUE(gate.take_handshake(source));
    clock.move(60'000 / phones);
  }
}

TEST_F(AddressGateST2, RequestsAndHandshakesRunOutAndFlowIn) {
  const auto source = at("192.0.2.1");
  EXPECT_EQ(how_many([&] { return gate.take_request(source); }), limits::address_requests_burst_max);
  EXPECT_EQ(how_many([&] { return gate.take_handshake(source); }), limits::address_handshakes_burst_max);
  EXPECT_EQ(how_many([&] { return gate.take_tls_handshake(source); }), limits::address_tls_handshakes_burst_max);
  EXPECT_TRUE(gate.take_request(at("192.0.2.2")));
  clock.move(1'000);
  EXPECT_EQ(how_many([&] { return gate.take_request(source); }), limits::address_requests_per_second);
  EXPECT_EQ(how_many([&] { return gate.take_handshake(source); }), limits::address_handshakes_per_second);
  EXPECT_EQ(how_many([&] { return gate.take_tls_handshake(source); }), limits::address_tls_handshakes_per_second);
}

TEST_F(AddressGateST3, OpenConnectionsAreCountedAsLongAsTheyLive) {
  const auto source = at("192.0.2.1");
  std::vector<AddressGate::Stay> stays;
  while (auto stay = gate.admit(source)) stays.push_back(std::move(*stay));
  EXPECT_EQ(stays.size(), limits::address_connections_max);
  EXPECT_TRUE(gate.admit(at("192.0.2.2")));
  stays.pop_back();
  EXPECT_TRUE(gate.admit(source));
  // A new salt does not make room, as long as the address shows itself.
  clock.move(limits::address_salt_ms);
  EXPECT_TRUE(gate.admit(at("192.0.2.1")));
  stays.push_back(std::move(*gate.admit(at("192.0.2.1"))));
  EXPECT_FALSE(gate.admit(at("192.0.2.1")));
}

TEST_F(AddressGateST4, WhatCountsAsOneAddress) {
  EXPECT_EQ(at("192.0.2.1"), at("::ffff:192.0.2.1"));
  EXPECT_NE(at("192.0.2.1"), at("192.0.2.2"));
  EXPECT_NE(at("::ffff:192.0.2.1"), at("::ffff:192.0.2.2"));
  EXPECT_EQ(at("2001:db8:1:2::1"), at("2001:db8:1:2:ffff:ffff:ffff:ffff"));
  EXPECT_NE(at("2001:db8:1:2::1"), at("2001:db8:1:3::1"));
  EXPECT_EQ(at("fe80::1%1"), at("fe80::2"));
}

TEST_F(AddressGateST5, AnAddressThatStaysAwayIsForgotten) {
  const std::weak_ptr<AddressGate::Usage> away = at("192.0.2.1");
  const std::weak_ptr<AddressGate::Usage> back = at("192.0.2.2");
  for (int i = 0; i < 3; ++i) {
    clock.move(limits::address_salt_ms);
    EXPECT_EQ(at("192.0.2.2"), back.lock()) << "what it used moves to the new salt";
  }
  EXPECT_TRUE(away.expired());
  clock.move(2 * limits::address_salt_ms);
  gate.tidy();  // nobody came, and the minute's report did it
  EXPECT_EQ(gate.remembered(), (std::pair<std::size_t, std::size_t>{0, 0}));
}

TEST_F(AddressGateST5, EverNewAddressesAndTokensFillNothing) {
  for (std::uint32_t i = 0; i < 3 * limits::addresses_max; ++i)
    gate.source(boost::asio::ip::address_v4(0x0A000000 + i));
  EXPECT_LE(gate.remembered().first, 2 * limits::addresses_max);
  std::array<std::uint8_t, 16> token{};
  for (std::uint32_t i = 0; i < 3 * limits::tokens_remembered_max; ++i) {
    for (int shift = 0; shift < 4; ++shift) token[static_cast<std::size_t>(shift)] = static_cast<std::uint8_t>(i >> 8 * shift);
    gate.remember(token);
  }
  EXPECT_LE(gate.remembered().second, 2 * limits::tokens_remembered_max);
}

}  // namespace
}  // namespace durf::net::testing
