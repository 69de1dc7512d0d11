// SPDX-License-Identifier: MIT
// The whole server on two shards: one port for both, connections on both, and a stop that says goodbye to
// everyone in time.
#include "durf/net/server.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <thread>
#include <vector>

#include "fixture.hpp"

namespace durf::net::testing {
namespace {

class SteadyClock final : public base::Clock {
 public:
  base::SteadyMs now() const override {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
  }
};

class ServerTest : public ::testing::Test {
 protected:
  std::error_code start(ServerConfig config = {}) {
    config.port = config.port == 8080 ? 0 : config.port;
    policy_.emplace(clock_, entropy_, std::nullopt);
    server = std::make_unique<Server>(
        config, std::vector<Server::Place>{{&shards[0], &gateways[0]}, {&shards[1], &gateways[1]}},
        test_assets(), *policy_, clock_);
    if (const auto error = server->listen()) return error;
    server->start();
    for (auto& shard : shards) threads_.emplace_back([&shard] { shard.run(); });
    return {};
  }

  void TearDown() override {
    if (server && !threads_.empty()) server->stop();
    for (auto& shard : shards) shard.stop();
    for (auto& thread : threads_) thread.join();
  }

  runtime::Shard shards[2]{runtime::Shard{0}, runtime::Shard{1}};
  FakeGateway gateways[2]{FakeGateway{0}, FakeGateway{1}};
  std::unique_ptr<Server> server;

 private:
  SteadyClock clock_;
  CountingEntropy entropy_;
  std::optional<CreatePolicy> policy_;
  std::vector<std::thread> threads_;
};

TEST_F(ServerTest, AllShardsListenOnOnePortAndShareTheConnections) {
  ASSERT_FALSE(start());
  ASSERT_NE(server->port(), 0);
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 64; ++i) {
    clients.push_back(std::make_unique<RawClient>(server->port()));
    ASSERT_EQ(clients.back()->upgrade().status, 101u);
  }
  while (gateways[0].opened_count() + gateways[1].opened_count() < 64) std::this_thread::yield();
  EXPECT_GT(gateways[0].opened_count(), 0u);
  EXPECT_GT(gateways[1].opened_count(), 0u);
}

TEST_F(ServerTest, StopSaysGoodbyeAndWaitsForThePeers) {
  ASSERT_FALSE(start());
  RawClient polite(server->port());
  RawClient silent(server->port());
  RawClient idle(server->port());
  EXPECT_EQ(polite.upgrade().status, 101u);
  EXPECT_EQ(silent.upgrade().status, 101u);
  const auto began = std::chrono::steady_clock::now();
  std::thread stopping([this] { server->stop(); });
  EXPECT_EQ(polite.read_close(), 1001);
  polite.send(masked(close, "\x03\xE9"));
  EXPECT_TRUE(polite.ends());
  stopping.join();
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(3));
  EXPECT_EQ(silent.read_close(), 1001);
  EXPECT_TRUE(silent.ends());
  EXPECT_EQ(idle.read_answer().status, 0u);
  EXPECT_THROW(RawClient(server->port()), std::runtime_error);
}

TEST_F(ServerTest, OverTheLimitOfConnectionsNobodyElseGetsIn) {
  ServerConfig config;
  config.connections_max = 2;
  ASSERT_FALSE(start(config));
  RawClient first(server->port());
  RawClient second(server->port());
  EXPECT_EQ(first.upgrade().status, 101u);
  EXPECT_EQ(second.upgrade().status, 101u);
  RawClient third(server->port());
  EXPECT_EQ(third.upgrade().status, 0u);
}

TEST_F(ServerTest, APortThatIsTakenIsAnErrorAlthoughPortsAreShared) {
  ASSERT_FALSE(start());
  ServerConfig config;
  config.port = server->port();
  SteadyClock clock;
  CountingEntropy entropy;
  CreatePolicy policy(clock, entropy, std::nullopt);
  runtime::Shard shard(0);
  FakeGateway gateway;
  Server second(config, {{&shard, &gateway}}, test_assets(), policy, clock);
  EXPECT_EQ(second.listen(), std::errc::address_in_use);
}

TEST_F(ServerTest, AnAddressThatIsNotOursIsAnErrorAndNotACrash) {
  ServerConfig config;
  config.listen_address = "192.0.2.1";
  EXPECT_TRUE(start(config));
}

}  // namespace
}  // namespace durf::net::testing
