// SPDX-License-Identifier: MIT
#include "durf/runtime/shard.hpp"

#include <chrono>
#include <utility>

namespace durf::runtime {

namespace {
// Long enough that frames of one moment join, short enough that nobody waits: without a cap a busy loop never
// flushed.
constexpr int turn_handlers_max = 256;
constexpr auto turn_max = std::chrono::milliseconds(1);
}  // namespace

Shard::Shard(std::uint32_t index) : index_(index), work_(loop_.get_executor()) {}

void Shard::flush_later(std::shared_ptr<Flushable> flushable) { dirty_.push_back(std::move(flushable)); }

void Shard::run() {
  while (!loop_.stopped()) {
    // With something to flush the loop may not fall asleep.
    std::size_t ran = dirty_.empty() ? loop_.run_one() : loop_.poll_one();
    const auto turn_ends = std::chrono::steady_clock::now() + turn_max;
    for (int handlers = 1; ran > 0 && handlers < turn_handlers_max; ++handlers) {
      if (std::chrono::steady_clock::now() >= turn_ends) break;
      ran = loop_.poll_one();
    }
    flush();
  }
}

void Shard::stop() { loop_.stop(); }

void Shard::flush() {
  // What is marked while flushing belongs to the next turn.
  flushing_.swap(dirty_);
  for (auto& flushable : flushing_) {
    const auto held = std::move(flushable);
    held->flush();
  }
  flushing_.clear();
}

}  // namespace durf::runtime
