// SPDX-License-Identifier: MIT
// HTTP over a real socket: pages and their headers, who is refused with what, creating a session, and
// requests that never end.
#include <gtest/gtest.h>

#include "fixture.hpp"
#include "net/limits.hpp"
#include "net/security_headers.hpp"

namespace durf::net::testing {
namespace {

class Http : public StationTest {
 protected:
  HttpAnswer ask(const std::string& request_line, const std::string& fields = "") {
    auto client = connect();
    client->send(request_line + " HTTP/1.1\r\nHost: " + client->host() + "\r\n" + fields + "\r\n");
    return client->read_answer(request_line.starts_with("HEAD"));
  }
  HttpAnswer post(const std::string& body, const std::string& more_fields = "") {
    return ask("POST /api/sessions", "Origin: http://127.0.0.1:" + std::to_string(port) +
                                         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
                                         more_fields + "\r\n" + body);
  }
};

TEST_F(Http, PagesHaveTheirPathsAndHeaders) {
  run();
  const HttpAnswer phone = ask("GET /");
  EXPECT_EQ(phone.status, 200u);
  EXPECT_EQ(phone.body, "<!doctype html><p>phone");
  EXPECT_EQ(phone.header("Content-Type"), "text/html; charset=utf-8");
  EXPECT_EQ(phone.header("Cache-Control"), "no-store");
  EXPECT_NE(phone.header("ETag"), "");

  EXPECT_EQ(ask("GET /home").body, "<!doctype html><p>home");
  const HttpAnswer compressed = ask("GET /home", "Accept-Encoding: br, gzip;q=0.5\r\n");
  EXPECT_EQ(compressed.body, "home, compressed");
  EXPECT_EQ(compressed.header("Content-Encoding"), "gzip");
  EXPECT_EQ(compressed.header("Vary"), "Accept-Encoding");
  EXPECT_EQ(ask("GET /home", "Accept-Encoding: gzip;q=0\r\n").header("Content-Encoding"), "");

  const HttpAnswer script = ask("GET /assets/app-1a2b.js");
  EXPECT_EQ(script.header("Cache-Control"), "public, max-age=31536000, immutable");
  const HttpAnswer same = ask("GET /assets/app-1a2b.js", "If-None-Match: " + script.header("ETag") + "\r\n");
  EXPECT_EQ(same.status, 304u);
  EXPECT_EQ(same.body, "");

  const HttpAnswer head = ask("HEAD /home");
  EXPECT_EQ(head.header("Content-Length"), "22");
  EXPECT_EQ(ask("GET /favicon.svg").header("Content-Type"), "image/svg+xml");
  EXPECT_EQ(ask("GET /healthz").body, "ok\n");
}

TEST_F(Http, EveryAnswerCarriesTheSecurityHeaders) {
  run();
  auto client = connect();
  for (const HttpAnswer& answer : {ask("GET /"), ask("GET /nowhere"), ask("PUT /"), ask("GET /api/host"),
                                   ask("GET /healthz"), post("nonsense"), client->upgrade()}) {
    for (const auto& [name, value] : security_headers) EXPECT_EQ(answer.header(name), value) << answer.head;
  }
}

TEST_F(Http, WhatIsNotThereAndWhatMayNotBeDone) {
  run();
  EXPECT_EQ(ask("GET /index").status, 404u);
  EXPECT_EQ(ask("GET /../etc/passwd").status, 404u);
  EXPECT_EQ(ask("GET /assets/").status, 404u);
  EXPECT_EQ(ask("DELETE /").header("Allow"), "GET, HEAD");
  EXPECT_EQ(ask("GET /api/sessions").header("Allow"), "POST");
  EXPECT_EQ(ask("GET /ws").status, 426u);
  EXPECT_EQ(ask("OPTIONS /").status, 405u);
}

TEST_F(Http, ForeignHostsAndOriginsAreRefused) {
  run();
  const auto raw = [this](const std::string& request) {
    auto client = connect();
    client->send(request);
    return client->read_answer().status;
  };
  const std::string own = "127.0.0.1:" + std::to_string(port);
  const std::string upgrade =
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
      "dGhlIHNhbXBsZSBub25jZQ==\r\n";
  EXPECT_EQ(raw("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"), 421u);
  EXPECT_EQ(raw("GET / HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n"), 421u);
  EXPECT_EQ(raw("GET /healthz HTTP/1.1\r\nHost: probe\r\n\r\n"), 200u);
  EXPECT_EQ(raw("GET /ws HTTP/1.1\r\nHost: " + own + "\r\n" + upgrade + "\r\n"), 403u);
  EXPECT_EQ(
      raw("GET /ws HTTP/1.1\r\nHost: " + own + "\r\nOrigin: http://evil.example\r\n" + upgrade + "\r\n"),
      403u);
  EXPECT_EQ(raw("GET /ws HTTP/1.1\r\nHost: " + own + "\r\nOrigin: null\r\n" + upgrade + "\r\n"), 403u);
  EXPECT_EQ(
      raw("GET /ws HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\n" + upgrade + "\r\n"),
      421u);
  EXPECT_EQ(raw("GET /ws HTTP/1.1\r\nHost: " + own + "\r\nOrigin: http://" + own + "\r\n" + upgrade + "\r\n"),
            101u);
  EXPECT_EQ(raw("POST /api/sessions HTTP/1.1\r\nHost: " + own + "\r\nContent-Length: 2\r\n\r\n{}"), 403u);
}

TEST_F(Http, ShortAndDoubledKeysAreRefused) {
  run();
  for (const std::string keys :
       {"", "Sec-WebSocket-Key: dGhl\r\n",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"}) {
    auto client = connect();
    std::string request = client->upgrade_request();
    const auto from = request.find("Sec-WebSocket-Key");
    request = request.substr(0, from) + keys + "\r\n";
    client->send(request);
    EXPECT_EQ(client->read_answer().status, 400u) << keys;
    EXPECT_TRUE(client->ends());
  }
  EXPECT_EQ(gateway.opened_count(), 0u);
}

TEST_F(Http, SeveralRequestsOnOneConnection) {
  run();
  auto client = connect();
  for (int i = 0; i < 3; ++i) {
    client->send("GET /home HTTP/1.1\r\nHost: " + client->host() + "\r\n\r\n");
    const HttpAnswer answer = client->read_answer();
    EXPECT_EQ(answer.body, "<!doctype html><p>home");
    EXPECT_EQ(answer.header("Connection"), "keep-alive");
  }
  client->send("GET /home HTTP/1.1\r\nHost: " + client->host() + "\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(client->read_answer().header("Connection"), "close");
  EXPECT_TRUE(client->ends());
}

TEST_F(Http, WhatTheHostOffers) {
  run();
  EXPECT_EQ(ask("GET /api/host").body,
            R"({"create":"open","address":"http://192.168.1.20:8080","build":"k3J9xQ2a"})");
  // Through a proxy on this machine everybody looks local.
  EXPECT_NE(ask("GET /api/host", "X-Forwarded-For: 10.0.0.1\r\n").body.find("refused"), std::string::npos);
}

TEST_F(Http, AProxyThatSaysNothingMakesNobodyLocal) {
  run({.host_names = {"durf.example"}});
  auto tunnelled = connect();
  tunnelled->send("GET /api/host HTTP/1.1\r\nHost: durf.example\r\n\r\n");
  EXPECT_NE(tunnelled->read_answer().body.find("refused"), std::string::npos);
}

TEST_F(Http, WhatComesFromAProxyOfOursIsNeverLocal) {
  run({.proxies = {"127.0.0.1"}});
  EXPECT_NE(ask("GET /api/host").body.find("refused"), std::string::npos);
}

constexpr const char* session_body =
    R"({"session":"AAAAAAAAAAAAAAAAAAAAAQ","title":{"lang":"nl","text":"Durf te Vragen"},"topics":[],"round_ms":20000,)"
    R"("lobby":true,"rehearsal":false,"moderation":false,"expected":25,"join_key":"AAAAAAAAAAAAAQ","facilitator_secret":"AAAAAAAAAAAAAAAAAAAAAQ",)"
    R"("presenter_secret":"BBBBBBBBBBBBBBBBBBBBBA","password":"sesame"})";

TEST_F(Http, CreatingASession) {
  gateway.create_outcome = runtime::SessionCreatedAnswer{domain::SessionId{}, "482913"};
  run();
  const HttpAnswer created = post(session_body);
  EXPECT_EQ(created.status, 201u);
  EXPECT_EQ(created.body, R"({"session":"AAAAAAAAAAAAAAAAAAAAAA","code":"482913"})");
  EXPECT_EQ(created.header("Content-Type"), "application/json");
  EXPECT_EQ(created.header("Cache-Control"), "no-store");

  EXPECT_EQ(post("{}").status, 400u);
  EXPECT_EQ(post(session_body, "X-Forwarded-For: 10.0.0.1\r\n").status, 403u);
}

TEST_F(Http, CreatingIsRefusedInWords) {
  run();
  const HttpAnswer full = post(session_body);
  EXPECT_EQ(full.status, 503u);
  EXPECT_NE(full.body.find(R"("code":"sessions_full")"), std::string::npos);
  EXPECT_NE(full.body.find("200"), std::string::npos);
}

TEST_F(Http, CreatingWithTheHostPassword) {
  gateway.create_outcome = runtime::SessionCreatedAnswer{domain::SessionId{}, "482913"};
  run({.password = "sesame"});
  EXPECT_EQ(post(session_body, "X-Forwarded-For: 10.0.0.1\r\n").status, 201u);
  std::string wrong = session_body;
  wrong.replace(wrong.find("sesame"), 6, "wicket");
  const HttpAnswer refused = post(wrong);
  EXPECT_EQ(refused.status, 403u);
  EXPECT_NE(refused.body.find("wrong_password"), std::string::npos);
}

constexpr const char* secret_header = "Durf-Secret: AAAAAAAAAAAAAAAAAAAAAQ\r\n";

TEST_F(Http, ResultsAndStateAreForWhoHasTheSecret) {
  gateway.results_pages[*domain::ResultsSecret::from_text("AAAAAAAAAAAAAAAAAAAAAQ")] = R"({"questions":[]})";
  gateway.sessions[*protocol::Secret::from_text("AAAAAAAAAAAAAAAAAAAAAQ")] = R"({"phase":"ended"})";
  run();
  for (const std::string path : {"/api/results", "/api/session"}) {
    const HttpAnswer told = ask("GET " + path, secret_header);
    EXPECT_EQ(told.status, 200u) << path;
    EXPECT_EQ(told.body, path == "/api/results" ? R"({"questions":[]})" : R"({"phase":"ended"})");
    EXPECT_EQ(told.header("Content-Type"), "application/json");
    EXPECT_EQ(told.header("Cache-Control"), "no-store");
    for (const std::string wrong : {"", "Durf-Secret: AAAAAAAAAAAAAAAAAAAAAg\r\n", "Durf-Secret: short\r\n"}) {
      const HttpAnswer refused = ask("GET " + path, wrong);
      EXPECT_EQ(refused.status, 404u) << path << wrong;
      EXPECT_EQ(refused.body, R"({"code":"unknown_session","params":{}})");
    }
    EXPECT_EQ(ask("GET " + path, std::string(secret_header) + secret_header).status, 404u) << "said twice";
    EXPECT_EQ(ask("GET " + path + "?AAAAAAAAAAAAAAAAAAAAAQ").status, 404u) << "a secret in the address is none";
    EXPECT_EQ(ask("DELETE " + path, secret_header).header("Allow"), "GET, HEAD");
  }
}

TEST_F(Http, DeletingIsForFacilitatorsOnPagesOfThisServer) {
  gateway.sessions[*protocol::Secret::from_text("AAAAAAAAAAAAAAAAAAAAAQ")] = "";
  run();
  const std::string origin = "Origin: http://127.0.0.1:" + std::to_string(port) + "\r\n";
  const auto remove = [&](const std::string& fields) { return ask("POST /api/session/delete", fields); };
  const HttpAnswer early = remove(origin + secret_header);
  EXPECT_EQ(early.status, 409u);
  EXPECT_EQ(early.body, R"({"code":"not_closed","params":{}})");
  on_shard([this] { gateway.delete_outcome = R"({"session":"AAAAAAAAAAAAAAAAAAAAAQ","day":20792})"; });
  const HttpAnswer deleted = remove(origin + secret_header);
  EXPECT_EQ(deleted.status, 200u);
  EXPECT_EQ(deleted.body, R"({"session":"AAAAAAAAAAAAAAAAAAAAAQ","day":20792})");
  EXPECT_EQ(remove(origin).status, 404u);
  EXPECT_EQ(remove(secret_header).status, 403u) << "without an origin";
  EXPECT_EQ(remove(std::string("Origin: http://evil.example\r\n") + secret_header).status, 403u);
  EXPECT_EQ(ask("GET /api/session/delete", secret_header).header("Allow"), "POST");
  on_shard([this] { gateway.delete_outcome = runtime::AskRefusal::unavailable; });
  EXPECT_EQ(remove(origin + secret_header).status, 503u);
}

TEST_F(Http, AHeadThatNeverEndsIsAnsweredInTime) {
  run();
  auto silent = connect();
  auto half = connect();
  half->send("GET / HTTP/1.1\r\nHost:");
  // What was sent must have arrived, or the half head would count as none.
  auto whole = connect();
  whole->send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(whole->read_answer().status, 200u);
  pass(limits::head_ms_max);
  EXPECT_EQ(half->read_answer().status, 408u);
  EXPECT_EQ(silent->read_answer().status, 0u);
}

TEST_F(Http, AHeadTooLargeIsToldSo) {
  run();
  auto client = connect();
  client->send("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(9'000, 'x'));
  EXPECT_EQ(client->read_answer().status, 431u);
}

TEST_F(Http, NothingOfARequestComesBackInAHead) {
  run();
  const std::string mark = "f00dcafe";
  for (const HttpAnswer& answer :
       {ask("GET /" + mark), ask("GET /", "X-Mark: " + mark + "\r\nIf-None-Match: " + mark + "\r\n"),
        ask("M" + mark + " /")}) {
    EXPECT_EQ(answer.head.find(mark), std::string::npos);
    EXPECT_EQ(answer.body.find(mark), std::string::npos);
  }
}

}  // namespace
}  // namespace durf::net::testing
