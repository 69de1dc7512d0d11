// SPDX-License-Identifier: MIT
// What decide, apply and project ask about questions. Pure.
#pragma once

#include <cstddef>

#include "durf/domain/state.hpp"

namespace durf::domain {

/// Came out of the hat: open, highlighted or answered.
inline bool is_visible(const Question& question) { return question.status != QuestionStatus::held; }

/// Null when there is no such question.
const Question* find_question(const State& state, const QuestionId& id);

/// Null when there is no such question or it is still held: to everyone but its author the two are the same.
const Question* find_visible_question(const State& state, const QuestionId& id);

std::size_t held_count(const State& state);

}  // namespace durf::domain
