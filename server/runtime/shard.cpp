// SPDX-License-Identifier: MIT
#include "durf/runtime/shard.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace durf::runtime {

namespace {

using Clock = std::chrono::steady_clock;

// Of handlers, of answers and of a crowd alike, so that each of the three has a third of a busy loop. Long enough that frames
// of one moment join, short enough that nobody waits: without a cap a busy loop never flushed, and a frame for 11,000 kept
// everybody else waiting for 80 ms.
constexpr std::size_t turn_handlers_max = 256;
constexpr std::size_t turn_flushes_max = 256;
constexpr auto turn_max = std::chrono::milliseconds(1);

}  // namespace

Shard::Shard(std::uint32_t index) : index_(index), work_(loop_.get_executor()) {}

void Shard::flush_later(std::shared_ptr<Flushable> flushable, Lane lane) {
  if (std::exchange(flushable->stands_in_[static_cast<std::size_t>(lane)], true)) return;
  waiting_in(lane).push_back(std::move(flushable));
}

void Shard::run() {
  while (!loop_.stopped()) {
    run_handlers();
    flush(Lane::answers);
    flush(Lane::crowd);
  }
}

void Shard::stop() { loop_.stop(); }

void Shard::run_handlers() {
  // With something to flush the loop may not fall asleep.
  std::size_t ran = nobody_waits() ? loop_.run_one() : loop_.poll_one();
  const auto ends = Clock::now() + turn_max;
  for (std::size_t handlers = 1; ran > 0 && handlers < turn_handlers_max; ++handlers) {
    if (Clock::now() >= ends) break;
    ran = loop_.poll_one();
  }
}

void Shard::flush(Lane lane) {
  Waiting& waiting = waiting_in(lane);
  if (waiting.empty()) return;
  const auto ends = Clock::now() + turn_max;
  // What is marked while flushing belongs to the next turn.
  for (std::size_t left = std::min(waiting.size(), turn_flushes_max); left > 0; --left) {
    const auto held = std::move(waiting.front());
    waiting.pop_front();
    held->stands_in_[static_cast<std::size_t>(lane)] = false;
    held->flush();
    if (Clock::now() >= ends) return;
  }
}

}  // namespace durf::runtime
