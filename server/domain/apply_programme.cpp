// SPDX-License-Identifier: MIT
// The length of the rounds, the screen and the timer.
#include "domain/apply_one.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {

void apply_one(State& state, const RoundsLengthened& event) {
  DURF_ASSERT(event.round_ms > state.definition.round_ms);
  DURF_ASSERT(event.round_ms <= limits::round_ms_max);
  state.definition.round_ms = event.round_ms;
}

void apply_one(State& state, const ScreenSet& event) {
  state.screen = Screen{.blank = event.blank, .join_panel = event.join_panel};
}

void apply_one(State& state, const TimerSet& event) {
  DURF_ASSERT(event.duration_ms >= 0 && event.duration_ms <= limits::timer_ms_max);
  state.timer_ms = event.duration_ms;
}

}  // namespace durf::domain
