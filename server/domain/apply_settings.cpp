// SPDX-License-Identifier: MIT
// Name, code, time to keep, results page.
#include "domain/apply_one.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {

void apply_one(State& state, const SessionRenamed& event) { state.definition.title = event.title; }

void apply_one(State& state, const JoinCodeChanged& event) { state.definition.join_code = event.code; }

void apply_one(State& state, const KeepDaysSet& event) {
  DURF_ASSERT(event.days >= limits::keep_days_min && event.days <= limits::keep_days_max);
  state.definition.keep_days = event.days;
}

void apply_one(State& state, const ResultsLinkSet& event) {
  DURF_ASSERT(event.secret.empty() == event.secret_hash.empty());
  state.results = event.secret;
  state.definition.results_hash = event.secret_hash;
}

}  // namespace durf::domain
