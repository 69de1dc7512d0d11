// SPDX-License-Identifier: MIT
// Requests that two programs could read differently, over a real socket: each gets one refusal, and what stands behind
// it is never taken for a request. RFC 9112, sections 2.2, 5 and 6.
#include <gtest/gtest.h>

#include "fixture.hpp"
#include "net/limits.hpp"

namespace durf::net::testing {
namespace {

class RequestsST8 : public StationTest {
 protected:
  struct Said {
    unsigned first = 0;
    unsigned answers = 0;
  };
  /// What comes back until the server ends the connection or has been given its time.
  Said ask(const std::string& bytes) {
    auto client = connect();
    client->send(bytes);
    client->shut_sending();
    Said said;
    while (const unsigned status = client->read_answer().status) {
      if (said.answers++ == 0) said.first = status;
    }
    return said;
  }
  std::string own() const { return "Host: 127.0.0.1:" + std::to_string(port) + "\r\n"; }
  std::string second() const { return "GET /healthz HTTP/1.1\r\n" + own() + "\r\n"; }

  void expect_one_refusal(unsigned status, const std::string& bytes) {
    const Said said = ask(bytes + second());
    EXPECT_EQ(said.first, status) << bytes;
    EXPECT_EQ(said.answers, 1u) << bytes;
  }
};

TEST_F(RequestsST8, TwoLengthsAreRefused) {
  run();
  const std::string post = "POST /api/sessions HTTP/1.1\r\n" + own();
  expect_one_refusal(400, post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
  expect_one_refusal(400, post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n");
  expect_one_refusal(411, post + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
  expect_one_refusal(411, post + "Transfer-Encoding: identity\r\n\r\n");
  expect_one_refusal(411, post + "Transfer-Encoding: xchunked\r\n\r\n");
  expect_one_refusal(400, post + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd");
  expect_one_refusal(400, post + "Content-Length: 4\r\nContent-Length: 4\r\n\r\nabcd");
  expect_one_refusal(400, post + "Content-Length: 4, 4\r\n\r\nabcd");
  expect_one_refusal(400, post + "Content-Length: +4\r\n\r\nabcd");
  expect_one_refusal(400, post + "Content-Length: 0x4\r\n\r\nabcd");
  expect_one_refusal(400, post + "Content-Length: 4 4\r\n\r\nabcd");
  expect_one_refusal(400, post + "Content-Length: \r\n\r\nabcd");
  expect_one_refusal(400, post + "Content-Length: 18446744073709551620\r\n\r\nabcd");
  expect_one_refusal(413, post + "Content-Length: 65537\r\n\r\nabcd");
}

TEST_F(RequestsST8, LinesThatAreNotLinesAreRefused) {
  run();
  expect_one_refusal(400, "GET / HTTP/1.1\r\n" + own() + "X: 1\r\n folded\r\n\r\n");
  expect_one_refusal(400, "GET / HTTP/1.1\r\n" + own() + "X: 1\r\n\tfolded\r\n\r\n");
  expect_one_refusal(400, "GET / HTTP/1.1\r\n" + own() + "X: 1\nY: 2\r\n\r\n");
  expect_one_refusal(400, "GET / HTTP/1.1\n" + own() + "\r\n");
  expect_one_refusal(400, "GET / HTTP/1.1\r\n" + own() + "X: a\rb\r\n\r\n");
  expect_one_refusal(400, "GET / HTTP/1.1\r\n" + own() + "X: a" + std::string(1, '\0') + "b\r\n\r\n");
  expect_one_refusal(400, "GET / HTTP/1.1\r\n" + own() + "X" + std::string(1, '\0') + ": b\r\n\r\n");
  expect_one_refusal(400, "GET / HTTP/1.1\r\n" + own() + "X : b\r\n\r\n");
  expect_one_refusal(400, "GET / HTTP/1.1\r\n" + own() + ": b\r\n\r\n");
  expect_one_refusal(400, "GET / HTTP/1.1\r\n" + own() + "no colon\r\n\r\n");
  expect_one_refusal(400, "GET / HTTP/1.1\r\n " + own() + "\r\n");
}

TEST_F(RequestsST8, RequestLinesThatAreNoneAreRefused) {
  run();
  for (const std::string line : {"GET /", "GET / HTTP/2.0", "GET / HTTP/1.1 ", "GET  / HTTP/1.1", "GET / HTTP/11", " GET / HTTP/1.1",
                                 "GET\t/ HTTP/1.1", "GET * HTTP/1.1", "GET http://127.0.0.1/ HTTP/1.1", "GET a HTTP/1.1",
                                 "G(T / HTTP/1.1", "GET / http/1.1", "GET /\x01 HTTP/1.1"})
    expect_one_refusal(400, line + "\r\n" + own() + "\r\n");
  expect_one_refusal(400, "\x16\x03\x01\x02\x01\x01\r\n\r\n");
}

TEST_F(RequestsST8, OneHostAndNoOtherIsTaken) {
  run();
  expect_one_refusal(400, "GET / HTTP/1.1\r\n\r\n");
  expect_one_refusal(400, "GET / HTTP/1.1\r\n" + own() + own() + "\r\n");
  expect_one_refusal(421, "GET / HTTP/1.1\r\nHost:\r\n\r\n");
}

TEST_F(RequestsST8, ABodyIsNeverTakenForARequest) {
  run();
  const std::string body = second();
  const Said said = ask("POST /api/sessions HTTP/1.1\r\n" + own() + "Origin: http://127.0.0.1:" + std::to_string(port) +
                        "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body + second());
  EXPECT_EQ(said.first, 400u);
  EXPECT_EQ(said.answers, 2u);
}

// A body that a GET brings along is read over as well.
TEST_F(RequestsST8, PipelinedRequestsAreAnsweredInOrder) {
  run();
  auto client = connect();
  const std::string body = second();
  client->send(second() + "GET /home HTTP/1.1\r\n" + own() + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
               body + "HEAD /home HTTP/1.1\r\n" + own() + "\r\n" + second());
  EXPECT_EQ(client->read_answer().body, "ok\n");
  EXPECT_EQ(client->read_answer().body, "<!doctype html><p>home");
  EXPECT_EQ(client->read_answer(true).header("Content-Length"), "22");
  EXPECT_EQ(client->read_answer().body, "ok\n");
}

TEST_F(RequestsST8, HeadsAreBoundedInBytesAndFields) {
  run();
  expect_one_refusal(431, "GET /healthz HTTP/1.1\r\n" + own() + "X: " + std::string(limits::head_bytes_max, 'x') + "\r\n\r\n");
  expect_one_refusal(431, "GET /" + std::string(limits::head_bytes_max, 'x') + " HTTP/1.1\r\n" + own() + "\r\n");
  std::string fields;
  for (std::size_t i = 1; i < limits::head_fields_max; ++i) fields += "X: y\r\n";
  EXPECT_EQ(ask("GET /healthz HTTP/1.1\r\n" + own() + fields + "\r\n").first, 200u);
  expect_one_refusal(431, "GET /healthz HTTP/1.1\r\n" + own() + fields + "X: y\r\n\r\n");
}

/// One byte now and then does not keep a request alive: its time began when the connection did.
TEST_F(RequestsST8, AHeadThatComesByteByByteIsOutOfTime) {
  run();
  auto slow = connect();
  const std::string head = "GET /healthz HTTP/1.1\r\n";
  for (const char byte : head.substr(0, 9)) {
    slow->send({&byte, 1});
    pass(limits::head_ms_max / 10);
  }
  // The bytes have arrived when a request that was sent after them is answered.
  auto other = connect();
  other->send(second());
  EXPECT_EQ(other->read_answer().status, 200u);
  pass(limits::head_ms_max / 10);
  EXPECT_EQ(slow->read_answer().status, 408u);
  EXPECT_TRUE(slow->ends());
}

}  // namespace
}  // namespace durf::net::testing
