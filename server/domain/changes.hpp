// SPDX-License-Identifier: MIT
// Changes that several facts share, and the finding of what they change. What is not there is a bug.
#pragma once

#include "durf/domain/state.hpp"

namespace durf::domain {

/// Not held, not withdrawn.
Question& question_that_came_out(State& state, const QuestionId& id);

/// Open, highlighted or answered.
Question& visible_question(State& state, const QuestionId& id);

/// The highlighted question, if there is one, is open again.
void clear_highlight(State& state);

/// What was merged into a question that goes away stands by itself again, with the support that it had.
void free_merged_into(State& state, const QuestionId& gone);

}  // namespace durf::domain
