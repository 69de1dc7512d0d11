// SPDX-License-Identifier: MIT
// What people who mean ill send to a whole server, over real sockets, and what comes back: each line an input and its answer.
// Afterwards the room goes on.
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "durf/net/server.hpp"
#include "durf/protocol/encode.hpp"
#include "durf/session/limits.hpp"
#include "net/raw_client.hpp"
#include "runtime/small_server_fixture.hpp"

namespace durf::runtime {
namespace {

using net::testing::RawClient;

class HostileInputST10 : public SmallServerTest {
 protected:
  HostileInputST10() : policy_(server.clock, server.entropy, std::nullopt) {
    session.definition.topics = {};
    code = create().join_code;
    std::vector<net::Server::Place> places;
    for (std::size_t i = 0; i < server.shards.size(); ++i)
      places.push_back({server.shards[i].get(), server.gateways[i].get()});
    net::ServerConfig config;
    config.port = 0;
    net_ = std::make_unique<net::Server>(config, places, std::span<const net::Asset>{}, policy_, server.clock);
    if (net_->listen()) throw std::runtime_error("cannot listen");
    net_->start();
  }
  ~HostileInputST10() override { net_->stop(); }

  template <class Id>
  std::string fresh() {
    return base::random_id<Id>(server.entropy).text();
  }

  std::unique_ptr<RawClient> connect() {
    auto client = std::make_unique<RawClient>(net_->port());
    EXPECT_EQ(client->upgrade().status, 101u);
    return client;
  }
  /// What comes next, but for frames of the room: "ok", the code of a refusal, or "closed 4103".
  static std::string answer(RawClient& client) {
    while (const auto frame = client.read_frame()) {
      const std::string& said = frame->payload;
      if (frame->opcode == net::testing::close) return "closed " + std::to_string(close_code_of(*frame));
      if (!said.starts_with(R"({"t":"reply")")) continue;
      constexpr std::string_view before_code = R"("code":")";
      const auto at = said.find(before_code);
      if (at == std::string::npos) return "ok";
      return said.substr(at + before_code.size(), said.find('"', at + before_code.size()) - at - before_code.size());
    }
    return "gone";
  }
  static std::string answer_to(RawClient& client, std::string_view message) {
    client.send_text(message);
    return answer(client);
  }

  std::string hello_with(const std::string& join, const std::string& token) {
    return R"({"t":"hello","protocol":1,"role":"participant","token":")" + token + R"(","join":{)" + join + "}}";
  }
  std::string key() { return R"("key":")" + session.definition.join_key.text() + '"'; }
  std::unique_ptr<RawClient> phone_client() {
    auto client = connect();
    client->send_text(hello_with(key(), fresh<protocol::Token>()));
    return client;
  }
  std::unique_ptr<RawClient> desk_client(const protocol::Secret& secret) {
    auto client = connect();
    client->send_text(R"({"t":"hello","protocol":1,"role":"desk","secret":")" + secret.text() + R"("})");
    return client;
  }
  std::string command_of(const std::string& type, const std::string& body) {
    return R"({"t":"command","id":")" + fresh<domain::CommandId>() + R"(","type":")" + type + R"(","body":{)" + body + "}}";
  }
  std::string question(const std::string& text, const std::string& topic = "") {
    return command_of("submit_question", R"("question":")" + fresh<domain::QuestionId>() + R"(","topic":")" + topic +
                                             R"(","text":{"lang":"nl","text":")" + text + R"("},"secret":")" +
                                             fresh<protocol::Secret>() + '"');
  }
  /// By a phone of its own.
  std::string asked(const std::string& text) { return answer_to(*phone_client(), question(text)); }

  std::string code;

 private:
  net::CreatePolicy policy_;
  std::unique_ptr<net::Server> net_;
};

TEST_F(HostileInputST10, Texts) {
  EXPECT_EQ(asked(""), "text_empty");
  EXPECT_EQ(asked("  \\n  "), "text_empty");
  EXPECT_EQ(asked("\\u200b\\u200d\\ufeff"), "text_empty");
  EXPECT_EQ(asked("\\u0000"), "text_forbidden");
  EXPECT_EQ(asked("a\\u0007b"), "text_forbidden");
  EXPECT_EQ(asked("a\\u001b[2J"), "text_forbidden");
  EXPECT_EQ(asked("a\\u007f"), "text_forbidden");
  EXPECT_EQ(asked("a\\u0085b"), "text_forbidden");
  EXPECT_EQ(asked("a\\u202ecod.exe"), "text_forbidden");
  EXPECT_EQ(asked("a\\u2066b"), "text_forbidden");
  EXPECT_EQ(asked(std::string(1'120, 'v')), "ok");
  EXPECT_EQ(asked(std::string(1'121, 'v')), "text_too_long");
  EXPECT_EQ(asked("\xF0\x9F\x99\x82"), "ok");
  EXPECT_EQ(asked("\\ud83d\\ude42"), "ok");
  std::string smiles;
  for (int i = 0; i < 280; ++i) smiles += "\xF0\x9F\x99\x82";
  EXPECT_EQ(asked(smiles), "ok");
  EXPECT_EQ(asked("<script>alert(1)</script>"), "ok") << "a text like any other, and shown as one";
  EXPECT_EQ(asked("\\ud800"), "closed 4103");
  EXPECT_EQ(asked("\\udc00\\ud800"), "closed 4103");
  EXPECT_EQ(asked("\\ud83dx"), "closed 4103");
  EXPECT_EQ(asked("\xED\xA0\x80"), "closed 1007");
  EXPECT_EQ(asked("\xFF"), "closed 1007");
}

TEST_F(HostileInputST10, MessagesThatAreNone) {
  const std::string good = question("waarom?");
  EXPECT_EQ(answer_to(*phone_client(), good), "ok");
  const auto changed = [&](std::string_view from, const std::string& to) {
    std::string message = good;
    message.replace(message.find(from), from.size(), to);
    return message;
  };
  for (const std::string& message :
       {std::string(), std::string("{"), std::string("null"), std::string("[]"), std::string("\"t\""), std::string("1e999"),
        good + "}", good + good, good.substr(0, good.size() - 1), std::string(3'000, '['), "{\"t\":" + std::string(2'000, '['),
        changed("\"waarom?\"", "5"), changed("\"waarom?\"", "null"), changed("\"waarom?\"", "{}"), changed("\"nl\"", "\"fr\""),
        changed("\"nl\"", "true"), changed("submit_question", "frobnicate"), changed("submit_question", "pass_round"),
        changed("\"t\":\"command\"", "\"t\":\"reply\""), changed("\"t\":\"command\"", "\"t\":\"command\",\"t\":\"command\""),
        changed("\"topic\":\"\"", "\"topic\":\"\",\"author\":\"me\""), changed("\"topic\":\"\",", ""),
        changed("\"topic\":\"\"", "\"topic\":\"short\""), changed("\"topic\":\"\"", "\"topic\":0"),
        hello_with(key(), fresh<protocol::Token>()), std::string(R"({"t":"hello","protocol":1,"role":"pairing"})"),
        command_of("upvote_question", "\"question\":\"" + fresh<domain::QuestionId>() + "\",\"revision\":-1,\"up\":true"),
        command_of("upvote_question", "\"question\":\"" + fresh<domain::QuestionId>() + "\",\"revision\":1.5,\"up\":true"),
        command_of("upvote_question",
                   "\"question\":\"" + fresh<domain::QuestionId>() + "\",\"revision\":9007199254740992,\"up\":true")})
    EXPECT_EQ(answer_to(*phone_client(), message), "closed 4103") << message.substr(0, 100);
}

TEST_F(HostileInputST10, FramesThatAreNone) {
  using namespace net::testing;
  const auto closed_by = [this](const std::string& bytes) {
    auto client = phone_client();
    client->send(bytes);
    return answer(*client);
  };
  EXPECT_EQ(closed_by(masked(binary, question("x"))), "closed 1003");
  EXPECT_EQ(closed_by(masked(text, std::string(4'097, ' '))), "closed 1009");
  EXPECT_EQ(closed_by(masked(text, "\xC3\x28")), "closed 1007");
  EXPECT_EQ(closed_by(masked(text, "\xC3", false) + masked(continuation, "")), "closed 1007");
  EXPECT_EQ(closed_by("\x81\x02hi"), "closed 1002");
  auto desk = desk_client(session.facilitator_secret);
  desk->send_text(command_of("set_word_list", "\"words\":\"" + std::string(4'001, 'w') + '"'));
  EXPECT_EQ(answer(*desk), "text_too_long") << "desks may be long, within the limit of the field";
  desk->send_text(std::string(65'537, ' '));
  EXPECT_EQ(answer(*desk), "closed 1009");
}

TEST_F(HostileInputST10, Doors) {
  const auto closed_after = [this](const std::string& hello) {
    auto client = connect();
    return answer_to(*client, hello);
  };
  EXPECT_EQ(closed_after(hello_with(R"("key":"AAAAAAAAAAAAAA")", fresh<protocol::Token>())), "closed 4102");
  EXPECT_EQ(closed_after(hello_with(R"("code":")" + std::string(code == "000000" ? "000001" : "000000") + '"',
                                    fresh<protocol::Token>())),
            "closed 4102");
  EXPECT_EQ(closed_after(hello_with(R"("code":"48291")", fresh<protocol::Token>())), "closed 4103");
  EXPECT_EQ(closed_after(hello_with(key(), "short")), "closed 4103");
  EXPECT_EQ(closed_after(R"({"t":"hello","protocol":1,"role":"desk","secret":")" + fresh<protocol::Secret>() + R"("})"),
            "closed 4102");
  EXPECT_EQ(closed_after(R"({"t":"hello","protocol":1,"role":"system"})"), "closed 4103");
  EXPECT_EQ(closed_after(R"({"t":"hello","protocol":99,"role":"pairing"})"), "closed 4100");
  EXPECT_EQ(closed_after(question("before the hello")), "closed 4103");
}

TEST_F(HostileInputST10, WhatTheRoleMayNotDo) {
  auto phone = phone_client();
  for (const std::string type : {"end_session", "go_live", "begin_for_real", "close_session", "change_join_code", "stop_timer"})
    EXPECT_EQ(answer_to(*phone, command_of(type, "")), "not_allowed") << type;
  const std::string link = R"("link":")" + fresh<domain::LinkId>() + R"(","role":"facilitator","label":"","secret":")" +
                           fresh<protocol::Secret>() + '"';
  EXPECT_EQ(answer_to(*phone, command_of("create_link", link)), "not_allowed");
  auto screen = desk_client(session.presenter_secret);
  EXPECT_EQ(answer_to(*screen, command_of("go_live", "")), "not_allowed");
  EXPECT_EQ(answer_to(*screen, question("from the projector")), "not_allowed");
  auto facilitator = desk_client(session.facilitator_secret);
  EXPECT_EQ(answer_to(*facilitator, question("from the desk")), "not_allowed");
}

TEST_F(HostileInputST10, StaleIdsAndRevokedLinks) {
  auto phone = phone_client();
  const std::string gone = R"("question":")" + fresh<domain::QuestionId>() + '"';
  EXPECT_EQ(answer_to(*phone, command_of("upvote_question", gone + R"(,"revision":1,"up":true)")), "unknown_question");
  EXPECT_EQ(answer_to(*phone, command_of("withdraw_question", gone + R"(,"secret":")" + fresh<protocol::Secret>() + '"')),
            "unknown_question");
  EXPECT_EQ(answer_to(*phone, question("waarom?", fresh<domain::TopicId>())), "unknown_topic");

  auto facilitator = desk_client(session.facilitator_secret);
  const auto secret = base::random_id<protocol::Secret>(server.entropy);
  const std::string link = R"("link":")" + fresh<domain::LinkId>() + '"';
  EXPECT_EQ(answer_to(*facilitator,
                      command_of("create_link", link + R"(,"role":"moderator","label":"","secret":")" + secret.text() + '"')),
            "ok");
  auto moderator = desk_client(secret);
  EXPECT_EQ(answer_to(*moderator, command_of("approve_question", gone)), "unknown_question");
  EXPECT_EQ(answer_to(*facilitator, command_of("revoke_link", link)), "ok");
  EXPECT_EQ(answer(*moderator), "closed 4101");
  EXPECT_EQ(answer(*desk_client(secret)), "closed 4102") << "nobody is told that it was a link once";
}

TEST_F(HostileInputST10, AFullSession) {
  std::vector<std::unique_ptr<RawClient>> desks;
  for (std::size_t i = session::desks_kept_for_facilitators; i < domain::limits::desk_connections_max; ++i) {
    desks.push_back(desk_client(session.presenter_secret));
    EXPECT_EQ(answer_to(*desks.back(), command_of("go_live", "")), "not_allowed");
  }
  EXPECT_EQ(answer(*desk_client(session.presenter_secret)), "closed 4002");
  EXPECT_EQ(answer_to(*desk_client(session.facilitator_secret), command_of("go_live", "")), "ok");
}

TEST_F(HostileInputST10, AFloodIsSlowedAndThenSentAway) {
  auto flooder = phone_client();
  const std::string vote =
      command_of("upvote_question", R"("question":")" + fresh<domain::QuestionId>() + R"(","revision":1,"up":true)");
  // On a slow machine it may be let through again in between.
  std::vector<std::string> said;
  for (int i = 0; i < 1'000 && (said.empty() || said.back() != "closed 4005"); ++i) {
    const std::string now = answer_to(*flooder, vote);
    if (std::ranges::find(said, now) == said.end()) said.push_back(now);
  }
  EXPECT_EQ(said, (std::vector<std::string>{"unknown_question", "too_fast", "closed 4005"}));
  EXPECT_EQ(asked("en de zaal gaat door"), "ok");
}

}  // namespace
}  // namespace durf::runtime
