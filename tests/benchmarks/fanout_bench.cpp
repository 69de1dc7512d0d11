// SPDX-License-Identifier: MIT
// What one message to N connections costs: CPU per delivery and deliveries per second of net on one loop,
// beside a raw epoll loop in the same run. "alone": a message goes out when everybody has the one before.
// "joinable": eight are under way, so that several fit into one write. Machines are shared: compare the
// ratios of one run, and of CPU the minimum of the rounds. Usage: fanout_bench [connections=1000] [rounds=5]
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "durf/net/server.hpp"
#include "durf/protocol/shared_frame.hpp"
#include "loopback_readers.hpp"

namespace durf::benchmarks {
namespace {

constexpr std::size_t payload_bytes = 200;
constexpr std::size_t outstanding_joinable = 8;

struct Result {
  double cpu_us = 1e9;  ///< per delivery
  double deliveries_per_s = 0;
  double all_have_it_ms = 0;  ///< median, from publishing until the last one has it
  double handshake_us = 0;    ///< CPU per connection
  double bytes_per_idle = 0;
};

/// Publishes when told, measures after a warm-up, says when it is over.
class Meter {
 public:
  Meter(std::size_t connections, std::size_t outstanding)
      : connections_(connections),
        outstanding_(outstanding),
        messages_(std::max<std::size_t>(400'000 / connections, 64)) {}

  /// `count` messages have reached everybody; how many to publish now. The first call starts.
  std::size_t advance(std::size_t count) {
    if (published_ == 0) return publish(outstanding_);
    complete_ += count;
    if (outstanding_ == 1) latencies_.push_back(wall_seconds() - published_at_);
    if (!measuring_ && complete_ >= messages_ / 4) begin();
    if (measuring_ && complete_ >= began_at_ + messages_) {
      over_ = true;
      const double deliveries = static_cast<double>((complete_ - began_at_) * connections_);
      result_.cpu_us = (thread_cpu_seconds() - cpu_) * 1e6 / deliveries;
      result_.deliveries_per_s = deliveries / (wall_seconds() - wall_);
      if (!latencies_.empty()) {
        std::nth_element(latencies_.begin(), latencies_.begin() + static_cast<long>(latencies_.size() / 2),
                         latencies_.end());
        result_.all_have_it_ms = latencies_[latencies_.size() / 2] * 1e3;
      }
      return 0;
    }
    return publish(count);
  }

  bool over() const { return over_; }
  Result& result() { return result_; }

 private:
  void begin() {
    measuring_ = true;
    began_at_ = complete_;
    latencies_.clear();
    cpu_ = thread_cpu_seconds();
    wall_ = wall_seconds();
  }
  std::size_t publish(std::size_t count) {
    published_ += count;
    published_at_ = wall_seconds();
    return count;
  }

  std::size_t connections_, outstanding_, messages_;
  std::size_t published_ = 0, complete_ = 0, began_at_ = 0;
  bool measuring_ = false, over_ = false;
  double cpu_ = 0, wall_ = 0, published_at_ = 0;
  std::vector<double> latencies_;
  Result result_;
};

/// Nobody says hello here, and nobody is to be closed for it.
class StoppedClock final : public base::Clock {
 public:
  base::SteadyMs now() const override { return {1}; }
};
class NoEntropy final : public base::Entropy {
 public:
  void fill(std::span<std::uint8_t> out) override { std::fill(out.begin(), out.end(), std::uint8_t{7}); }
};

/// Holds the connections of everybody who came.
class Audience final : public runtime::Gateway {
 public:
  runtime::ConnectionId opened(std::shared_ptr<runtime::Connection> connection) override {
    connections.push_back(std::move(connection));
    return {0, connections.size()};
  }
  void received(runtime::ConnectionId, protocol::ClientMessage) override {}
  void drained(runtime::ConnectionId) override { std::abort(); }
  void closed(runtime::ConnectionId) override {}
  void create_session(protocol::CreateSession, std::function<void(runtime::CreateOutcome)>) override {}
  void results(domain::ResultsSecret, std::function<void(runtime::AskOutcome)>) override {}
  void session_state(protocol::Secret, std::function<void(runtime::AskOutcome)>) override {}
  void delete_session(protocol::Secret, std::function<void(runtime::AskOutcome)>) override {}
  bool is_desk(runtime::ConnectionId) const override { return false; }

  std::vector<std::shared_ptr<runtime::Connection>> connections;
};

Result measure_net(std::size_t connections, std::size_t outstanding) {
  StoppedClock clock;
  NoEntropy entropy;
  net::CreatePolicy policy(clock, entropy, std::nullopt);
  runtime::Shard shard(0);
  Audience audience;
  net::ServerConfig config;
  config.port = 0;
  config.connections_max = 100'000;
  net::Server server(config, {{&shard, &audience}}, {}, policy, clock);
  if (const auto error = server.listen()) {
    std::fprintf(stderr, "listening: %s\n", error.message().c_str());
    std::exit(1);
  }
  const auto message = protocol::make_frame(protocol::Opcode::text, std::string(payload_bytes, 'x'));
  const int told = ::eventfd(0, 0);
  const Readers readers{connections, message->size(), true};
  const int child = readers.start(server.port(), told);
  const std::size_t resident = resident_bytes();
  const double cpu = thread_cpu_seconds();
  server.start();

  Meter meter(connections, outstanding);
  boost::asio::posix::stream_descriptor events(shard.loop(), told);
  std::uint64_t count = 0;
  bool first = true;
  const auto publish = [&](std::size_t messages) {
    for (; messages > 0; --messages) {
      for (const auto& connection : audience.connections) connection->push_as_one_of_many(message);
    }
  };
  std::function<void()> await = [&] {
    // The last answer to a handshake is read a moment before its connection is opened here.
    if (first && audience.connections.size() < connections && count > 0)
      return boost::asio::post(shard.loop(), await);
    if (count > 0) {
      if (std::exchange(first, false)) {
        meter.result().handshake_us = (thread_cpu_seconds() - cpu) * 1e6 / static_cast<double>(connections);
        meter.result().bytes_per_idle =
            static_cast<double>(resident_bytes() - resident) / static_cast<double>(connections);
      }
      publish(meter.advance(count));
      if (meter.over()) return shard.stop();
    }
    boost::asio::async_read(events, boost::asio::buffer(&count, sizeof count),
                            [&](boost::system::error_code error, std::size_t) {
                              if (!error) await();
                            });
  };
  await();
  shard.run();
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  audience.connections.clear();
  return meter.result();
}

/// One thread, one epoll, one send per connection: for each message, or for all of a turn.
Result measure_raw(std::size_t connections, std::size_t outstanding) {
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener, 4'096) != 0)
    std::exit(1);
  ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);

  const auto message = protocol::make_frame(protocol::Opcode::text, std::string(payload_bytes, 'x'));
  const int told = ::eventfd(0, 0);
  const Readers readers{connections, message->size(), false};
  const int child = readers.start(ntohs(address.sin_port), told);
  std::vector<int> sockets;
  const int events = ::epoll_create1(0);
  for (std::size_t i = 0; i < connections; ++i) {
    sockets.push_back(::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK));
    const int on = 1;
    ::setsockopt(sockets.back(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    epoll_event event{.events = EPOLLIN | EPOLLET, .data = {.u64 = i}};
    ::epoll_ctl(events, EPOLL_CTL_ADD, sockets.back(), &event);
  }
  epoll_event event{.events = EPOLLIN, .data = {.u64 = UINT64_MAX}};
  ::epoll_ctl(events, EPOLL_CTL_ADD, told, &event);

  Meter meter(connections, outstanding);
  std::string joined;
  while (!meter.over()) {
    std::array<epoll_event, 64> ready;
    if (::epoll_wait(events, ready.data(), static_cast<int>(ready.size()), -1) <= 0) continue;
    std::uint64_t count = 0;
    if (::read(told, &count, sizeof count) != sizeof count) std::exit(1);
    joined.clear();
    for (std::size_t left = meter.advance(count); left > 0; --left) joined += *message;
    if (joined.empty()) continue;
    for (const int socket : sockets) {
      if (::send(socket, joined.data(), joined.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(joined.size()))
        std::exit(1);
    }
  }
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  for (const int socket : sockets) ::close(socket);
  for (const int descriptor : {listener, events, told}) ::close(descriptor);
  return meter.result();
}

void keep_best(Result& best, const Result& round) {
  best.cpu_us = std::min(best.cpu_us, round.cpu_us);
  best.deliveries_per_s = std::max(best.deliveries_per_s, round.deliveries_per_s);
  best.all_have_it_ms =
      best.all_have_it_ms == 0 ? round.all_have_it_ms : std::min(best.all_have_it_ms, round.all_have_it_ms);
  best.handshake_us =
      best.handshake_us == 0 ? round.handshake_us : std::min(best.handshake_us, round.handshake_us);
  best.bytes_per_idle = std::max(best.bytes_per_idle, round.bytes_per_idle);
}

void print(const char* name, const Result& result) {
  std::printf("%-16s %8.2f us CPU per delivery %8.2f M deliveries/s", name, result.cpu_us,
              result.deliveries_per_s / 1e6);
  if (result.all_have_it_ms > 0) std::printf("   all have it after %.2f ms", result.all_have_it_ms);
  std::printf("\n");
}

void run(std::size_t connections, int rounds) {
  pin_to_cpu(0);
  Result raw_alone, net_alone, raw_joined, net_joined;
  for (int round = 0; round < rounds; ++round) {
    keep_best(raw_alone, measure_raw(connections, 1));
    keep_best(net_alone, measure_net(connections, 1));
    keep_best(raw_joined, measure_raw(connections, outstanding_joinable));
    keep_best(net_joined, measure_net(connections, outstanding_joinable));
  }
  std::printf("%zu connections, %zu-byte messages, best of %d rounds\n", connections, payload_bytes, rounds);
  print("raw, alone", raw_alone);
  print("durf, alone", net_alone);
  print("raw, joinable", raw_joined);
  print("durf, joinable", net_joined);
  std::printf(
      "durf / raw: alone %.2f, joinable %.2f; handshake %.0f us CPU; resident %.0f bytes per idle "
      "connection\n",
      net_alone.cpu_us / raw_alone.cpu_us, net_joined.cpu_us / raw_joined.cpu_us, net_alone.handshake_us,
      net_alone.bytes_per_idle);
}

}  // namespace
}  // namespace durf::benchmarks

int main(int argc, char** argv) {
  const long connections = argc > 1 ? std::atol(argv[1]) : 1'000;
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 5;
  if (connections < 1 || rounds < 1) {
    std::fprintf(stderr, "usage: fanout_bench [connections] [rounds]\n");
    return 2;
  }
  durf::benchmarks::run(static_cast<std::size_t>(connections), rounds);
}
