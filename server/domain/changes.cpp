// SPDX-License-Identifier: MIT
#include "domain/changes.hpp"

#include <algorithm>
#include <vector>

#include "domain/questions.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

void stand_by_itself(Question& question) {
  question.status = QuestionStatus::open;
  question.merged_into = QuestionId{};
  // Its own upvotes went when phones were told. How many they were is not lost: phones may bring them back.
  if (question.merge_told) question.kept_support = std::max(question.kept_support, question.merged_support);
  question.merged_support = 0;
  question.merge_told = false;
}

}  // namespace

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
  std::vector<QuestionId> going = {gone};
  while (!going.empty()) {
    const QuestionId into = going.back();
    going.pop_back();
    for (auto it = state.questions.begin(); it != state.questions.end();) {
      Question& question = it->second;
      if (question.status != QuestionStatus::merged || question.merged_into != into) {
        ++it;
      } else if (is_remnant(question)) {
        // Its author took it back, its supporters have nowhere to go, and what was merged into it stands by
        // itself too.
        going.push_back(it->first);
        it = state.questions.erase(it);
      } else {
        stand_by_itself(question);
        ++it;
      }
    }
  }
}

}  // namespace durf::domain
