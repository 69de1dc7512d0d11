// SPDX-License-Identifier: MIT
// A server without sockets: two shards on threads of their own, sessions on a memory log, and connections that remember what
// they were sent. Tests wait for what must come, never for time.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <boost/asio/post.hpp>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "durf/runtime/directory.hpp"
#include "durf/runtime/os.hpp"
#include "durf/runtime/shard_gateway.hpp"
#include "durf/storage/memory_keys.hpp"
#include "durf/storage/memory_log.hpp"
#include "runtime/counting_entropy.hpp"
#include "support/heard.hpp"

namespace durf::runtime {

/// What a page would have received. Filled on a shard, read by the test.
class Page : public Connection {
 public:
  Pushed push(const protocol::SharedFrame& frame) override {
    const std::lock_guard lock(mutex_);
    frames_.push_back(frame);
    changed_.notify_all();
    return Pushed::queued;
  }
  void caught_up() override {}
  void close(protocol::CloseCode code) override {
    const std::lock_guard lock(mutex_);
    closed_ = code;
    changed_.notify_all();
  }

  /// The first message for which `fits`, once it is there.
  testing::Heard wait_for(const std::function<bool(const testing::Heard&)>& fits) {
    if (auto found = hear_unless_closed(fits)) return *found;
    throw std::runtime_error("a message that must come did not: the connection was closed");
  }
  /// The same, or nothing when the connection was closed before it came.
  std::optional<testing::Heard> hear_unless_closed(const std::function<bool(const testing::Heard&)>& fits) {
    std::unique_lock lock(mutex_);
    std::optional<testing::Heard> found;
    const bool came = changed_.wait_for(lock, patience, [&] {
      for (; read_ < frames_.size() && !found; ++read_) {
        auto heard = testing::hear(frames_[read_]);
        if (fits(heard)) found = std::move(heard);
      }
      return found.has_value() || closed_.has_value();
    });
    if (!came) throw std::runtime_error("a message that must come did not");
    return found;
  }
  testing::Heard wait_for(testing::Heard::Kind kind) {
    return wait_for([kind](const testing::Heard& heard) { return heard.kind == kind; });
  }

  protocol::CloseCode wait_for_close() {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, patience, [&] { return closed_.has_value(); }))
      throw std::runtime_error("a connection that must be closed was not");
    return *closed_;
  }

 private:
  static constexpr std::chrono::seconds patience{20};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<protocol::SharedFrame> frames_;
  std::size_t read_ = 0;
  std::optional<protocol::CloseCode> closed_;
};

/// A day that only the test changes. Asked on other threads.
class FakeCalendar final : public base::Calendar {
 public:
  std::int32_t today() const override { return day_; }
  std::int64_t seconds() const override { return std::int64_t{day_} * 86'400; }
  void go_to(std::int32_t day) { day_ = day; }

 private:
  std::atomic<std::int32_t> day_{20'778};
};

class SmallServer {
 public:
  SmallServer() { start(); }
  ~SmallServer() { stop(); }

  /// Everything in memory is gone, as after a crash; the disk stays.
  void restart() {
    stop();
    start();
  }

  CreateOutcome create(const protocol::CreateSession& session) {
    std::promise<CreateOutcome> outcome;
    directory->create(session, [&](CreateOutcome made) { outcome.set_value(std::move(made)); });
    return outcome.get_future().get();
  }

  struct Seat {
    std::shared_ptr<Page> page;
    ConnectionId connection;
    Shard* shard;
    ShardGateway* gateway;
  };

  /// Runs on the seat's shard and gives back what that said.
  template <class Function>
  auto on(const Seat& seat, Function function) {
    std::promise<decltype(function())> done;
    boost::asio::post(seat.shard->loop(), [&] { done.set_value(function()); });
    return done.get_future().get();
  }

  Seat connect(std::size_t shard, protocol::ClientMessage hello, std::shared_ptr<Page> page = std::make_shared<Page>()) {
    Seat seat{std::move(page), {}, shards[shard].get(), gateways[shard].get()};
    seat.connection = on(seat, [&] { return seat.gateway->opened(seat.page); });
    say(seat, std::move(hello));
    return seat;
  }

  void say(const Seat& seat, protocol::ClientMessage message) {
    on(seat, [&] {
      seat.gateway->received(seat.connection, std::move(message));
      return 0;
    });
  }

  void leave(const Seat& seat) {
    on(seat, [&] {
      seat.gateway->closed(seat.connection);
      return 0;
    });
  }

  CountingEntropy entropy;
  OsClock clock;
  std::optional<Meters> meters;
  FakeCalendar calendar;
  storage::MemoryKeys keys{entropy};
  std::shared_ptr<storage::MemoryDisk> disk = std::make_shared<storage::MemoryDisk>();
  std::unique_ptr<storage::MemoryLog> log;
  std::vector<std::unique_ptr<Shard>> shards;
  std::vector<std::unique_ptr<ShardGateway>> gateways;
  std::unique_ptr<Switchboard> switchboard;
  std::optional<World> world;
  std::shared_ptr<Directory> directory;

 private:
  void start() {
    log = std::make_unique<storage::MemoryLog>(disk, keys);
    std::vector<Switchboard::Line> lines;
    std::vector<Shard*> all;
    for (std::uint32_t i = 0; i < 2; ++i) {
      shards.push_back(std::make_unique<Shard>(i));
      gateways.push_back(std::make_unique<ShardGateway>(*shards.back()));
      lines.push_back({shards.back().get(), gateways.back().get()});
      all.push_back(shards.back().get());
    }
    switchboard = std::make_unique<Switchboard>(lines);
    session::CoreSettings settings;
    settings.build = "testbild";
    settings.address = "http://192.0.2.1";
    meters.emplace(clock, [] { return ProcessUse{}; });
    world.emplace(World{clock, calendar, entropy, *log, *switchboard, settings, &*meters});
    directory = std::make_shared<Directory>(all, *world);
    for (const auto& gateway : gateways) gateway->use(directory);
    for (const auto& shard : shards) threads_.emplace_back([&shard = *shard] { shard.run(); });
    std::promise<std::optional<std::size_t>> started;
    directory->start([&](std::optional<std::size_t> sessions) { started.set_value(sessions); });
    sessions_at_start = started.get_future().get();
  }

  void stop() {
    directory->stop();
    log->close();
    for (const auto& shard : shards) shard->stop();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
    for (const auto& gateway : gateways) gateway->use(nullptr);
    directory.reset();
    gateways.clear();  // and with them the hosts of whoever is still there, whose timers are the loops'
    shards.clear();    // and with the loops what was posted to them
  }

  std::vector<std::thread> threads_;

 public:
  std::optional<std::size_t> sessions_at_start;
};

}  // namespace durf::runtime
