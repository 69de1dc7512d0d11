// SPDX-License-Identifier: MIT
#include "net/station.hpp"

#include <boost/asio/post.hpp>
#include <chrono>
#include <utility>

#include "net/limits.hpp"

namespace durf::net {

Station::Station(std::shared_ptr<Site> site, runtime::Shard& shard, runtime::Gateway& gateway)
    : site_(std::move(site)),
      shard_(shard),
      gateway_(gateway),
      wheel_(site_->clock.now()),
      ticker_(executor()),
      dice_(std::random_device{}()) {}

void Station::wake(TimerWheel::Waiter& waiter, base::SteadyMs at) {
  wheel_.set(waiter, at);
  if (!ticking_) tick();
}

void Station::tick() {
  // The wheel reads the given clock; this timer only says how often. An empty wheel lets the process sleep.
  ticking_ = !wheel_.empty();
  if (!ticking_) return;
  ticker_.expires_after(std::chrono::milliseconds(TimerWheel::tick_ms));
  ticker_.async_wait([self = shared_from_this()](error_code error) {
    if (error) return;
    self->advance();
    self->tick();
  });
}

std::int64_t Station::random_ms(std::int64_t from, std::int64_t to) {
  return std::uniform_int_distribution<std::int64_t>(from, to)(dice_);
}

void Station::arrive(Guest& guest) {
  site_->connections.fetch_add(1, std::memory_order_relaxed);
  roster_.add(guest);
}

void Station::depart(Guest& guest) {
  site_->connections.fetch_sub(1, std::memory_order_relaxed);
  roster_.remove(guest);
  tell_when_gone();
}

Station::Waiting::iterator Station::await_head(Guest& guest) {
  return await(heads_, limits::heads_unfinished_max, guest);
}

Station::Waiting::iterator Station::await_body(Guest& guest) {
  return await(bodies_, limits::bodies_unfinished_max, guest);
}

Station::Waiting::iterator Station::await(Waiting& waiting, std::size_t max, Guest& guest) {
  if (waiting.size() >= max) {
    site_->counted.count(Counted::refused_heads);
    waiting.front()->cut();
    // It leaves when it hears of that. Who comes before then must not find the same one first again.
    waiting.splice(waiting.end(), waiting, waiting.begin());
  }
  return waiting.insert(waiting.end(), &guest);
}

void Station::close(std::function<void()> gone) {
  closing_ = true;
  wheel_.cancel(reporter_);
  gone_ = std::move(gone);
  roster_.ask_all_to_leave();
  tell_when_gone();
}

void Station::report_counts() {
  asio::post(executor(), [self = shared_from_this()] { self->reporter_.due(self->now()); });
}

void Station::Reporter::due(base::SteadyMs now) {
  station.site_->counted.report();
  station.site_->gate.tidy();
  station.wake(*this, now + limits::report_every_ms);
}

void Station::tell_when_gone() {
  if (!closing_ || roster_.size() > 0 || !gone_) return;
  std::exchange(gone_, nullptr)();
}

}  // namespace durf::net
