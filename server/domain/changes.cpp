// SPDX-License-Identifier: MIT
#include "domain/changes.hpp"

#include "domain/questions.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {

Question& question_that_came_out(State& state, const QuestionId& id) {
  const auto found = state.questions.find(id);
  DURF_ASSERT(found != state.questions.end());
  DURF_ASSERT(!is_held(found->second) && !is_remnant(found->second));
  return found->second;
}

Question& visible_question(State& state, const QuestionId& id) {
  Question& question = question_that_came_out(state, id);
  DURF_ASSERT(is_visible(question));
  return question;
}

void clear_highlight(State& state) {
  if (state.highlighted.empty()) return;
  Question& question = visible_question(state, state.highlighted);
  DURF_ASSERT(question.status == QuestionStatus::highlighted);
  question.status = QuestionStatus::open;
  state.highlighted = QuestionId{};
}

void free_merged_into(State& state, const QuestionId& gone) {
  for (auto it = state.questions.begin(); it != state.questions.end();) {
    Question& question = it->second;
    if (question.status != QuestionStatus::merged || question.merged_into != gone) {
      ++it;
    } else if (is_remnant(question)) {
      it = state.questions.erase(it);  // its author took it back, and its supporters have nowhere to go
    } else {
      question.status = QuestionStatus::open;
      question.merged_into = QuestionId{};
      // Its own upvotes went when phones were told. What they were is not lost: phones may bring them back.
      if (!question.merge_told) question.merged_support = 0;
      question.merge_told = false;
      ++it;
    }
  }
}

}  // namespace durf::domain
