// SPDX-License-Identifier: MIT
// How a session begins, goes on and ends.
#include <utility>

#include "domain/apply_one.hpp"
#include "domain/changes.hpp"
#include "domain/hat.hpp"
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
  DURF_ASSERT(event.phase != Phase::ended);  // that is SessionEnded's
  DURF_ASSERT(state.phase != Phase::ended || event.phase == Phase::live);
  state.phase = event.phase;
  state.definition.ended_day = 0;
  if (event.phase == Phase::live) state.screen.join_panel = false;
}

void apply_one(State& state, const RehearsalEnded&) {
  DURF_ASSERT(state.definition.rehearsal);
  Definition definition = std::move(state.definition);
  definition.rehearsal = false;
  // Its end and its results page went with it.
  definition.ended_day = 0;
  definition.results_hash = SecretHash{};
  state = begin(std::move(definition));
}

void apply_one(State& state, const SessionEnded& event) {
  DURF_ASSERT(state.phase != Phase::ended && event.day > 0);
  clear_highlight(state);
  state.timer_ms = 0;
  state.phase = Phase::ended;
  state.definition.ended_day = event.day;
}

/// The last fact. State and log are thrown away behind it; until then the archive is made from what stands
/// here.
void apply_one(State& state, const SessionClosed&) {
  DURF_ASSERT(state.phase == Phase::ended);
  DURF_ASSERT(is_hat_empty(state));  // everything came out first
}

}  // namespace durf::domain
