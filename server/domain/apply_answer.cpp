// SPDX-License-Identifier: MIT
// What the desks that answer do, and what authors say once their question came out.
#include "domain/apply_one.hpp"
#include "domain/changes.hpp"
#include "domain/questions.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {

void apply_one(State& state, const QuestionHighlighted& event) {
  clear_highlight(state);
  if (event.question.empty()) return;
  Question& question = visible_question(state, event.question);
  DURF_ASSERT(question.status == QuestionStatus::open);
  question.status = QuestionStatus::highlighted;
  question.archived = false;  // who answers a question that was put aside has taken it up again
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

void apply_one(State& state, const AnswerWritten& event) {
  visible_question(state, event.question).answer = event.answer;
}

void apply_one(State& state, const AskedBack& event) {
  Question& question = visible_question(state, event.question);
  Exchange exchange;
  exchange.asked = event.text;
  question.exchanges.push_back(std::move(exchange));
  DURF_ASSERT(question.exchanges.size() <= limits::ask_backs_max);
}

void apply_one(State& state, const NoteSet& event) {
  question_that_came_out(state, event.question).note = event.note;
}

void apply_one(State& state, const HidingWished& event) {
  Question& question = visible_question(state, event.question);
  DURF_ASSERT(!question.hiding_wished);
  question.hiding_wished = true;  // shown when a round passes
}

void apply_one(State& state, const AskBackReplied& event) {
  Question& question = question_that_came_out(state, event.reply.question);
  DURF_ASSERT(event.reply.place < question.exchanges.size());
  Exchange& exchange = question.exchanges[event.reply.place];
  DURF_ASSERT(exchange.status == ReplyStatus::none);
  exchange.status = ReplyStatus::held;
  exchange.reply = event.text;
  exchange.receipt = event.receipt;
}

void apply_one(State& state, const AnswerJudged& event) {
  Question& question = visible_question(state, event.question);
  DURF_ASSERT(question.status == QuestionStatus::answered && question.verdict != event.verdict);
  question.verdict = event.verdict;
}

}  // namespace durf::domain
