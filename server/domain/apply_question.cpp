// SPDX-License-Identifier: MIT
// What participants do with questions.
#include <utility>

#include "domain/apply_one.hpp"
#include "domain/changes.hpp"
#include "domain/questions.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
void apply_one(State& state, const QuestionSubmitted& event) {
  DURF_ASSERT(!event.question.empty());
  Question question;
  question.text = event.text;
  question.topic = event.topic;
  question.authorship = event.authorship;
  question.receipt = event.receipt;
  question.upvotes[event.nullifier] =
      Upvote{.revision = 1, .up = true};  // as anybody's first upvote, or it would stand out
  const bool fresh = state.questions.emplace(event.question, std::move(question)).second;
  DURF_ASSERT(fresh);
}

void apply_one(State& state, const QuestionWithdrawn& event) {
  const auto found = state.questions.find(event.question);
  DURF_ASSERT(found != state.questions.end() && !is_remnant(found->second));
  Question& question = found->second;
  DURF_ASSERT(question.status != QuestionStatus::highlighted && question.status != QuestionStatus::answered);
  if (question.status == QuestionStatus::merged && question.merge_told) {
    // Those who supported it lose nothing: where they went and how many they were stays, and nothing else.
    Question remnant;
    remnant.status = QuestionStatus::merged;
    remnant.shown_support = question.shown_support;
    remnant.round = question.round;
    remnant.place = question.place;
    remnant.merged_into = question.merged_into;
    remnant.merged_support = question.merged_support;
    remnant.merge_told = true;
    question = std::move(remnant);
    return;
  }
  state.questions.erase(found);  // text, upvotes and proof of authorship: nothing stays
  free_merged_into(state, event.question);
}

void apply_one(State& state, const UpvoteChanged& event) {
  Question& question = question_that_came_out(state, event.question);
  DURF_ASSERT(is_seen_by_all(question));
  const auto [upvote, fresh] = question.upvotes.try_emplace(event.nullifier);
  DURF_ASSERT(fresh || event.revision > upvote->second.revision);
  upvote->second = Upvote{.revision = event.revision, .up = event.up};
  // shown_support stays: what people see moves when a round passes.
}

}  // namespace durf::domain
