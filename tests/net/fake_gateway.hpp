// SPDX-License-Identifier: MIT
// A gateway that writes down what it is told and lets a test wait for it. Called on the shard's thread, asked
// by the test's.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "durf/runtime/gateway.hpp"

namespace durf::net::testing {

class FakeGateway final : public runtime::Gateway {
 public:
  explicit FakeGateway(std::uint32_t shard = 0) : shard_(shard) {}

  // What a test may set before the shard runs.
  bool everyone_is_desk = false;
  std::map<domain::ResultsSecret, std::string> results_pages;
  std::map<protocol::Secret, std::string> sessions;
  runtime::AskOutcome delete_outcome = runtime::AskRefusal::not_closed;
  runtime::CreateOutcome create_outcome = runtime::CreateRefusal::sessions_full;
  std::function<void(runtime::Connection&, const protocol::ClientMessage&)> on_message;
  std::function<void(runtime::Connection&)> on_opened;
  std::function<void(runtime::Connection&)> on_drained;

  runtime::ConnectionId opened(std::shared_ptr<runtime::Connection> connection) override {
    const runtime::ConnectionId id{shard_, ++serial_};
    if (on_opened) on_opened(*connection);
    connections_[id] = std::move(connection);
    note([this] { ++opened_count_; });
    return id;
  }
  void received(runtime::ConnectionId connection, protocol::ClientMessage message) override {
    if (on_message) on_message(*connections_.at(connection), message);
    note([&] { messages_.push_back(std::move(message)); });
  }
  void drained(runtime::ConnectionId connection) override {
    if (on_drained) on_drained(*connections_.at(connection));
    note([this] { ++drained_count_; });
  }
  void closed(runtime::ConnectionId connection) override {
    connections_.erase(connection);
    note([this] { ++closed_count_; });
  }
  void create_session(protocol::CreateSession, std::function<void(runtime::CreateOutcome)> done) override {
    done(create_outcome);
  }
  void results(domain::ResultsSecret secret, std::function<void(runtime::AskOutcome)> done) override {
    done(found(results_pages, secret));
  }
  void session_state(protocol::Secret secret, std::function<void(runtime::AskOutcome)> done) override {
    done(found(sessions, secret));
  }
  void delete_session(protocol::Secret secret, std::function<void(runtime::AskOutcome)> done) override {
    done(sessions.contains(secret) ? delete_outcome : runtime::AskRefusal::unknown_session);
  }
  bool is_desk(runtime::ConnectionId) const override { return everyone_is_desk; }

  /// On the shard's thread.
  runtime::Connection& only_connection() { return *connections_.begin()->second; }

  // On the test's thread. False: it did not happen within the limit that only a failing test reaches.
  bool wait_opened(std::size_t count = 1) {
    return wait([=, this] { return opened_count_ >= count; });
  }
  bool wait_closed(std::size_t count = 1) {
    return wait([=, this] { return closed_count_ >= count; });
  }
  bool wait_drained(std::size_t count = 1) {
    return wait([=, this] { return drained_count_ >= count; });
  }
  bool wait_messages(std::size_t count) {
    return wait([=, this] { return messages_.size() >= count; });
  }
  std::size_t opened_count() {
    const std::lock_guard lock(mutex_);
    return opened_count_;
  }
  std::size_t closed_count() {
    const std::lock_guard lock(mutex_);
    return closed_count_;
  }
  std::vector<protocol::ClientMessage> messages() {
    const std::lock_guard lock(mutex_);
    return messages_;
  }

 private:
  template <class Secret>
  static runtime::AskOutcome found(const std::map<Secret, std::string>& all, const Secret& secret) {
    const auto one = all.find(secret);
    return one == all.end() ? runtime::AskOutcome(runtime::AskRefusal::unknown_session) : one->second;
  }
  template <class Change>
  void note(Change change) {
    const std::lock_guard lock(mutex_);
    change();
    changed_.notify_all();
  }
  template <class Condition>
  bool wait(Condition condition) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(20), condition);
  }

  std::uint32_t shard_;
  std::uint64_t serial_ = 0;
  std::map<runtime::ConnectionId, std::shared_ptr<runtime::Connection>> connections_;  // shard's thread only
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<protocol::ClientMessage> messages_;
  std::size_t opened_count_ = 0;
  std::size_t closed_count_ = 0;
  std::size_t drained_count_ = 0;
};

}  // namespace durf::net::testing
