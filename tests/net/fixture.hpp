// SPDX-License-Identifier: MIT
// One shard with its station and real sockets, on a clock that only the test moves. The test accepts by
// itself, so that it can make the server's socket buffer tiny: then writes are partial and the kernel is full
// when the test wants it.
#pragma once

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <atomic>
#include <boost/asio/post.hpp>
#include <future>
#include <memory>
#include <thread>
#include <vector>

#include "fake_gateway.hpp"
#include "net/echo_connection.hpp"
#include "net/http_connection.hpp"
#include "net/station.hpp"
#include "net/transport.hpp"
#include "raw_client.hpp"
#include "tls_client.hpp"

namespace durf::net::testing {

class FakeClock final : public base::Clock {
 public:
  base::SteadyMs now() const override { return {ms_.load()}; }
  void move(std::int64_t ms) { ms_ += ms; }

 private:
  std::atomic<std::int64_t> ms_{1'000'000};
};

class CountingEntropy final : public base::Entropy {
 public:
  void fill(std::span<std::uint8_t> out) override {
    for (auto& byte : out) byte = next_++;
  }

 private:
  std::uint8_t next_ = 1;
};

inline const std::vector<Asset>& test_assets() {
  static const std::vector<Asset> assets{
      {"index.html", "<!doctype html><p>phone", "", "text/html; charset=utf-8"},
      {"home.html", "<!doctype html><p>home", "home, compressed", "text/html; charset=utf-8"},
      {"favicon.svg", "<svg/>", "", "image/svg+xml"},
      {"assets/app-1a2b.js", "let a = 1;", "js, compressed", "text/javascript"},
  };
  return assets;
}

class StationTest : public ::testing::Test {
 protected:
  struct Setup {
    int send_buffer = 0;  ///< of the server's side; 0: as it comes
    std::optional<std::string_view> password = std::nullopt;
    std::vector<std::string> host_names = {};
    std::shared_ptr<TlsCertificate> certificate = nullptr;  ///< with it, TLS is spoken
    std::vector<std::string> proxies = {};
    bool echo = false;
  };

  /// Call once, after the gateway was told how to behave.
  void run(Setup setup) {
    policy_.emplace(clock, entropy_, setup.password);
    send_buffer_ = setup.send_buffer;
    certificate_ = setup.certificate;
    ServerConfig config;
    config.build = "k3J9xQ2a";
    config.proxies = setup.proxies;
    site.reset(new Site{config,
                        StaticFiles(test_assets()),
                        OwnNames(setup.host_names),
                        *policy_,
                        clock,
                        "http://192.168.1.20:8080",
                        {},
                        {}});
    site->sockets = {{"/ws", &WebsocketConnection::begin}};
    if (setup.echo) site->sockets.push_back({"/echo", &EchoConnection::begin});
    station = std::make_shared<Station>(site, shard, gateway);
    acceptor_.emplace(accepting_, Tcp::endpoint(asio::ip::address_v4::loopback(), 0));
    port = acceptor_->local_endpoint().port();
    site->names.set_port(port, certificate_ ? Scheme::https : Scheme::http);
    thread_ = std::thread([this] { shard.run(); });
  }
  void run() { run(Setup{}); }

  std::unique_ptr<RawClient> connect(RawClient::Options options = {}) {
    auto client = std::make_unique<RawClient>(port, options);
    admit();
    return client;
  }

  /// A client that speaks TLS; the handshake is still to be done.
  std::unique_ptr<TlsClient> connect_tls(RawClient::Options options = {}, TlsClient::Versions versions = {}) {
    auto client = std::make_unique<TlsClient>(port, options, versions);
    admit();
    return client;
  }

  /// Takes the next client in.
  void admit() {
    const int accepted = ::accept(acceptor_->native_handle(), nullptr, nullptr);
    if (send_buffer_ > 0) ::setsockopt(accepted, SOL_SOCKET, SO_SNDBUF, &send_buffer_, sizeof send_buffer_);
    on_shard([&] {
      Socket socket(shard.loop().get_executor(), Tcp::v4(), accepted);
      EXPECT_FALSE(Transport::prepare(socket));
      HttpConnection::begin(station, certificate_ ? Transport(std::move(socket), *certificate_->current())
                                                  : Transport(std::move(socket)));
    });
  }

  /// A client whose handshake is done and whose connection the gateway knows.
  std::unique_ptr<RawClient> connect_websocket(RawClient::Options options = {}) {
    const std::size_t before = gateway.opened_count();
    auto client = connect(options);
    EXPECT_EQ(client->upgrade().status, 101u);
    EXPECT_TRUE(gateway.wait_opened(before + 1));
    return client;
  }

  /// Runs on the shard's thread and waits for it.
  template <class Work>
  void on_shard(Work work) {
    std::promise<void> done;
    asio::post(shard.loop(), [&] {
      work();
      done.set_value();
    });
    done.get_future().get();
  }

  /// Moves the clock and fires what is due, both behind what the shard is doing just now.
  void pass(std::int64_t ms) {
    on_shard([=, this] {
      clock.move(ms);
      station->advance();
    });
  }

  void TearDown() override {
    if (!thread_.joinable()) return;
    // All connections end before their loop does, as in the server.
    std::promise<void> gone;
    on_shard([&] { station->close([&gone] { gone.set_value(); }); });
    on_shard([this] { station->cut_all(); });
    gone.get_future().get();
    shard.stop();
    thread_.join();
  }

  FakeClock clock;
  FakeGateway gateway;
  runtime::Shard shard{0};
  std::shared_ptr<Site> site;
  std::shared_ptr<Station> station;
  std::uint16_t port = 0;

 private:
  CountingEntropy entropy_;
  std::optional<CreatePolicy> policy_;
  asio::io_context accepting_;
  std::optional<Tcp::acceptor> acceptor_;
  int send_buffer_ = 0;
  std::shared_ptr<TlsCertificate> certificate_;
  std::thread thread_;
};

}  // namespace durf::net::testing
