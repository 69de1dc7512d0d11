// SPDX-License-Identifier: MIT
// What decide, apply and project ask about questions. Pure.
#pragma once

#include <cstddef>
#include <cstdint>

#include "durf/domain/state.hpp"

namespace durf::domain {

inline bool is_held(const Question& question) { return question.status == QuestionStatus::held; }

/// Open, highlighted or answered.
inline bool is_visible(const Question& question) {
  return question.status == QuestionStatus::open || question.status == QuestionStatus::highlighted ||
         question.status == QuestionStatus::answered;
}

/// Until phones are told of its merge, the room goes on seeing a question as an open one.
inline bool is_merged_untold(const Question& question) {
  return question.status == QuestionStatus::merged && !question.merge_told;
}

/// Seen by everyone: visible, or merged and not yet told.
inline bool is_seen_by_all(const Question& question) {
  return is_visible(question) || is_merged_untold(question);
}

/// What is left of a merged question that was withdrawn: the number of those who supported it, and where they
/// went.
inline bool is_remnant(const Question& question) {
  return question.status == QuestionStatus::merged && question.merge_told && question.authorship.empty();
}

/// Null when there is no such question, or only a remnant of it.
const Question* find_question(const State& state, const QuestionId& id);

/// Null also when it is still held: to everyone but its author, held and never heard of are the same.
const Question* find_released_question(const State& state, const QuestionId& id);

/// Null unless it is open, highlighted or answered.
const Question* find_visible_question(const State& state, const QuestionId& id);

/// Null when nothing was asked back there.
const Exchange* find_exchange(const Question& question, std::uint32_t place);

/// A reply that came out, whatever became of it. Null otherwise: held and never written are the same.
const Exchange* find_released_reply(const Question& question, std::uint32_t place);

/// Where a merge leads now: past questions that were merged further on and then withdrawn.
QuestionId into_of(const State& state, const Question& question);

/// Seen by all or pending: what came out and may be visible without being asked anew.
std::size_t released_room_taken(const State& state);

/// What a phone holds.
std::size_t seen_by_all_count(const State& state);

}  // namespace durf::domain
