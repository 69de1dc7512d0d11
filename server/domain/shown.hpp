// SPDX-License-Identifier: MIT
// The numbers that people see move with rounds only. Here is what they would be now; the state holds what
// they were when the last round passed. Pure.
#pragma once

#include <cstdint>
#include <map>

#include "durf/domain/state.hpp"

namespace durf::domain {

/// Of every question that came out. Nobody counts twice: a question is supported by its own nullifiers or by
/// what was merged into it, whichever are more. Supporters of a merged one bring their nullifiers by and by,
/// so this is never too high.
std::map<QuestionId, std::uint32_t> support_to_show(const State& state);

/// The same for one question.
std::uint32_t shown_support_of(const State& state, const QuestionId& id);

Tally tally_of(const State& state);

/// Nothing under `verdicts_shown_from`; from then on what was shown last, until there are `verdicts_step_min`
/// more: two totals that differ by one verdict would tell it. Who thinks better of it is told with the next
/// step. Whatever became of a question, its verdict counts: else reopening one would tell it.
Verdicts verdicts_to_show(const State& state);

/// Whether a round would change anything that people see, apart from what is in the hat.
bool is_shown_outdated(const State& state);

/// Brings all of it up to date.
void show_what_is(State& state);

}  // namespace durf::domain
