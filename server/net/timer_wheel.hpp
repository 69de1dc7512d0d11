// SPDX-License-Identifier: MIT
// All timeouts of one shard in one place: a connection has a link in a list and no timer of the operating
// system or of Asio. Coarse (one tick) and cheap. Pure: time comes in as an argument. Used on the shard's
// thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "durf/base/clock.hpp"

namespace durf::net {

class TimerWheel {
 public:
  static constexpr std::int64_t tick_ms = 128;

  /// A place in a ring.
  struct Link {
    Link* next = this;
    Link* previous = this;
  };

  /// What waits on a wheel. Leaves the wheel when it is destroyed.
  class Waiter : private Link {
   public:
    Waiter() = default;
    Waiter(const Waiter&) = delete;
    Waiter& operator=(const Waiter&) = delete;
    virtual ~Waiter() { unlink(); }
    /// Its time has come; it is off the wheel and may be set again. May set and cancel any waiter, may not
    /// destroy others.
    virtual void due(base::SteadyMs now) = 0;

   private:
    friend class TimerWheel;
    void unlink();

    TimerWheel* wheel_ = nullptr;
    base::SteadyMs at_;
  };

  explicit TimerWheel(base::SteadyMs now);

  /// Fires in the first `advance` that is at or after `at`; an earlier setting is replaced.
  void set(Waiter& waiter, base::SteadyMs at);
  void cancel(Waiter& waiter) { waiter.unlink(); }

  /// Fires what is due. Time that goes backwards is taken as standing still.
  void advance(base::SteadyMs now);

  bool empty() const { return waiting_ == 0; }

 private:
  static constexpr std::int64_t slots = 512;  // 65 s; what is due later stays in its slot for another round

  static std::int64_t tick_of(base::SteadyMs at) { return at.value / tick_ms; }
  void fire_slot(std::int64_t tick, base::SteadyMs now);

  std::array<Link, slots> slots_;
  base::SteadyMs now_;
  std::size_t waiting_ = 0;
};

}  // namespace durf::net
