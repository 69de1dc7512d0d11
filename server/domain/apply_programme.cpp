// SPDX-License-Identifier: MIT
#include <utility>

#include "domain/apply_one.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

State begin(Definition definition) {
  State state;
  state.phase = definition.lobby ? Phase::lobby : Phase::live;
  state.definition = std::move(definition);
  return state;
}

}  // namespace

void apply_one(State& state, const SessionCreated& event) {
  DURF_ASSERT(state == State{});  // the first fact of a log
  state = begin(event.definition);
}

void apply_one(State& state, const PhaseChanged& event) {
  DURF_ASSERT(state.phase != event.phase);
  state.phase = event.phase;
  if (event.phase == Phase::live) state.screen.join_panel = false;
}

void apply_one(State& state, const RehearsalEnded&) {
  DURF_ASSERT(state.definition.rehearsal);
  Definition definition = std::move(state.definition);
  definition.rehearsal = false;
  state = begin(std::move(definition));
}

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
