// SPDX-License-Identifier: MIT
#include "durf/session/session_clock.hpp"

#include <algorithm>

#include "durf/base/assert.hpp"

namespace durf::session {

void SessionClock::start_rounds(base::SteadyMs now, std::int64_t round_ms) {
  DURF_ASSERT(round_ms > 0);
  round_ms_ = round_ms;
  round_at_ = now + round_ms;
}

bool SessionClock::take_round(base::SteadyMs now) {
  if (!round_at_ || now < *round_at_) return false;
  const base::SteadyMs on_the_beat = *round_at_ + round_ms_;
  round_at_ = on_the_beat > now ? on_the_beat : now + round_ms_;
  return true;
}

void SessionClock::start_timer(base::SteadyMs now, std::int64_t duration_ms) {
  timer_ms_ = duration_ms;
  timer_at_ = now + duration_ms;
}

protocol::ClockReading SessionClock::read(base::SteadyMs now) const {
  protocol::ClockReading reading;
  if (round_at_) reading.round = {std::max<std::int64_t>(0, *round_at_ - now), round_ms_};
  if (timer_at_) reading.timer = {std::max<std::int64_t>(0, *timer_at_ - now), timer_ms_};
  return reading;
}

}  // namespace durf::session
