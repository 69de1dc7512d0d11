// SPDX-License-Identifier: MIT
// What somebody meets who does too much, over real sockets: 429 before the WebSocket, close code 4005 in it, and a
// room that goes on for everybody else.
#include <gtest/gtest.h>

#include "durf/protocol/encode.hpp"
#include "fixture.hpp"
#include "net/limits.hpp"

namespace durf::net::testing {
namespace {

constexpr std::string_view ping_message = R"({"t":"ping"})";

class Limits : public StationTest {
 protected:
  void run_tls(Setup setup = {}) {
    files_.make("own", 7);
    const auto loaded = TlsCertificate::load(files_.certificate("own"), files_.key("own"));
    ASSERT_EQ(loaded.refusal, "");
    setup.certificate = loaded.certificate;
    run(setup);
  }
  AddressGate::Source loopback() { return site->gate.source(asio::ip::address_v4::loopback()); }
  HttpAnswer ask(const std::string& line, const std::string& fields = "") {
    auto client = connect();
    client->send(line + " HTTP/1.1\r\nHost: " + client->host() + "\r\n" + fields + "\r\n");
    return client->read_answer();
  }
  void use_up_requests(const AddressGate::Source& source) {
    while (site->gate.take_request(source)) {
    }
  }
  void use_up_newcomers(const AddressGate::Source& source) {
    while (site->gate.take_newcomer(source)) {
    }
  }
  static std::string hello(const std::string& token) {
    return R"({"t":"hello","protocol":1,"role":"participant","token":")" + token + R"(","join":{"key":"AAAAAAAAAAAAAA"}})";
  }
  /// Sends this until the server has had enough; what it closes with.
  std::uint16_t flood(std::string_view bytes) {
    auto client = connect_websocket();
    for (std::int64_t i = 0; i <= 2 * limits::units_burst_max; ++i) client->send(bytes);
    return client->read_close();
  }

 private:
  Certificates files_;
};

using LimitsST1 = Limits;
using LimitsST2 = Limits;
using LimitsST3 = Limits;
using LimitsST6 = Limits;
using LimitsST7 = Limits;
using LimitsST13 = Limits;

/// Somebody who hears only later that it was cut, as connections do.
struct Slow final : Guest {
  void leave() override {}
  void cut() override { ++cuts; }
  int cuts = 0;
};

TEST_F(LimitsST2, TooManyRequestsAreToldSoInWordsOrAsACode) {
  run();
  use_up_requests(loopback());
  const HttpAnswer page = ask("GET /");
  EXPECT_EQ(page.status, 429u);
  EXPECT_EQ(page.header("Retry-After"), "30");
  EXPECT_NE(page.body.find("Probeer"), std::string::npos);
  EXPECT_NE(page.body.find("Try again"), std::string::npos);
  EXPECT_EQ(ask("GET /api/host").body, R"({"code":"too_fast","params":{}})");
  clock.move(1'000);
  EXPECT_EQ(ask("GET /").status, 200u);
}

TEST_F(LimitsST2, RequestsThatCannotBeReadCountAsWell) {
  run();
  auto client = connect();
  client->send("nonsense\r\n\r\n");
  EXPECT_EQ(client->read_answer().status, 400u);
  use_up_requests(loopback());
  auto late = connect();
  late->send("nonsense\r\n\r\n");
  EXPECT_EQ(late->read_answer().status, 0u) << "not worth an answer";
}

TEST_F(LimitsST2, TooManyHandshakesAreRefusedAndPagesStillCome) {
  run();
  const auto source = loopback();
  while (site->gate.take_handshake(source)) {
  }
  EXPECT_EQ(connect()->upgrade().status, 429u);
  EXPECT_EQ(ask("GET /").status, 200u);
}

TEST_F(LimitsST2, TooManyHandshakesOfTlsAreCutBeforeTheyCostAnything) {
  run_tls();
  const auto source = loopback();
  auto early = connect_tls();
  ASSERT_TRUE(early->shake_hands());
  while (site->gate.take_tls_handshake(source)) {
  }
  EXPECT_FALSE(connect_tls()->shake_hands());
  early->send("GET / HTTP/1.1\r\nHost: " + early->host() + "\r\n\r\n");
  EXPECT_EQ(early->read_answer().status, 200u) << "who is in already goes on";
  clock.move(1'000);
  EXPECT_TRUE(connect_tls()->shake_hands());
}

TEST_F(LimitsST2, ThoseOfAProxyAreItsClientsAndNotCounted) {
  run_tls({.proxies = {"127.0.0.1"}});
  const auto source = loopback();
  while (site->gate.take_tls_handshake(source)) {
  }
  EXPECT_TRUE(connect_tls()->shake_hands());
}

TEST_F(LimitsST3, OverTlsConnectionsCountFromTheirFirstByte) {
  run_tls();
  const auto source = loopback();
  std::vector<AddressGate::Stay> others;
  while (auto stay = site->gate.admit(source)) others.push_back(std::move(*stay));
  others.pop_back();
  auto silent = connect_tls();
  EXPECT_FALSE(connect_tls()->shake_hands()) << "the silent one has the last place";
  pass(limits::head_ms_max);
  pass(limits::goodbye_ms_max);
  EXPECT_FALSE(silent->shake_hands());
  EXPECT_TRUE(connect_tls()->shake_hands()) << "and only as long as a head may take";
}

TEST_F(LimitsST3, OverTheOpenConnectionsOfAnAddressNobodyElseGetsIn) {
  run();
  const auto source = loopback();
  std::vector<AddressGate::Stay> others;
  while (auto stay = site->gate.admit(source)) others.push_back(std::move(*stay));
  EXPECT_EQ(connect()->upgrade().status, 0u);
  others.pop_back();
  auto page = connect_websocket();
  EXPECT_EQ(ask("GET /").status, 0u) << "the WebSocket goes on counting";
  page.reset();
  EXPECT_TRUE(gateway.wait_closed());
  on_shard([] {});  // its end, to the end
  EXPECT_EQ(ask("GET /").status, 200u);
}

TEST_F(LimitsST1, ANewcomerIsTakenOnlyWhenTheSessionLetOneIn) {
  bool is_newcomer = true;
  std::vector<bool> may;
  gateway.on_message = [&](runtime::Connection& connection, const protocol::ClientMessage&) {
    may.push_back(connection.may_bring_newcomer());
    if (may.back() || !is_newcomer) return connection.let_in(is_newcomer);
    connection.close(protocol::CloseCode::too_much);
  };
  run();
  use_up_newcomers(loopback());
  site->gate.give_newcomer_back(loopback());

  // One that the session remembers takes nothing, so there is still one for a newcomer, and none for the next.
  std::vector<std::unique_ptr<RawClient>> phones;
  const auto come = [&](const std::string& token, bool is_new) {
    on_shard([&] { is_newcomer = is_new; });
    phones.push_back(connect_websocket());
    phones.back()->send_text(hello(token));
    EXPECT_TRUE(gateway.wait_messages(phones.size()));
  };
  come("AAAAAAAAAAAAAAAAAAAAAA", false);
  come("AAAAAAAAAAAAAAAAAAAAAQ", true);
  come("AAAAAAAAAAAAAAAAAAAAAg", true);
  EXPECT_EQ(phones.back()->read_close(), 4005);
  come("AAAAAAAAAAAAAAAAAAAAAw", false);
  on_shard([&] { EXPECT_EQ(may, (std::vector<bool>{true, true, false, false})); });

  // Who was in and left is no newcomer for a while, whatever the session forgot.
  phones[1].reset();
  phones[2]->send(masked(close, "\x0F\xA5"));
  phones[2].reset();
  EXPECT_TRUE(gateway.wait_closed(2));
  come("AAAAAAAAAAAAAAAAAAAAAQ", true);
  come("AAAAAAAAAAAAAAAAAAAAAg", true);
  on_shard([&] {
    EXPECT_TRUE(may[4]);
    EXPECT_FALSE(may[5]) << "was never in";
  });
}

TEST_F(LimitsST1, WhoIsTurnedAwayTakesNothing) {
  gateway.on_message = [](runtime::Connection& connection, const protocol::ClientMessage&) {
    EXPECT_TRUE(connection.may_bring_newcomer());
    connection.close(protocol::CloseCode::session_full);
  };
  run();
  use_up_newcomers(loopback());
  site->gate.give_newcomer_back(loopback());
  for (std::size_t i = 1; i <= 3; ++i) {
    auto phone = connect_websocket();
    phone->send_text(hello("AAAAAAAAAAAAAAAAAAAAAA"));
    EXPECT_EQ(phone->read_close(), 4002);
  }
}

TEST_F(LimitsST7, AFloodOfAnyKindIsClosedWithACodeThatAsksToWait) {
  run();
  EXPECT_EQ(flood(masked(text, ping_message)), 4005);
  EXPECT_EQ(flood(masked(ping, "")), 4005);
  EXPECT_EQ(flood(masked(pong, "")), 4005);
  EXPECT_EQ(flood(masked(text, R"({"t":"command"})")), 4103) << "the first one is none";
}

TEST_F(LimitsST7, BytesThatNeverBecomeAMessageAreAFloodToo) {
  run();
  auto client = connect_websocket();
  client->send(masked(text, "", false));
  const std::string empty = masked(continuation, "", false);
  std::string many;
  for (int i = 0; i < 10'000; ++i) many += empty;
  for (int i = 0; i < 30; ++i) client->send(many);
  EXPECT_EQ(client->read_close(), 4005);
}

TEST_F(LimitsST7, AfterAFloodNothingMoreIsReadAndTheSocketIsCut) {
  run();
  auto client = connect_websocket();
  std::string many;
  for (std::int64_t i = 0; i <= 2 * limits::units_burst_max; ++i) many += masked(ping, "");
  client->send(many);
  EXPECT_EQ(client->read_close(), 4005);
  client->send(many);
  EXPECT_EQ(gateway.closed_count(), 0u);
  pass(limits::goodbye_ms_max);
  EXPECT_TRUE(gateway.wait_closed());
  EXPECT_TRUE(client->ends());
}

/// Who was told goodbye is read for a moment, to be polite, and not without end.
TEST_F(LimitsST7, WhatFollowsAGoodbyeIsNotReadForEver) {
  run();
  const std::string endless = masked(text, std::string(4'000, ' '));
  for (const std::string& first : {masked(text, "{"), masked(0x3, "")}) {
    auto client = connect_websocket();
    client->send(first);
    EXPECT_TRUE(client->fills_up(endless, 64 * 1'024 * 1'024)) << "64 MB were read";
  }
  auto client = connect();
  client->send("nonsense\r\n\r\n");
  EXPECT_TRUE(client->fills_up(endless, 64 * 1'024 * 1'024));
}

TEST_F(LimitsST7, APhoneWithAFullOutboxAndABusyDeskAreNone) {
  gateway.on_message = [](runtime::Connection& connection, const protocol::ClientMessage&) {
    connection.push(protocol::encode_pong());
  };
  run();
  auto phone = connect_websocket();
  for (int i = 0; i < 100; ++i) {
    phone->send_text(ping_message);
    EXPECT_EQ(phone->read_frame()->opcode, text);
  }
  on_shard([this] { gateway.everyone_is_desk = true; });
  auto desk = connect_websocket();
  for (int i = 0; i < 700; ++i) {
    desk->send_text(ping_message);
    EXPECT_EQ(desk->read_frame()->opcode, text);
  }
}

TEST_F(LimitsST7, WhoGoesOnEvenlyIsNeverClosed) {
  run();
  auto phone = connect_websocket();
  phone->send_text(R"({"t":"hello","protocol":1,"role":"pairing"})");
  EXPECT_TRUE(gateway.wait_messages(1));
  for (std::size_t i = 1; i <= 1'000; ++i) {
    phone->send_text(ping_message);
    ASSERT_TRUE(gateway.wait_messages(1 + i));
    clock.move(100);  // two units, at thirty a second
  }
}

TEST_F(LimitsST6, AForwardedAddressCountsForProxiesOfOursOnly) {
  run({.proxies = {"127.0.0.1"}});
  const auto noisy = site->gate.source(asio::ip::make_address("192.0.2.1"));
  use_up_requests(noisy);
  EXPECT_EQ(ask("GET /", "X-Forwarded-For: 192.0.2.1\r\n").status, 429u);
  EXPECT_EQ(ask("GET /", "X-Forwarded-For: 192.0.2.1, 192.0.2.2\r\n").status, 200u);
  EXPECT_EQ(ask("GET /", "X-Forwarded-For: 192.0.2.2, 192.0.2.1\r\n").status, 429u);
  use_up_requests(loopback());
  EXPECT_EQ(ask("GET /", "X-Forwarded-For: 192.0.2.2\r\n").status, 200u);
  EXPECT_EQ(ask("GET /").status, 429u) << "a proxy that names nobody counts itself";
}

TEST_F(LimitsST2, WhoHasThePageComesBackThoughItsAddressMayAskForNoMore) {
  run();
  use_up_requests(loopback());
  EXPECT_EQ(ask("GET /").status, 429u);
  EXPECT_EQ(connect()->upgrade().status, 101u);
}

TEST_F(LimitsST6, WhoIsNoProxyOfOursIsNotBelieved) {
  run();
  use_up_requests(loopback());
  EXPECT_EQ(ask("GET /", "X-Forwarded-For: 192.0.2.2\r\n").status, 429u);
}

TEST_F(LimitsST6, ConnectionsOfAProxyCountForTheirClients) {
  run({.proxies = {"127.0.0.1"}});
  const auto client = site->gate.source(asio::ip::make_address("192.0.2.1"));
  std::vector<AddressGate::Stay> others;
  while (auto stay = site->gate.admit(client)) others.push_back(std::move(*stay));
  const auto upgrade = [this](const std::string& forwarded) {
    auto page = connect();
    std::string request = page->upgrade_request();
    request.insert(request.size() - 2, "X-Forwarded-For: " + forwarded + "\r\n");
    page->send(request);
    return page->read_answer().status;
  };
  EXPECT_EQ(upgrade("192.0.2.1"), 429u);
  EXPECT_EQ(upgrade("192.0.2.2"), 101u);
  others.pop_back();
  EXPECT_EQ(upgrade("192.0.2.1"), 101u);
}

TEST_F(LimitsST13, OverTheUnfinishedHeadsTheOldestAreCutEachOnce) {
  run();
  constexpr std::size_t too_many = 3;
  std::vector<Slow> guests(limits::heads_unfinished_max + too_many);
  on_shard([&] {
    std::vector<Station::Waiting::iterator> places;
    for (Slow& guest : guests) places.push_back(station->await_head(guest));
    for (const auto place : places) station->head_came(place);
  });
  for (std::size_t i = 0; i < guests.size(); ++i) EXPECT_EQ(guests[i].cuts, i < too_many ? 1 : 0) << i;
}

TEST_F(LimitsST13, OverTheUnfinishedBodiesOneGoesAndTheOthersAreAnswered) {
  run();
  const std::string half_body(500, ' ');
  std::vector<std::unique_ptr<RawClient>> clients;
  for (std::size_t i = 0; i <= limits::bodies_unfinished_max; ++i) {
    auto& client = clients.emplace_back(connect());
    client->send("POST /api/sessions HTTP/1.1\r\nHost: " + client->host() + "\r\nOrigin: http://" + client->host() +
                 "\r\nContent-Length: 1000\r\n\r\n" + half_body);
  }
  EXPECT_EQ(ask("GET /healthz").status, 200u);  // what was sent before has been read
  int cut = 0;
  for (auto& client : clients) {
    client->send(half_body);
    const auto status = client->read_answer().status;
    if (status == 0) ++cut;
    else EXPECT_EQ(status, 400u);
  }
  EXPECT_EQ(cut, 1);
}

}  // namespace
}  // namespace durf::net::testing
