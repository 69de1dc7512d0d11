// SPDX-License-Identifier: MIT
#include "domain/apply_one.hpp"
#include "domain/questions.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

Question& visible_question(State& state, const QuestionId& id) {
  const auto found = state.questions.find(id);
  DURF_ASSERT(found != state.questions.end());
  DURF_ASSERT(is_visible(found->second));
  return found->second;
}

void clear_highlight(State& state) {
  if (state.highlighted.empty()) return;
  Question& question = visible_question(state, state.highlighted);
  DURF_ASSERT(question.status == QuestionStatus::highlighted);
  question.status = QuestionStatus::open;
  state.highlighted = QuestionId{};
}

}  // namespace

void apply_one(State& state, const QuestionSubmitted& event) {
  DURF_ASSERT(!event.question.empty());
  Question question;
  question.text = event.text;
  question.topic = event.topic;
  question.authorship = event.authorship;
  question.receipt = event.receipt;
  question.upvotes[event.nullifier] = Upvote{.revision = 1, .up = true};  // as anybody's first upvote, or it would stand out
  const bool fresh = state.questions.emplace(event.question, std::move(question)).second;
  DURF_ASSERT(fresh);
}

void apply_one(State& state, const QuestionWithdrawn& event) {
  const auto found = state.questions.find(event.question);
  DURF_ASSERT(found != state.questions.end());
  DURF_ASSERT(found->second.status == QuestionStatus::held || found->second.status == QuestionStatus::open);
  state.questions.erase(found);  // text, upvotes and proof of authorship: nothing stays
}

void apply_one(State& state, const UpvoteChanged& event) {
  Question& question = visible_question(state, event.question);
  const auto [upvote, fresh] = question.upvotes.try_emplace(event.nullifier);
  DURF_ASSERT(fresh || event.revision > upvote->second.revision);
  upvote->second = Upvote{.revision = event.revision, .up = event.up};
  // shown_support stays: what people see moves when a round passes.
}

void apply_one(State& state, const QuestionHighlighted& event) {
  clear_highlight(state);
  if (event.question.empty()) return;
  Question& question = visible_question(state, event.question);
  DURF_ASSERT(question.status == QuestionStatus::open);
  question.status = QuestionStatus::highlighted;
  state.highlighted = event.question;
  // Nobody wants to answer under a join panel. Whether the screen is blank stays the facilitator's choice.
  state.screen.join_panel = false;
}

void apply_one(State& state, const QuestionAnswered& event) {
  if (state.highlighted == event.question) clear_highlight(state);
  Question& question = visible_question(state, event.question);
  DURF_ASSERT(question.status == QuestionStatus::open);
  question.status = QuestionStatus::answered;
}

void apply_one(State& state, const QuestionReopened& event) {
  Question& question = visible_question(state, event.question);
  DURF_ASSERT(question.status == QuestionStatus::answered);
  question.status = QuestionStatus::open;
}

}  // namespace durf::domain
