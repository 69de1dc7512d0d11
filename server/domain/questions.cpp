// SPDX-License-Identifier: MIT
#include "domain/questions.hpp"

#include <algorithm>

#include "durf/base/assert.hpp"

namespace durf::domain {

const Question* find_question(const State& state, const QuestionId& id) {
  const auto found = state.questions.find(id);
  return found == state.questions.end() || is_remnant(found->second) ? nullptr : &found->second;
}

const Question* find_released_question(const State& state, const QuestionId& id) {
  const Question* question = find_question(state, id);
  return question && !is_held(*question) ? question : nullptr;
}

const Question* find_visible_question(const State& state, const QuestionId& id) {
  const Question* question = find_question(state, id);
  return question && is_visible(*question) ? question : nullptr;
}

const Exchange* find_exchange(const Question& question, std::uint32_t place) {
  return place < question.exchanges.size() ? &question.exchanges[place] : nullptr;
}

const Exchange* find_released_reply(const Question& question, std::uint32_t place) {
  const Exchange* exchange = find_exchange(question, place);
  const bool released =
      exchange && exchange->status != ReplyStatus::none && exchange->status != ReplyStatus::held;
  return released ? exchange : nullptr;
}

QuestionId into_of(const State& state, const Question& question) {
  QuestionId into = question.merged_into;
  for (std::size_t steps = 0; steps <= state.questions.size(); ++steps) {
    const auto found = state.questions.find(into);
    if (found == state.questions.end() || !is_remnant(found->second)) return into;
    into = found->second.merged_into;
  }
  base::fail_assertion("merges lead nowhere in a circle", __FILE__, __LINE__);
}

std::size_t released_room_taken(const State& state) {
  return static_cast<std::size_t>(
      std::count_if(state.questions.begin(), state.questions.end(), [](const auto& entry) {
        return entry.second.status == QuestionStatus::pending || is_seen_by_all(entry.second);
      }));
}

std::size_t seen_by_all_count(const State& state) {
  return static_cast<std::size_t>(
      std::count_if(state.questions.begin(), state.questions.end(),
                    [](const auto& entry) { return is_seen_by_all(entry.second); }));
}

std::uint32_t support_of(const Question& question) {
  return static_cast<std::uint32_t>(std::count_if(question.upvotes.begin(), question.upvotes.end(),
                                                  [](const auto& entry) { return entry.second.up; }));
}

}  // namespace durf::domain
