// SPDX-License-Identifier: MIT
// TLS over real sockets: who is let in, what they are shown, that frames stay whole and in order when the kernel
// is full, how it ends, and what is told of files that are no pair. A fresh certificate for each test.
#include <gtest/gtest.h>
#include <openssl/ssl.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>

#include "durf/protocol/shared_frame.hpp"
#include "fixture.hpp"
#include "net/limits.hpp"
#include "net/tls_channel.hpp"

namespace durf::net::testing {
namespace {

constexpr std::string_view ping_message = R"({"t":"ping"})";
constexpr int tiny = 2'048;  // the kernel makes a few kilobytes of it

class Tls : public StationTest {
 protected:
  Tls() { files.make("own", 7); }

  void run_tls(Setup setup = {}) {
    const auto loaded = TlsCertificate::load(files.certificate("own"), files.key("own"));
    ASSERT_EQ(loaded.refusal, "");
    certificate = loaded.certificate;
    setup.certificate = certificate;
    run(setup);
  }

  std::unique_ptr<TlsClient> connect_websocket_over_tls(RawClient::Options options = {}) {
    const std::size_t before = gateway.opened_count();
    auto client = connect_tls(options);
    EXPECT_TRUE(client->shake_hands());
    EXPECT_EQ(client->upgrade().status, 101u);
    EXPECT_TRUE(gateway.wait_opened(before + 1));
    return client;
  }

  static std::string get(std::string_view path, std::string_view host) {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: " + std::string(host) + "\r\n\r\n";
  }

  Certificates files;
  std::shared_ptr<TlsCertificate> certificate;
};

using TlsTL1 = Tls;

TEST_F(TlsTL1, PagesAndWebSocketsComeOverTls12And13) {
  gateway.on_message = [](runtime::Connection& connection, const protocol::ClientMessage&) {
    connection.push(protocol::make_frame(protocol::Opcode::text, "heard"));
  };
  run_tls();
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    auto client = connect_tls({}, {version, version});
    ASSERT_TRUE(client->shake_hands());
    client->send(get("/healthz", client->host()));
    EXPECT_EQ(client->read_answer().body, "ok\n");
    client->send(get("/", client->host()));
    EXPECT_EQ(client->read_answer().body, "<!doctype html><p>phone");
    EXPECT_EQ(client->upgrade().status, 101u);
    client->send_text(ping_message);
    EXPECT_EQ(client->read_frame(), (Frame{text, true, "heard"}));
  }
}

TEST_F(TlsTL1, OlderVersionsAreRefused) {
  run_tls();
  EXPECT_FALSE(connect_tls({}, {TLS1_VERSION, TLS1_1_VERSION})->shake_hands());
}

TEST_F(TlsTL1, OnlyKeysThatAreThrownAwayAndNothingToBeKnownAgainBy) {
  run_tls();
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    auto client = connect_tls({}, {version, version});
    ASSERT_TRUE(client->shake_hands());
    if (version == TLS1_2_VERSION) {
      EXPECT_TRUE(client->cipher().starts_with("ECDHE-")) << client->cipher();
    }
    client->send(get("/healthz", client->host()));
    EXPECT_EQ(client->read_answer().status, 200u);
    EXPECT_FALSE(client->was_given_a_ticket()) << client->version();
  }
  // Without the exchange of such keys there is nothing to talk about.
  auto client = connect_tls({}, {TLS1_2_VERSION, TLS1_2_VERSION});
  SSL_set_cipher_list(client->ssl(), "kRSA");
  EXPECT_FALSE(client->shake_hands());
}

TEST_F(TlsTL1, NobodyNegotiatesAnew) {
  run_tls();
  auto client = connect_tls({}, {TLS1_2_VERSION, TLS1_2_VERSION});
  ASSERT_TRUE(client->shake_hands());
  SSL_renegotiate(client->ssl());
  EXPECT_FALSE(client->shake_hands() && SSL_renegotiate_pending(client->ssl()) == 0 &&
               SSL_num_renegotiations(client->ssl()) == 0);
}

using TlsTL2 = Tls;

TEST_F(TlsTL2, AHandshakeThatDoesNotEndIsCutWithTheHeadsTime) {
  run_tls();
  auto silent = connect_tls();
  auto begun = connect_tls();
  begun->send_raw(std::string_view("\x16\x03\x01\x02\x00\x01", 6));  // as a hello begins
  auto quiet = connect_tls();
  ASSERT_TRUE(quiet->shake_hands());
  pass(limits::head_ms_max);
  pass(limits::goodbye_ms_max);
  EXPECT_FALSE(silent->shake_hands());
  EXPECT_FALSE(begun->shake_hands());
  EXPECT_EQ(quiet->read_answer().status, 0u);
}

TEST_F(TlsTL2, WhoSpeaksPlainHttpAtTheTlsPortIsShownTheDoor) {
  run_tls();
  auto client = connect();
  client->send(get("/", client->host()));
  EXPECT_EQ(client->read_answer().status, 0u);
}

TEST_F(TlsTL2, ALateRequestIsStillToldSo) {
  run_tls();
  auto client = connect_tls();
  ASSERT_TRUE(client->shake_hands());
  client->send("GET / HTTP/1.1\r\n");
  client->send("Host: ");
  // What was sent must have arrived, or the half head would count as none.
  auto whole = connect_tls();
  ASSERT_TRUE(whole->shake_hands());
  whole->send(get("/healthz", "a"));
  EXPECT_EQ(whole->read_answer().status, 200u);
  pass(limits::head_ms_max);
  EXPECT_EQ(client->read_answer().status, 408u);
  EXPECT_TRUE(client->ends_with_goodbye());
}

using TlsTL3 = Tls;

TEST_F(TlsTL3, ARequestInManyRecordsAndManyRequestsInOne) {
  run_tls();
  auto client = connect_tls();
  ASSERT_TRUE(client->shake_hands());
  const std::string request = get("/healthz", client->host());
  for (const char byte : request) client->send({&byte, 1});
  EXPECT_EQ(client->read_answer().status, 200u);
  client->send(request + request + request);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(client->read_answer().status, 200u);
}

TEST_F(TlsTL3, FramesStayWholeAndInOrderWhenTheKernelIsFull) {
  run_tls({.send_buffer = tiny});
  auto client = connect_websocket_over_tls({.receive_buffer = tiny});
  constexpr int frames = 40;
  on_shard([this] {
    for (int i = 0; i < frames; ++i) {
      const std::string payload = std::to_string(i) + std::string(3'000, '.');
      gateway.only_connection().push(protocol::make_frame(protocol::Opcode::text, payload));
    }
  });
  std::size_t pongs = 0;
  for (int i = 0; i < frames;) {
    client->send(masked(ping, "now"));
    const auto frame = client->read_frame(500);
    ASSERT_TRUE(frame.has_value());
    if (frame->opcode == pong) {
      EXPECT_EQ(frame->payload, "now");
      ++pongs;
      continue;
    }
    ASSERT_EQ(frame->payload, std::to_string(i) + std::string(3'000, '.'));
    ++i;
  }
  EXPECT_GT(pongs, 0u);
}

TEST_F(TlsTL3, WhatTheOutboxDropsIsNeverTornOutOfARecord) {
  // A record with several frames is on its way when the outbox goes stale and drops what waits behind the first.
  gateway.on_drained = [](runtime::Connection& connection) {
    connection.caught_up();
    connection.push(protocol::make_frame(protocol::Opcode::text, "snapshot"));
  };
  run_tls({.send_buffer = tiny});
  auto client = connect_websocket_over_tls({.receive_buffer = tiny});
  const auto push = [this](int i) {
    const std::string payload = std::to_string(i) + std::string(1'000, '.');
    return gateway.only_connection().push(protocol::make_frame(protocol::Opcode::text, payload));
  };
  on_shard([&] {
    for (int i = 0; i < 40; ++i) push(i);
  });
  EXPECT_TRUE(client->read_frame(500)->payload.starts_with("0."));  // so the first write is over
  on_shard([&] {
    for (int i = 40; push(i) == runtime::Pushed::queued;) ++i;
  });
  for (int i = 1;; ++i) {
    const auto frame = client->read_frame(500);
    ASSERT_TRUE(frame.has_value());
    if (frame->payload == "snapshot") break;
    ASSERT_TRUE(frame->payload.starts_with(std::to_string(i) + ".")) << i;
    ASSERT_LT(i, 40);
  }
  EXPECT_TRUE(gateway.wait_drained(1));
}

TEST_F(TlsTL3, ALargePageComesWholeThroughASmallBuffer) {
  // 200 KB: some records, each of which is too large for the kernel.
  run_tls({.send_buffer = tiny});
  auto client = connect_websocket_over_tls({.receive_buffer = tiny});
  std::string large;
  for (int i = 0; large.size() < 200'000; ++i) large += std::to_string(i);
  on_shard([&] { gateway.only_connection().push(protocol::make_frame(protocol::Opcode::binary, large)); });
  const auto frame = client->read_frame(1'000);
  ASSERT_TRUE(frame.has_value());
  EXPECT_TRUE(frame->payload == large);
}

TEST_F(TlsTL3, AHandshakeThatIsTooLongForTheKernelGoesOnWhenThereIsRoom) {
  files.lengthen("own", 40);
  run_tls({.send_buffer = tiny});
  auto client = connect_tls({.receive_buffer = tiny});
  ASSERT_TRUE(client->shake_hands());
  client->send(get("/healthz", client->host()));
  EXPECT_EQ(client->read_answer().status, 200u);
}

TEST_F(TlsTL3, AFloodOfNewKeysEndsTheConnectionAndNotTheMemory) {
  run_tls({.send_buffer = tiny});
  auto client = connect_tls({.receive_buffer = tiny}, {TLS1_3_VERSION, TLS1_3_VERSION});
  ASSERT_TRUE(client->shake_hands());
  // Each asks for an answer, and nobody reads one.
  bool is_cut = false;
  for (int i = 0; i < 100'000 && !is_cut; ++i) {
    SSL_key_update(client->ssl(), SSL_KEY_UPDATE_REQUESTED);
    is_cut = SSL_do_handshake(client->ssl()) != 1;
  }
  EXPECT_TRUE(is_cut);
}

using TlsTL12 = Tls;

TEST_F(TlsTL12, AFloodOfNewKeysThatWantNoAnswerHoldsUpNobodyAndEnds) {
  run_tls();
  auto client = connect_tls({}, {TLS1_3_VERSION, TLS1_3_VERSION});
  ASSERT_TRUE(client->shake_hands());
  bool is_cut = false;
  for (int i = 0; i < 1'000'000 && !is_cut; ++i) {
    SSL_key_update(client->ssl(), SSL_KEY_UPDATE_NOT_REQUESTED);
    is_cut = SSL_do_handshake(client->ssl()) != 1;
  }
  EXPECT_TRUE(is_cut);
}

TEST_F(TlsTL12, NewKeysNowAndThenAreTaken) {
  run_tls();
  auto client = connect_tls({}, {TLS1_3_VERSION, TLS1_3_VERSION});
  ASSERT_TRUE(client->shake_hands());
  for (int i = 0; i < limits::tls_later_messages_max; ++i) {
    SSL_key_update(client->ssl(), i % 2 == 0 ? SSL_KEY_UPDATE_REQUESTED : SSL_KEY_UPDATE_NOT_REQUESTED);
    client->send(get("/healthz", client->host()));
    ASSERT_EQ(client->read_answer().status, 200u) << i;
  }
}

TEST_F(TlsTL12, OneReadingDoesNotGoOnForEverOnWhatIsThere) {
  // Records without anything in them, one byte of a hello each: the kernel has them all before the first is read.
  const auto loaded = TlsCertificate::load(files.certificate("own"), files.key("own"));
  int ends[2];
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends), 0);
  TlsChannel channel(*loaded.certificate->current(), ends[0]);
  const std::string hello("\x01\x00\x20\x00\x03\x03", 6);  // of 8,192 bytes, says its head
  std::string records;
  for (std::size_t i = 0; i < 2'000; ++i)
    records += std::string("\x16\x03\x01\x00\x01", 5) + (i < hello.size() ? hello[i] : 'x');
  ASSERT_EQ(::send(ends[1], records.data(), records.size(), 0), static_cast<ssize_t>(records.size()));
  const auto waiting = [&] {
    int bytes = 0;
    EXPECT_EQ(::ioctl(ends[0], FIONREAD, &bytes), 0);
    return static_cast<std::size_t>(bytes);
  };
  char into[64];
  for (int turn = 1; turn <= 3; ++turn) {
    const std::size_t before = waiting();
    error_code error;
    EXPECT_EQ(channel.read_some(into, error), 0u);
    EXPECT_EQ(error, asio::error::would_block);
    EXPECT_LT(waiting(), before);
    EXPECT_GE(waiting() + limits::tls_receives_max / 2 * 6, before);
  }
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_F(TlsTL12, AHandshakeDoesNotGoOnForEver) {
  run_tls();
  auto client = connect_tls();
  // The largest hello that OpenSSL would take, and never its end.
  std::string hello("\x01\x02\x00\x00\x03\x03", 6);
  hello.resize(2 * limits::tls_handshake_bytes_max, 'x');
  for (std::size_t at = 0; at < hello.size(); at += 4'096) {
    client->send_raw(std::string("\x16\x03\x01\x10\x00", 5) + hello.substr(at, 4'096));
  }
  EXPECT_TRUE(client->RawClient::ends());
}

using TlsTL13 = Tls;

TEST_F(TlsTL13, ACutConnectionNeverTouchesTheOneThatHasItsNumberNow) {
  files.lengthen("own", 40);
  const auto loaded = TlsCertificate::load(files.certificate("own"), files.key("own"));
  int ends[2];
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends), 0);
  ASSERT_EQ(::setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &tiny, sizeof tiny), 0);
  TlsChannel channel(*loaded.certificate->current(), ends[0]);
  const std::string hello = client_hello();
  ASSERT_EQ(::send(ends[1], hello.data(), hello.size(), 0), static_cast<ssize_t>(hello.size()));
  char into[64];
  error_code error;
  channel.read_some(into, error);
  ASSERT_EQ(error, asio::error::would_block) << error.message() << hello.size();
  ASSERT_TRUE(channel.must_write_to_read());  // some of the answer is held back

  channel.cut();
  // As the kernel gives the number away again.
  int others[2];
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, others), 0);
  ASSERT_EQ(::dup2(others[0], ends[0]), ends[0]);
  ASSERT_EQ(::send(others[1], "theirs", 6, 0), 6);
  channel.flush(error);
  EXPECT_EQ(error, asio::error::connection_aborted);
  EXPECT_EQ(channel.read_some(into, error), 0u);
  EXPECT_EQ(error, asio::error::connection_aborted);
  channel.say_goodbye();
  EXPECT_FALSE(channel.has_read());
  EXPECT_EQ(::recv(others[1], into, sizeof into, 0), -1);
  EXPECT_EQ(::recv(others[0], into, sizeof into, 0), 6);
  for (const int one : {ends[0], ends[1], others[0], others[1]}) ::close(one);
}

TEST_F(TlsTL13, CuttingTheSocketCutsWhatIsOnIt) {
  const auto loaded = TlsCertificate::load(files.certificate("own"), files.key("own"));
  int ends[2];
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
  Transport transport(Socket(shard.loop().get_executor(), Tcp::v4(), ends[0]), *loaded.certificate->current());
  error_code error;
  transport.flush(error);
  EXPECT_FALSE(error);
  transport.cut();
  transport.flush(error);
  EXPECT_EQ(error, asio::error::connection_aborted);
  ::close(ends[1]);
}

using TlsTL4 = Tls;

TEST_F(TlsTL4, TheEndOfAnAnswerAndOfAWebSocketIsSaid) {
  run_tls();
  auto client = connect_tls();
  ASSERT_TRUE(client->shake_hands());
  client->send("GET / HTTP/1.1\r\nHost: " + client->host() + "\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(client->read_answer().status, 200u);
  EXPECT_TRUE(client->ends_with_goodbye());

  auto socket = connect_websocket_over_tls();
  socket->send(masked(close, "\x03\xE8"));
  EXPECT_EQ(socket->read_close(), 1000);
  EXPECT_TRUE(socket->ends_with_goodbye());
  socket.reset();
  EXPECT_TRUE(gateway.wait_closed());
}

using TlsTL5 = Tls;

TEST_F(TlsTL5, NewConnectionsGetTheNewCertificateAndOldOnesGoOn) {
  gateway.on_message = [](runtime::Connection& connection, const protocol::ClientMessage&) {
    connection.push(protocol::make_frame(protocol::Opcode::text, "heard"));
  };
  run_tls();
  auto early = connect_websocket_over_tls();
  EXPECT_EQ(early->serial(), 7);
  files.make("own", 8);
  EXPECT_EQ(certificate->reload(), "");
  EXPECT_EQ(connect_websocket_over_tls()->serial(), 8);
  early->send_text(ping_message);
  EXPECT_EQ(early->read_frame()->payload, "heard");
}

TEST_F(TlsTL5, FilesThatAreNoPairKeepTheOldOne) {
  run_tls();
  std::ofstream(files.certificate("own")) << "half of a file";
  EXPECT_NE(certificate->reload(), "");
  EXPECT_EQ(connect_websocket_over_tls()->serial(), 7);
}

TEST_F(TlsTL5, WhatIsWrongIsToldInWords) {
  files.make("other", 9);
  std::ofstream(files.certificate("text")) << "nothing";
  const auto told = [&](const std::string& certificate_file, const std::string& key_file) {
    return TlsCertificate::load(certificate_file, key_file).refusal;
  };
  const std::string own = files.certificate("own");
  EXPECT_EQ(told(own, files.key("own")), "");
  EXPECT_EQ(told("/nowhere", files.key("own")), "the certificate '/nowhere' cannot be read");
  EXPECT_EQ(told(own, "/nowhere"), "the key '/nowhere' cannot be read");
  EXPECT_EQ(told(files.certificate("text"), files.key("own")),
            "'" + files.certificate("text") + "' holds no certificate in PEM that can be used");
  EXPECT_EQ(told(own, files.certificate("text")),
            "'" + files.certificate("text") + "' holds no key in PEM that can be used without a password");
  EXPECT_EQ(told(own, files.key("other")),
            "the key '" + files.key("other") + "' does not belong to the certificate '" + own + "'");
}

using TlsTL6 = Tls;

TEST_F(TlsTL6, APageThatCameWithoutTlsIsNotOurs) {
  run_tls();
  const std::string host = "127.0.0.1:" + std::to_string(port);
  for (const auto& [origin, status] : {std::pair{"https://", 101u}, std::pair{"http://", 403u}}) {
    auto client = connect_tls();
    ASSERT_TRUE(client->shake_hands());
    client->send("GET /ws HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin + host +
                 "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    EXPECT_EQ(client->read_answer().status, status);
  }
}

using TlsTL7 = Tls;

TEST_F(TlsTL7, OnlyAGivenNameIsTiedToTls) {
  run_tls({.host_names = {"durf.example", "127.0.0.1"}});
  auto client = connect_tls();
  ASSERT_TRUE(client->shake_hands());
  const std::string with_port = ":" + std::to_string(port);
  const auto answer = [&](std::string_view path, const std::string& host) {
    client->send(get(path, host));
    return client->read_answer();
  };
  EXPECT_EQ(answer("/", "durf.example" + with_port).header("Strict-Transport-Security"), "max-age=2592000");
  EXPECT_EQ(answer("/no-such-page", "durf.example" + with_port).header("Strict-Transport-Security"), "max-age=2592000");
  EXPECT_EQ(answer("/", "127.0.0.1" + with_port).header("Strict-Transport-Security"), "");
  EXPECT_EQ(answer("/", "localhost" + with_port).header("Strict-Transport-Security"), "");
  EXPECT_EQ(answer("/healthz", "elsewhere.example").header("Strict-Transport-Security"), "");

  client->send("GET /ws HTTP/1.1\r\nHost: durf.example" + with_port + "\r\nOrigin: https://durf.example" + with_port +
               "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
  const HttpAnswer upgraded = client->read_answer();
  EXPECT_EQ(upgraded.status, 101u);
  EXPECT_EQ(upgraded.header("Strict-Transport-Security"), "max-age=2592000");
  EXPECT_EQ(upgraded.header("X-Content-Type-Options"), "nosniff");
}

TEST_F(TlsTL7, WithoutTlsNothingIsSaidOfIt) {
  run({.host_names = {"durf.example"}});
  auto client = connect();
  client->send(get("/", "durf.example:" + std::to_string(port)));
  EXPECT_EQ(client->read_answer().header("Strict-Transport-Security"), "");
}

}  // namespace
}  // namespace durf::net::testing
