// SPDX-License-Identifier: MIT
// Sessions, directory and gateways together, on real loops and threads, without sockets and without a disk.
#include "durf/domain/default_word_list.hpp"
#include "runtime/small_server_fixture.hpp"

namespace durf::runtime {
namespace {

using Kind = testing::Heard::Kind;
using protocol::CloseCode;

TEST_F(SmallServerTest, CreatedTwiceIsOneSessionWithOneCode) {
  const SessionCreatedAnswer first = create();
  EXPECT_EQ(first.join_code.size(), 6u);
  EXPECT_EQ(create().join_code, first.join_code);
  session.facilitator_secret = base::random_id<protocol::Secret>(server.entropy);
  EXPECT_EQ(std::get<CreateRefusal>(server.create(session)), CreateRefusal::id_taken);
}

TEST_F(SmallServerTest, NewcomersOnEveryShardGetWelcomeSnapshotAndClock) {
  create();
  for (const std::size_t shard : {0u, 1u}) {
    const auto seat = server.connect(shard, phone());
    seat.page->wait_for(Kind::welcome);
    seat.page->wait_for(Kind::snapshot);
    seat.page->wait_for(Kind::clock);
  }
}

TEST_F(SmallServerTest, ATypedCodeLeadsInAndAWrongOneDoesNot) {
  auto hello = phone();
  hello.join = create().join_code;
  server.connect(1, hello).page->wait_for(Kind::welcome);
  hello.join = std::string("000000") == std::get<std::string>(hello.join) ? "000001" : "000000";
  EXPECT_EQ(server.connect(1, hello).page->wait_for_close(), CloseCode::unknown_session);
}

TEST_F(SmallServerTest, UnknownKeysAndSecretsAreToldSo) {
  create();
  auto hello = phone();
  hello.join = base::random_id<domain::JoinKey>(server.entropy);
  EXPECT_EQ(server.connect(0, hello).page->wait_for_close(), CloseCode::unknown_session);
  const protocol::HelloDesk stranger{base::random_id<protocol::Secret>(server.entropy), {}};
  EXPECT_EQ(server.connect(0, stranger).page->wait_for_close(), CloseCode::unknown_session);
}

TEST_F(SmallServerTest, AFacilitatorOnOneShardReachesPhonesOnTheOther) {
  create();
  const auto desk = server.connect(0, facilitator());
  const auto other = server.connect(1, phone());
  other.page->wait_for(Kind::clock);
  EXPECT_EQ(reply_to(desk, command(domain::GoLive{})), "ok");
  const auto frame = other.page->wait_for(Kind::frame);
  ASSERT_EQ(frame.puts.size(), 1u);
  EXPECT_EQ(std::get<std::string>(frame.puts[0].second.at("phase")), "live");
}

TEST_F(SmallServerTest, WhatWasAcknowledgedSurvivesARestartAndIsNotAcceptedAgain) {
  create();
  const auto message = ask("Waarom horen wij dit via de krant?");
  const auto hello = phone();
  EXPECT_EQ(reply_to(server.connect(0, hello), message), "ok");
  server.restart();
  EXPECT_EQ(server.sessions_at_start, 1u);
  EXPECT_EQ(reply_to(server.connect(1, hello), message), "ok") << "sent again after the restart";
}

TEST_F(SmallServerTest, AFailedCommitRebuildsTheSessionAndAReSendCountsOnce) {
  for (const auto fault : {storage::MemoryLog::Fault::failed_and_lost, storage::MemoryLog::Fault::failed_but_kept}) {
    session.definition.id = base::random_id<domain::SessionId>(server.entropy);
    session.definition.join_key = base::random_id<domain::JoinKey>(server.entropy);
    session.facilitator_secret = base::random_id<protocol::Secret>(server.entropy);
    session.presenter_secret = base::random_id<protocol::Secret>(server.entropy);
    create();
    const auto hello = phone();
    const auto before = server.connect(0, hello);
    before.page->wait_for(Kind::clock);
    const auto message = ask("Wie beslist hierover?");
    server.log->fail_next(fault);
    server.say(before, message);
    EXPECT_EQ(before.page->wait_for_close(), CloseCode::resync);
    server.leave(before);
    EXPECT_EQ(reply_to(server.connect(0, hello), message), "ok");
  }
}

TEST_F(SmallServerTest, ACoreThatBreaksWhileItIsBuiltIsBuiltAgain) {
  create();
  const auto hello = phone();
  const auto before = server.connect(0, hello);
  before.page->wait_for(Kind::clock);
  const auto message = ask("Wie beslist hierover?");
  server.entropy.break_next(protocol::Epoch::size);  // nothing but a new core draws so many bytes
  server.log->fail_next(storage::MemoryLog::Fault::failed_and_lost);
  server.say(before, message);
  EXPECT_EQ(before.page->wait_for_close(), CloseCode::resync);
  EXPECT_EQ(reply_in_the_end(hello, message), "ok");
}

TEST_F(SmallServerTest, ACoreThatBreaksInAStepIsBuiltAgain) {
  create();
  const auto hello = phone();
  const auto before = server.connect(0, hello);
  before.page->wait_for(Kind::clock);
  const auto message = ask("Wie beslist hierover?");
  server.entropy.break_next(sizeof domain::Stamp::entropy);
  server.say(before, message);
  EXPECT_EQ(before.page->wait_for_close(), CloseCode::resync);
  EXPECT_EQ(reply_to(server.connect(0, hello), message), "ok");
}

TEST_F(SmallServerTest, AFullDiskRefusesInWordsAndGoesOnLater) {
  create();
  const auto seat = server.connect(0, phone());
  server.log->set_disk_full(true);
  const auto message = ask("Past dit nog?");
  EXPECT_EQ(reply_to(seat, message), "disk_full");
  server.log->set_disk_full(false);
  EXPECT_EQ(reply_to(seat, message), "ok");
}

TEST_F(SmallServerTest, NowForRealAnswersFirstThenEverybodyStartsOver) {
  session.definition.rehearsal = true;
  create();
  const auto desk = server.connect(0, facilitator());
  const auto seat = server.connect(1, phone());
  EXPECT_EQ(reply_to(seat, ask("Een proefvraag")), "ok");
  EXPECT_EQ(reply_to(desk, command(domain::BeginForReal{})), "ok");
  EXPECT_EQ(desk.page->wait_for_close(), CloseCode::resync);
  EXPECT_EQ(seat.page->wait_for_close(), CloseCode::resync);
  const auto again = server.connect(0, facilitator());
  const auto snapshot = again.page->wait_for(Kind::snapshot);
  for (const auto& [key, fields] : snapshot.puts) {
    EXPECT_NE(key.first, "question");
    if (key.first == "session") {
      EXPECT_FALSE(std::get<bool>(fields.at("rehearsal")));
    }
  }
}

TEST_F(SmallServerTest, ARenewedLinkOpensAndTheOldOneIsShut) {
  create();
  const auto desk = server.connect(0, facilitator());
  const auto snapshot = desk.page->wait_for(Kind::snapshot);
  std::string link;
  for (const auto& [key, fields] : snapshot.puts) {
    if (key.first == "link" && std::get<std::string>(fields.at("role")) == "facilitator") link = key.second;
  }
  const auto fresh = base::random_id<protocol::Secret>(server.entropy);
  EXPECT_EQ(reply_to(desk, command(domain::RenewLink{*domain::LinkId::from_text(link), {}}, fresh)), "ok");
  EXPECT_EQ(desk.page->wait_for_close(), CloseCode::link_revoked);
  EXPECT_EQ(server.connect(1, facilitator()).page->wait_for_close(), CloseCode::unknown_session);
  server.connect(1, protocol::HelloDesk{fresh, {}}).page->wait_for(Kind::welcome);
}

TEST_F(SmallServerTest, AScreenIsPairedByItsCode) {
  create();
  const auto desk = server.connect(0, facilitator());
  const auto screen = server.connect(1, protocol::HelloPairing{});
  std::string code;
  screen.page->wait_for([&](const testing::Heard& heard) {
    const auto at = heard.text.find("\"code\":\"");
    if (at != std::string::npos) code = heard.text.substr(at + 8, 6);
    return !code.empty();
  });
  const auto secret = base::random_id<protocol::Secret>(server.entropy);
  const auto link = base::random_id<domain::LinkId>(server.entropy);
  EXPECT_EQ(reply_to(desk, command(domain::ConfirmPairing{link, domain::Role::presenter, "", {}}, secret, "222222")), "unknown_pairing");
  EXPECT_EQ(reply_to(desk, command(domain::ConfirmPairing{link, domain::Role::presenter, "", {}}, secret, code)), "ok");
  screen.page->wait_for([&](const testing::Heard& heard) { return heard.text.find(secret.text()) != std::string::npos; });
  server.connect(1, protocol::HelloDesk{secret, {}}).page->wait_for(Kind::welcome);
}

// [DR8]
TEST_F(SmallServerTest, ATabletIsPairedAsAStage) {
  create();
  const auto desk = server.connect(0, facilitator());
  const auto tablet = server.connect(1, protocol::HelloPairing{});
  std::string code;
  tablet.page->wait_for([&](const testing::Heard& heard) {
    const auto at = heard.text.find("\"code\":\"");
    if (at != std::string::npos) code = heard.text.substr(at + 8, 6);
    return !code.empty();
  });
  const auto secret = base::random_id<protocol::Secret>(server.entropy);
  const auto link = base::random_id<domain::LinkId>(server.entropy);
  EXPECT_EQ(reply_to(desk, command(domain::ConfirmPairing{link, domain::Role::stage, "", {}}, secret, code)), "ok");
  tablet.page->wait_for([&](const testing::Heard& heard) {
    return heard.text.find(R"("role":"stage","secret":")" + secret.text()) != std::string::npos;
  });
  const auto welcome = server.connect(1, protocol::HelloDesk{secret, {}}).page->wait_for(Kind::welcome);
  EXPECT_NE(welcome.text.find(R"("role":"stage")"), std::string::npos);
}

// [DR9]
TEST_F(SmallServerTest, ANewSessionHasWordsThatAreHeldBack) {
  create();
  const auto snapshot = server.connect(0, facilitator()).page->wait_for(Kind::snapshot);
  for (const auto& [key, fields] : snapshot.puts) {
    if (key.first != "session") continue;
    EXPECT_EQ(std::get<std::string>(fields.at("word_list")), domain::default_word_list());
    EXPECT_FALSE(std::get<bool>(fields.at("moderation")));
  }
}

TEST_F(SmallServerTest, WithoutItsKeyASessionIsUnavailableAndTheOthersRun) {
  create();
  const auto lost = session;
  session.definition.id = base::random_id<domain::SessionId>(server.entropy);
  session.definition.join_key = base::random_id<domain::JoinKey>(server.entropy);
  session.facilitator_secret = base::random_id<protocol::Secret>(server.entropy);
  session.presenter_secret = base::random_id<protocol::Secret>(server.entropy);
  create();
  ASSERT_TRUE(server.keys.destroy({lost.definition.id.text(), 1}));
  server.restart();
  EXPECT_EQ(server.connect(0, protocol::HelloDesk{lost.facilitator_secret, {}}).page->wait_for_close(),
            CloseCode::unavailable);
  server.connect(0, facilitator()).page->wait_for(Kind::welcome);
}

// [DR10]
TEST_F(SmallServerTest, TheOperatorGetsLinksThatWork) {
  create();
  std::promise<std::vector<RescueLink>> made;
  server.directory->rescue("", {domain::Role::facilitator, domain::Role::moderator, domain::Role::stage},
                           [&](std::vector<RescueLink> links) { made.set_value(std::move(links)); });
  const auto links = made.get_future().get();
  ASSERT_EQ(links.size(), 3u);
  for (const RescueLink& link : links)
    server.connect(0, protocol::HelloDesk{link.secret, {}}).page->wait_for(Kind::welcome);
}

struct WrongFirstMessage {
  const char* what;
  protocol::ClientMessage message;
  CloseCode code;
};

TEST_F(SmallServerTest, FirstMessagesThatAreNoHelloAreRefused) {
  const WrongFirstMessage cases[] = {
      {"a command", command(domain::GoLive{}), CloseCode::bad_message},
      {"another version", protocol::HelloOfOtherVersion{}, CloseCode::reload},
  };
  for (const auto& wrong : cases)
    EXPECT_EQ(server.connect(0, wrong.message).page->wait_for_close(), wrong.code) << wrong.what;
}

}  // namespace
}  // namespace durf::runtime
