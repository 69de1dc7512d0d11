// SPDX-License-Identifier: MIT
// The port for metrics: what it tells, whom it refuses, and that nobody can keep it busy.
#include "durf/net/metrics_listener.hpp"

#include <gtest/gtest.h>

#include <boost/asio/post.hpp>
#include <future>
#include <memory>
#include <thread>
#include <vector>

#include "net/limits.hpp"
#include "raw_client.hpp"

namespace durf::net::testing {
namespace {

class MetricsListenerOP6 : public ::testing::Test {
 protected:
  void SetUp() override {
    listener_.emplace(loop_, [this] { return "scrapes " + std::to_string(++scrapes_) + "\n"; });
    ASSERT_FALSE(listener_->start("127.0.0.1", 0));
    port = listener_->port();
    thread_ = std::thread([this] { loop_.run(); });
  }
  void TearDown() override {
    std::promise<void> stopped;
    boost::asio::post(loop_, [&] {
      listener_.reset();
      stopped.set_value();
    });
    stopped.get_future().get();
    thread_.join();
  }

  HttpAnswer ask(const std::string& request) {
    RawClient client(port);
    client.send(request);
    const HttpAnswer answer = client.read_answer(request.starts_with("HEAD"));
    EXPECT_TRUE(client.ends());
    return answer;
  }

  std::uint16_t port = 0;

 private:
  boost::asio::io_context loop_;
  std::optional<MetricsListener> listener_;
  std::thread thread_;
  int scrapes_ = 0;
};

constexpr const char* fields = " HTTP/1.1\r\nHost: durf.internal:9464\r\n\r\n";

TEST_F(MetricsListenerOP6, TellsUnderWhateverNameAndCloses) {
  const HttpAnswer answer = ask(std::string("GET /metrics") + fields);
  EXPECT_EQ(answer.status, 200u);
  EXPECT_EQ(answer.header("Content-Type"), "text/plain; version=0.0.4; charset=utf-8");
  EXPECT_EQ(answer.header("Cache-Control"), "no-store");
  EXPECT_EQ(answer.body, "scrapes 1\n");
  EXPECT_EQ(ask(std::string("GET /metrics?name=x") + fields).body, "scrapes 2\n");
  EXPECT_EQ(ask(std::string("HEAD /metrics") + fields).header("Content-Length"), "10");
}

TEST_F(MetricsListenerOP6, HasNothingElse) {
  EXPECT_EQ(ask(std::string("GET /") + fields).status, 404u);
  EXPECT_EQ(ask(std::string("GET /healthz") + fields).status, 404u);
  const HttpAnswer posted = ask(std::string("DELETE /metrics") + fields);
  EXPECT_EQ(posted.status, 405u);
  EXPECT_EQ(posted.header("Allow"), "GET, HEAD");
  EXPECT_EQ(ask("nonsense\r\n\r\n").status, 400u);
  EXPECT_EQ(ask("GET /metrics HTTP/1.1\r\nHost: a\r\nX: " + std::string(limits::head_bytes_max, 'x')).status, 431u);
}

TEST_F(MetricsListenerOP6, WhoComesWhileItIsFullIsCut) {
  std::vector<std::unique_ptr<RawClient>> silent;
  for (std::size_t i = 0; i < limits::scrapes_max; ++i) {
    silent.push_back(std::make_unique<RawClient>(port));
    silent.back()->send("GET /metrics");
  }
  EXPECT_TRUE(RawClient(port).ends());
  silent.front()->send(fields);
  EXPECT_EQ(silent.front()->read_answer().status, 200u);
}

TEST(MetricsListener, SaysWhyItCannotListen) {
  boost::asio::io_context loop;
  const auto nothing = [] { return std::string(); };
  MetricsListener one(loop, nothing);
  ASSERT_FALSE(one.start("127.0.0.1", 0));
  EXPECT_EQ(MetricsListener(loop, nothing).start("127.0.0.1", one.port()), std::errc::address_in_use);
  EXPECT_TRUE(MetricsListener(loop, nothing).start("somewhere", 0));
}

}  // namespace
}  // namespace durf::net::testing
