// SPDX-License-Identifier: MIT
// A small server and a session to be made on it, with who comes there and what they say.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>

#include "runtime/small_server.hpp"

namespace durf::runtime {

class SmallServerTest : public ::testing::Test {
 protected:
  SmallServerTest() {
    session.definition.id = base::random_id<domain::SessionId>(server.entropy);
    session.definition.title = {domain::Language::nl, "Durf te Vragen"};
    session.definition.join_key = base::random_id<domain::JoinKey>(server.entropy);
    session.facilitator_secret = base::random_id<protocol::Secret>(server.entropy);
    session.presenter_secret = base::random_id<protocol::Secret>(server.entropy);
  }

  SessionCreatedAnswer create() { return std::get<SessionCreatedAnswer>(server.create(session)); }

  protocol::HelloParticipant phone() {
    return {base::random_id<protocol::Token>(server.entropy), session.definition.join_key, {}};
  }
  protocol::HelloDesk facilitator() { return {session.facilitator_secret, {}}; }

  protocol::CommandMessage ask(const std::string& text) {
    domain::SubmitQuestion submit;
    submit.question = base::random_id<domain::QuestionId>(server.entropy);
    submit.text = {domain::Language::nl, text};
    return command(submit, base::random_id<protocol::Secret>(server.entropy));
  }
  protocol::CommandMessage command(domain::Command wish, std::optional<protocol::Secret> secret = {},
                                   std::optional<std::string> code = {}) {
    return {base::random_id<domain::CommandId>(server.entropy), std::move(wish), secret, std::move(code)};
  }

  std::string reply_to(const SmallServer::Seat& seat, const protocol::CommandMessage& message) {
    server.say(seat, message);
    const auto heard = seat.page->hear_unless_closed([&](const testing::Heard& one) {
      return one.kind == testing::Heard::Kind::reply && one.command == message.id.text();
    });
    return !heard ? "closed" : heard->code.empty() ? "ok" : heard->code;
  }

  /// As a page does it: who is sent away comes again and says it again.
  std::string reply_in_the_end(const protocol::HelloParticipant& hello, const protocol::CommandMessage& message) {
    std::string reply = "closed";
    for (int tries = 0; tries < 10 && reply == "closed"; ++tries) {
      const auto seat = server.connect(0, hello);
      reply = reply_to(seat, message);
      server.leave(seat);
    }
    return reply;
  }

  SmallServer server;
  protocol::CreateSession session;
};

}  // namespace durf::runtime
