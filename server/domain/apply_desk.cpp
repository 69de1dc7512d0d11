// SPDX-License-Identifier: MIT
#include "domain/apply_one.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {

void apply_one(State& state, const LinkSet& event) {
  DURF_ASSERT(event.role != Role::participant && event.role != Role::system);
  Link& link = state.definition.links[event.link];
  link = Link{.role = event.role, .label = event.label, .secret_hash = event.secret_hash};
  DURF_ASSERT(state.definition.links.size() <= limits::links_max);
}

void apply_one(State& state, const LinkRevoked& event) {
  const auto gone = state.definition.links.erase(event.link);
  DURF_ASSERT(gone == 1);
}

}  // namespace durf::domain
