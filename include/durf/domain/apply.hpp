// SPDX-License-Identifier: MIT
// Facts into state: total (every event that was decided can be applied), no clock, no entropy, no floating point. The same
// log always gives the same state. An event that does not fit the state is a bug or a broken log: it throws base::Bug.
#pragma once

#include "durf/domain/event.hpp"
#include "durf/domain/state.hpp"

namespace durf::domain {

// Call them by their full names: an unqualified call with a vector or variant that is not const would mean std::apply.
void apply(State& state, const Event& event);
void apply(State& state, const Events& events);

}  // namespace durf::domain
