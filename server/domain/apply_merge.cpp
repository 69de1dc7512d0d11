// SPDX-License-Identifier: MIT
#include "domain/apply_one.hpp"
#include "domain/changes.hpp"
#include "domain/questions.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

Question& untold(State& state, const QuestionId& id) {
  Question& question = question_that_came_out(state, id);
  DURF_ASSERT(is_merged_untold(question));
  return question;
}

}  // namespace

void apply_one(State& state, const QuestionMerged& event) {
  DURF_ASSERT(event.question != event.into);
  const Question& into = visible_question(state, event.into);
  DURF_ASSERT(into.status != QuestionStatus::answered);
  Question& question = visible_question(state, event.question);
  DURF_ASSERT(question.status == QuestionStatus::open);
  question.status = QuestionStatus::merged;
  question.merged_into = event.into;
  question.merged_support = question.shown_support;
}

void apply_one(State& state, const MergeUndone& event) {
  Question& question = untold(state, event.question);
  question.status = QuestionStatus::open;
  question.merged_into = QuestionId{};
  question.merged_support = 0;
}

void apply_one(State& state, const MergeTold& event) {
  Question& question = untold(state, event.question);
  question.merge_told = true;
  question.upvotes.clear();  // phones bring them to the other one
}

}  // namespace durf::domain
