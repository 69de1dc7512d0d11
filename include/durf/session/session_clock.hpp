// SPDX-License-Identifier: MIT
// The deadlines of a session on a steady clock: the round and the projector's timer. A clock that jumps far ahead (a laptop
// that slept) makes one round, not ten. Owned by the session core. Pure.
#pragma once

#include <cstdint>
#include <optional>

#include "durf/base/clock.hpp"
#include "durf/protocol/encode.hpp"

namespace durf::session {

class SessionClock {
 public:
  /// Rounds begin now, with a whole one.
  void start_rounds(base::SteadyMs now, std::int64_t round_ms);
  void stop_rounds() { round_at_.reset(); }
  /// The round that runs keeps its end; the ones after it take the new length.
  void set_round_length(std::int64_t round_ms) { round_ms_ = round_ms; }

  /// Whether a round's time is over; if so, the next one has begun. Rounds keep their beat when this is asked late by less
  /// than a round, because pages count on by themselves.
  bool take_round(base::SteadyMs now);

  void start_timer(base::SteadyMs now, std::int64_t duration_ms);
  void stop_timer() { timer_at_.reset(); }

  std::optional<base::SteadyMs> round_at() const { return round_at_; }
  protocol::ClockReading read(base::SteadyMs now) const;

 private:
  std::optional<base::SteadyMs> round_at_;
  std::int64_t round_ms_ = 0;
  std::optional<base::SteadyMs> timer_at_;
  std::int64_t timer_ms_ = 0;
};

}  // namespace durf::session
