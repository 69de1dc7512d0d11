// SPDX-License-Identifier: MIT
#include "durf/domain/apply.hpp"

#include "domain/apply_one.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {

void apply(State& state, const Event& event) {
  std::visit([&](const auto& fact) { apply_one(state, fact); }, event);
}

void apply(State& state, const Events& events) {
  for (const Event& event : events) apply(state, event);
}

void apply_one(State& state, const CommandAccepted& event) {
  const bool first = state.accepted.insert(event.command).second;
  DURF_ASSERT(first);  // a command takes effect once
}

}  // namespace durf::domain
