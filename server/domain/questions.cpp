// SPDX-License-Identifier: MIT
#include "domain/questions.hpp"

#include <algorithm>

namespace durf::domain {

const Question* find_question(const State& state, const QuestionId& id) {
  const auto found = state.questions.find(id);
  return found == state.questions.end() ? nullptr : &found->second;
}

const Question* find_visible_question(const State& state, const QuestionId& id) {
  const Question* question = find_question(state, id);
  return question && is_visible(*question) ? question : nullptr;
}

std::size_t held_count(const State& state) {
  return static_cast<std::size_t>(std::count_if(state.questions.begin(), state.questions.end(),
                                                [](const auto& entry) { return !is_visible(entry.second); }));
}

std::uint32_t support_of(const Question& question) {
  return static_cast<std::uint32_t>(std::count_if(question.upvotes.begin(), question.upvotes.end(),
                                                  [](const auto& entry) { return entry.second.up; }));
}

}  // namespace durf::domain
