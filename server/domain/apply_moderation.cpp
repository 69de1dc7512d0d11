// SPDX-License-Identifier: MIT
// What moderators do with questions and replies that came out, and how a session is moderated.
#include "domain/apply_one.hpp"
#include "domain/changes.hpp"
#include "domain/questions.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

Exchange& reply_that_came_out(State& state, const ReplyId& id) {
  Question& question = question_that_came_out(state, id.question);
  DURF_ASSERT(id.place < question.exchanges.size());
  Exchange& exchange = question.exchanges[id.place];
  DURF_ASSERT(exchange.status != ReplyStatus::none && exchange.status != ReplyStatus::held);
  return exchange;
}

}  // namespace

void apply_one(State& state, const QuestionApproved& event) {
  Question& question = question_that_came_out(state, event.question);
  DURF_ASSERT(question.status == QuestionStatus::pending);
  question.status = QuestionStatus::open;
}

void apply_one(State& state, const QuestionHeldBack& event) {
  Question& question = question_that_came_out(state, event.question);
  DURF_ASSERT(question.status == QuestionStatus::open);
  question.status = QuestionStatus::pending;
}

void apply_one(State& state, const QuestionRefused& event) {
  if (state.highlighted == event.question) clear_highlight(state);
  Question& question = question_that_came_out(state, event.question);
  DURF_ASSERT(question.status != QuestionStatus::merged);
  // Refused once more with another reason: restoring still gives back what it was at first.
  if (question.status != QuestionStatus::refused) question.before_refusal = question.status;
  question.status = QuestionStatus::refused;
  question.reason = event.reason;
}

void apply_one(State& state, const QuestionRestored& event) {
  Question& question = question_that_came_out(state, event.question);
  DURF_ASSERT(question.status == QuestionStatus::refused);
  question.status = question.before_refusal;
}

void apply_one(State& state, const ReplyApproved& event) {
  Exchange& exchange = reply_that_came_out(state, event.reply);
  DURF_ASSERT(exchange.status != ReplyStatus::open);
  exchange.status = ReplyStatus::open;
}

void apply_one(State& state, const ReplyRefused& event) {
  Exchange& exchange = reply_that_came_out(state, event.reply);
  exchange.status = ReplyStatus::refused;
  exchange.reason = event.reason;
}

void apply_one(State& state, const ReplyHeldBack& event) {
  Exchange& exchange = reply_that_came_out(state, event.reply);
  DURF_ASSERT(exchange.status != ReplyStatus::pending);
  exchange.status = ReplyStatus::pending;
}

void apply_one(State& state, const QuestionRedacted& event) {
  Question& question = question_that_came_out(state, event.question);
  DURF_ASSERT(event.text != question.text.text);
  question.text.text = event.text;
  question.redacted = true;
}

void apply_one(State& state, const ReplyRedacted& event) {
  Exchange& exchange = reply_that_came_out(state, event.reply);
  DURF_ASSERT(event.text != exchange.reply.text);
  exchange.reply.text = event.text;
}

void apply_one(State& state, const QuestionLabelled& event) {
  question_that_came_out(state, event.question).label = event.label;
}

void apply_one(State& state, const QuestionPinned& event) {
  question_that_came_out(state, event.question).pinned = event.pinned;
}

void apply_one(State& state, const QuestionArchived& event) {
  DURF_ASSERT(!event.archived || state.highlighted != event.question);
  question_that_came_out(state, event.question).archived = event.archived;
}

void apply_one(State& state, const ModerationSet& event) {
  DURF_ASSERT(state.definition.moderation != event.on);
  state.definition.moderation = event.on;  // what waits goes on waiting
}

void apply_one(State& state, const WordListSet& event) { state.definition.word_list = event.words; }

}  // namespace durf::domain
