// SPDX-License-Identifier: MIT
// The part of the gate through which questions pass, with all that hangs on them. Called by project.cpp
// alone.
#pragma once

#include "durf/domain/project.hpp"

namespace durf::domain {

/// Facilitators see what moderators see, and what the stage sees.
bool sees_as_moderator(Audience audience);
bool sees_as_stage(Audience audience);

/// Puts what the audience may see of questions, answers and exchanges, and to participants receipts and
/// merges.
void put_questions(View& view, const State& state, Audience audience);

/// How many questions and replies wait for a moderator.
std::int64_t pending_count(const State& state);

}  // namespace durf::domain
