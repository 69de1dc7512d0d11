// SPDX-License-Identifier: MIT
// Whether every shard's loop still turns: each is given a small task, and answers by doing it. One that hangs answers nobody, so
// nobody is told that all is well, and whoever waits for that (systemd's watchdog) starts the server again. Asked on one thread;
// outlives the shards' loops or is asked no more.
#pragma once

#include <atomic>
#include <boost/asio/post.hpp>
#include <memory>
#include <utility>
#include <vector>

#include "durf/runtime/shard.hpp"

namespace durf::app {

class Watchdog {
 public:
  explicit Watchdog(std::vector<runtime::Shard*> shards) : shards_(std::move(shards)) {}

  /// Whether all have answered since this was asked last; then they are given the next task. The first time: yes.
  bool all_turn() {
    if (*waiting_ > 0) return false;
    *waiting_ = shards_.size();
    for (runtime::Shard* shard : shards_) boost::asio::post(shard->loop(), [waiting = waiting_] { --*waiting; });
    return true;
  }

 private:
  std::vector<runtime::Shard*> shards_;
  std::shared_ptr<std::atomic<std::size_t>> waiting_ = std::make_shared<std::atomic<std::size_t>>(0);
};

}  // namespace durf::app
