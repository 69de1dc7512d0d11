// SPDX-License-Identifier: MIT
#include "durf/runtime/shard.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "durf/base/dead_stack.hpp"

namespace durf::runtime {

namespace {

using Clock = std::chrono::steady_clock;

// Of handlers, of answers and of a crowd alike, so that each of the three has a third of a busy loop. Long enough that frames
// of one moment join, short enough that nobody waits: without a cap a busy loop never flushed, and a frame for 11,000 kept
// everybody else waiting for 80 ms.
constexpr std::size_t turn_handlers_max = 256;
constexpr std::size_t turn_flushes_max = 256;
constexpr auto turn_max = std::chrono::milliseconds(1);

/// How long what a handler leaves on the stack stays there at most, busy or idle.
constexpr auto wipe_stack_every = std::chrono::seconds(1);
constexpr auto never = Clock::time_point::max();

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
    wipe_stack_when_due();
  }
}

void Shard::stop() { loop_.stop(); }

void Shard::run_handlers() {
  // With something to flush the loop may not fall asleep.
  std::size_t ran = nobody_waits() ? wait_for_one() : loop_.poll_one();
  const auto began = Clock::now();
  if (ran > 0 && wipe_stack_at_ == never) wipe_stack_at_ = began + wipe_stack_every;
  const auto ends = began + turn_max;
  for (std::size_t handlers = 1; ran > 0 && handlers < turn_handlers_max; ++handlers) {
    if (Clock::now() >= ends) break;
    ran = loop_.poll_one();
  }
}

std::size_t Shard::wait_for_one() {
  return wipe_stack_at_ == never ? loop_.run_one() : loop_.run_one_until(wipe_stack_at_);
}

void Shard::wipe_stack_when_due() {
  if (Clock::now() < wipe_stack_at_) return;
  base::wipe_dead_stack();
  wipe_stack_at_ = never;
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
