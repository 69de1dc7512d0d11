// SPDX-License-Identifier: MIT
// The end of a session at its doors: what the results page shows and until when, who is told that it is closed, what a
// facilitator may still do, and what happens when days pass.
#include <functional>

#include "runtime/small_server_fixture.hpp"

namespace durf::runtime {
namespace {

using Kind = testing::Heard::Kind;
using protocol::CloseCode;

class ClosingTest : public SmallServerTest {
 protected:
  AskOutcome ask_directory(const std::function<void(std::function<void(AskOutcome)>)>& question) {
    std::promise<AskOutcome> answer;
    question([&](AskOutcome outcome) { answer.set_value(std::move(outcome)); });
    return answer.get_future().get();
  }
  /// The JSON, or the refusal's name.
  static std::string words_of(const AskOutcome& outcome) {
    if (const auto* text = std::get_if<std::string>(&outcome)) return *text;
    switch (std::get<AskRefusal>(outcome)) {
      case AskRefusal::unknown_session: return "unknown_session";
      case AskRefusal::not_closed: return "not_closed";
      case AskRefusal::unavailable: return "unavailable";
    }
    return "";
  }
  std::string results() { return results(results_secret); }
  std::string results(domain::ResultsSecret secret) {
    return words_of(ask_directory([&](auto done) { server.directory->results(secret, done); }));
  }
  std::string state() { return state(session.facilitator_secret); }
  std::string state(protocol::Secret secret) {
    return words_of(ask_directory([&](auto done) { server.directory->session_state(secret, done); }));
  }
  std::string remove() { return remove(session.facilitator_secret); }
  std::string remove(protocol::Secret secret) {
    return words_of(ask_directory([&](auto done) { server.directory->delete_session(secret, done); }));
  }
  /// Asks until the answer holds this: for what happens by itself.
  void expect_state_soon(const std::string& part) {
    const auto until = server.clock.now() + 20'000;
    std::string said = state();
    while (said.find(part) == std::string::npos && server.clock.now() < until) said = state();
    EXPECT_NE(said.find(part), std::string::npos) << said;
  }

  /// Live, with one question in the hat and a link for the results page. The facilitator is still there.
  SmallServer::Seat hold_a_session() {
    join_code = create().join_code;
    auto desk = server.connect(0, facilitator());
    EXPECT_EQ(reply_to(desk, command(domain::SetResultsLink{results_secret, {}})), "ok");
    EXPECT_EQ(reply_to(desk, command(domain::GoLive{})), "ok");
    EXPECT_EQ(reply_to(server.connect(1, phone()), ask("Waarom horen wij dit via de krant?")), "ok");
    return desk;
  }
  SmallServer::Seat hold_and_end_a_session() {
    auto desk = hold_a_session();
    EXPECT_EQ(reply_to(desk, command(domain::EndSession{})), "ok");
    return desk;
  }
  void hold_and_close_a_session() {
    const auto desk = hold_and_end_a_session();
    EXPECT_EQ(reply_to(desk, command(domain::CloseSession{})), "ok");
    EXPECT_EQ(desk.page->wait_for_close(), CloseCode::session_closed);
    expect_state_soon(R"("phase":"closed")");
  }

  static constexpr std::int32_t first_day = 20'778;  // of the fake calendar
  domain::ResultsSecret results_secret = base::random_id<domain::ResultsSecret>(server.entropy);
  std::string join_code;
};

// [DR2]
TEST_F(ClosingTest, TheResultsPageShowsAnEndedSessionToItsSecretOnly) {
  const auto desk = hold_a_session();
  EXPECT_EQ(results(), "unknown_session") << "while it is live";
  EXPECT_EQ(reply_to(desk, command(domain::EndSession{})), "ok");
  const std::string shown = results();
  EXPECT_EQ(shown.find("Waarom horen wij dit via de krant?"), std::string::npos) << "it is still in the hat: " << shown;
  EXPECT_NE(shown.find(R"("phase":"ended","ended_day":20778,"until_day":20792)"), std::string::npos) << shown;
  EXPECT_EQ(results(base::random_id<domain::ResultsSecret>(server.entropy)), "unknown_session");
  EXPECT_EQ(reply_to(desk, command(domain::GoLive{})), "ok");
  expect_state_soon(R"("phase":"live")");
}

// [DR3]
TEST_F(ClosingTest, AnotherSessionCannotPutItsPageUnderTheSameSecret) {
  const auto desk = hold_and_end_a_session();
  const std::string shown = results();
  session.definition.id = base::random_id<domain::SessionId>(server.entropy);
  session.definition.join_key = base::random_id<domain::JoinKey>(server.entropy);
  session.facilitator_secret = base::random_id<protocol::Secret>(server.entropy);
  session.presenter_secret = base::random_id<protocol::Secret>(server.entropy);
  create();
  const auto other = server.connect(0, facilitator());
  EXPECT_EQ(reply_to(other, command(domain::SetResultsLink{results_secret, {}})), "id_taken");
  EXPECT_EQ(results(), shown);
  EXPECT_EQ(reply_to(desk, command(domain::SetResultsLink{results_secret, {}})), "ok") << "its own again";
}

// [DR11]
TEST_F(ClosingTest, AnotherSessionCannotHaveALinkWithTheSameSecret) {
  create();
  const protocol::HelloDesk screen{session.presenter_secret, {}};
  const std::string here = session.definition.id.text();
  session.definition.id = base::random_id<domain::SessionId>(server.entropy);
  session.definition.join_key = base::random_id<domain::JoinKey>(server.entropy);
  session.facilitator_secret = base::random_id<protocol::Secret>(server.entropy);
  session.presenter_secret = base::random_id<protocol::Secret>(server.entropy);
  create();
  const auto desk = server.connect(0, facilitator());
  const auto link = base::random_id<domain::LinkId>(server.entropy);
  const domain::CreateLink wish{link, domain::Role::presenter, "", {}};
  EXPECT_EQ(reply_to(desk, command(wish, screen.secret)), "id_taken");
  EXPECT_EQ(reply_to(desk, command(wish, base::random_id<protocol::Secret>(server.entropy))), "ok");
  EXPECT_EQ(reply_to(desk, command(domain::RenewLink{link, {}}, screen.secret)), "id_taken");
  const auto pairing = server.connect(0, protocol::HelloPairing{});
  const std::string code_follows = R"("code":")";
  const std::string shown =
      pairing.page->wait_for([&](const testing::Heard& heard) { return heard.text.find(code_follows) != std::string::npos; }).text;
  const std::string code = shown.substr(shown.find(code_follows) + code_follows.size(), 6);
  const domain::ConfirmPairing confirm{base::random_id<domain::LinkId>(server.entropy), domain::Role::stage, "", {}};
  EXPECT_EQ(reply_to(desk, command(confirm, screen.secret, code)), "id_taken");
  const auto led_to = server.connect(1, screen).page->wait_for(Kind::welcome);
  EXPECT_NE(led_to.text.find(here), std::string::npos) << led_to.text;
}

// [DR12]
TEST_F(ClosingTest, AClockThatWasNeverSetEndsASession) {
  server.calendar.go_to(0);
  hold_and_end_a_session();
  EXPECT_NE(state().find(R"("phase":"ended")"), std::string::npos);
}

// [DR4]
TEST_F(ClosingTest, OnlyFacilitatorsAreToldTheStateOfASession) {
  create();
  expect_state_soon(R"({"phase":"lobby","title":{"lang":"nl","text":"Durf te Vragen"},"code":")");
  EXPECT_EQ(state(session.presenter_secret), "unknown_session");
  EXPECT_EQ(remove(session.presenter_secret), "unknown_session");
  EXPECT_EQ(remove(), "not_closed");
}

// [DR4]
TEST_F(ClosingTest, OfASessionThatCannotRunNothingIsToldForNow) {
  hold_and_end_a_session();
  ASSERT_TRUE(server.keys.destroy({session.definition.id.text(), 1}));
  server.restart();
  EXPECT_EQ(state(), "unavailable");
  EXPECT_EQ(results(), "unavailable");
  EXPECT_EQ(remove(), "not_closed");
}

// [DR1]
TEST_F(ClosingTest, EverybodyIsSentAwayAndToldSoWhenTheyComeBack) {
  const auto desk = hold_and_end_a_session();
  const auto at_the_phone = server.connect(1, phone());
  at_the_phone.page->wait_for(Kind::clock);
  EXPECT_EQ(reply_to(desk, command(domain::CloseSession{})), "ok");
  EXPECT_EQ(desk.page->wait_for_close(), CloseCode::session_closed);
  EXPECT_EQ(at_the_phone.page->wait_for_close(), CloseCode::session_closed);
  for (const bool restarted : {false, true}) {
    if (restarted) server.restart();
    EXPECT_EQ(server.connect(1, phone()).page->wait_for_close(), CloseCode::session_closed);
    EXPECT_EQ(server.connect(0, facilitator()).page->wait_for_close(), CloseCode::session_closed);
  }
  auto by_code = phone();
  by_code.join = join_code;
  EXPECT_EQ(server.connect(1, by_code).page->wait_for_close(), CloseCode::unknown_session) << "the code is free again";
  EXPECT_EQ(server.connect(1, protocol::HelloDesk{session.presenter_secret, {}}).page->wait_for_close(),
            CloseCode::unknown_session)
      << "of this link nothing is kept";
}

// [DR1, DR2]
TEST_F(ClosingTest, OfAClosedSessionTheArchiveStaysAndNothingElse) {
  hold_and_close_a_session();
  for (const bool restarted : {false, true}) {
    if (restarted) server.restart();
    EXPECT_TRUE(server.keys.list().empty());
    EXPECT_EQ(state(), R"({"phase":"closed","title":{"lang":"nl","text":"Durf te Vragen"},)"
                       R"("code":"","ended_day":20778,"keep_days":14})");
    EXPECT_NE(results().find(R"("phase":"closed")"), std::string::npos);
    EXPECT_NE(results().find("Waarom horen wij dit via de krant?"), std::string::npos);
  }
  session.facilitator_secret = base::random_id<protocol::Secret>(server.entropy);
  EXPECT_EQ(std::get<CreateRefusal>(server.create(session)), CreateRefusal::id_taken);
}

// [DR4]
TEST_F(ClosingTest, ADeletedSessionIsGoneWithAReceipt) {
  hold_and_close_a_session();
  server.calendar.go_to(first_day + 3);
  EXPECT_EQ(remove(), R"({"session":")" + session.definition.id.text() + R"(","day":20781})");
  EXPECT_EQ(remove(), "unknown_session");
  EXPECT_EQ(results(), "unknown_session");
  EXPECT_TRUE(server.disk->sessions.empty());
  EXPECT_EQ(server.connect(1, phone()).page->wait_for_close(), CloseCode::unknown_session);
}

// [DR6]
TEST_F(ClosingTest, AClosingWhoseAnswerWasLostIsFoundDone) {
  const auto desk = hold_and_end_a_session();
  server.log->fail_next(storage::MemoryLog::Fault::failed_but_kept);
  server.say(desk, command(domain::CloseSession{}));
  desk.page->wait_for_close();
  expect_state_soon(R"("phase":"closed")");
  EXPECT_EQ(server.connect(1, phone()).page->wait_for_close(), CloseCode::session_closed);
  EXPECT_TRUE(server.keys.list().empty());
}

// [DR6]
TEST_F(ClosingTest, AClosingThatWasLostCanBeAskedForAgain) {
  const auto desk = hold_and_end_a_session();
  server.log->fail_next(storage::MemoryLog::Fault::failed_and_lost);
  const auto close = command(domain::CloseSession{});
  server.say(desk, close);
  EXPECT_EQ(desk.page->wait_for_close(), CloseCode::resync);
  server.leave(desk);
  EXPECT_EQ(reply_to(server.connect(0, facilitator()), close), "ok");
  expect_state_soon(R"("phase":"closed")");
}

// [DR6]
TEST_F(ClosingTest, AFullDiskClosesNothing) {
  const auto desk = hold_and_end_a_session();
  server.log->set_disk_full(true);
  EXPECT_EQ(reply_to(desk, command(domain::CloseSession{})), "disk_full");
  EXPECT_NE(state().find(R"("phase":"ended")"), std::string::npos);
  server.log->set_disk_full(false);
  EXPECT_EQ(reply_to(desk, command(domain::CloseSession{})), "ok");
}

// [DR5, DR2]
TEST_F(ClosingTest, ByTheCalendarASessionIsClosedAndLaterDeleted) {
  hold_and_end_a_session();
  const std::int32_t last_day = first_day + domain::limits::keep_days_default;
  server.calendar.go_to(last_day);
  server.directory->follow_calendar();
  EXPECT_NE(state().find(R"("phase":"ended")"), std::string::npos) << "its last day is whole";
  EXPECT_NE(results(), "unknown_session");

  server.calendar.go_to(last_day + 1);
  server.directory->follow_calendar();
  expect_state_soon(R"("phase":"closed")");
  EXPECT_EQ(results(), "unknown_session") << "the page says until when it is there";

  server.calendar.go_to(last_day + domain::limits::archive_days);
  server.directory->follow_calendar();
  EXPECT_NE(state().find(R"("phase":"closed")"), std::string::npos);
  server.calendar.go_to(last_day + domain::limits::archive_days + 1);
  server.restart();
  EXPECT_NE(state().find(R"("phase":"closed")"), std::string::npos) << "the clock of a machine that just started is not believed";
  server.directory->follow_calendar();
  expect_state_soon("unknown_session");
  EXPECT_TRUE(server.disk->sessions.empty());
}

// [DR5]
TEST_F(ClosingTest, ASessionThatWasNotEndedIsLeftAlone) {
  hold_a_session();
  server.calendar.go_to(first_day + 10'000);
  server.restart();
  server.directory->follow_calendar();
  expect_state_soon(R"("phase":"live")");
}

// [DR7]
TEST_F(ClosingTest, ANewJoinCodeLeadsInAndTheOldOneDoesNot) {
  const auto desk = hold_a_session();
  const auto change = command(domain::ChangeJoinCode{});
  EXPECT_EQ(reply_to(desk, change), "ok");
  const std::string said = state();
  EXPECT_EQ(said.find(join_code), std::string::npos) << said;
  const auto at = said.find(R"("code":")") + 8;
  auto hello = phone();
  hello.join = said.substr(at, 6);
  server.connect(1, hello).page->wait_for(Kind::welcome);
  hello.join = join_code;
  EXPECT_EQ(server.connect(1, hello).page->wait_for_close(), CloseCode::unknown_session);
  EXPECT_EQ(reply_to(desk, change), "ok") << "sent again";
  EXPECT_EQ(state(), said) << "and not changed again";
}

// [DR7]
TEST_F(ClosingTest, OnlyFacilitatorsChangeTheCodeOrTheResultsLink) {
  create();
  const auto screen = server.connect(0, protocol::HelloDesk{session.presenter_secret, {}});
  EXPECT_EQ(reply_to(screen, command(domain::ChangeJoinCode{})), "not_allowed");
  EXPECT_EQ(reply_to(screen, command(domain::SetResultsLink{results_secret, {}})), "not_allowed");
}

}  // namespace
}  // namespace durf::runtime
