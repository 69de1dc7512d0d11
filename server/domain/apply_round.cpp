// SPDX-License-Identifier: MIT
#include "domain/apply_one.hpp"
#include "domain/hat.hpp"
#include "domain/questions.hpp"
#include "domain/shown.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

void release_questions(State& state, const RoundPassed& event) {
  std::uint32_t place = 0;
  std::size_t pending = 0;
  for (const QuestionId& id : event.released) {
    const auto found = state.questions.find(id);
    DURF_ASSERT(found != state.questions.end());
    Question& question = found->second;
    DURF_ASSERT(is_held(question));  // also: nothing comes out twice
    const bool waits = event.pending.contains(id);
    pending += waits;
    question.status = waits ? QuestionStatus::pending : QuestionStatus::open;
    question.round = state.round;
    question.place = place++;
    question.announced = false;
  }
  DURF_ASSERT(pending == event.pending.size());
}

void release_replies(State& state, const RoundPassed& event) {
  std::size_t pending = 0;
  for (const ReplyId& id : event.replies) {
    const auto found = state.questions.find(id.question);
    DURF_ASSERT(found != state.questions.end() && id.place < found->second.exchanges.size());
    Exchange& exchange = found->second.exchanges[id.place];
    DURF_ASSERT(exchange.status == ReplyStatus::held);
    const bool waits = event.pending_replies.contains(id);
    pending += waits;
    exchange.status = waits ? ReplyStatus::pending : ReplyStatus::open;
    exchange.announced = false;
  }
  DURF_ASSERT(pending == event.pending_replies.size());
}

/// Receipts come into the frames only now, with those of all who wait: at the moment of asking one would say
/// that somebody just asked.
template <class Item>
void wait_once_more(Item& item) {
  item.waits += 1;
  item.announced = true;
}

}  // namespace

void apply_one(State& state, const RoundPassed& event) {
  release_questions(state, event);
  release_replies(state, event);
  // In the lobby the hat opens only at the end of the session, and then for all.
  DURF_ASSERT(state.phase != Phase::lobby || is_hat_empty(state));
  for (auto& [id, question] : state.questions) {
    if (is_held(question)) wait_once_more(question);
    for (Exchange& exchange : question.exchanges)
      if (exchange.status == ReplyStatus::held) wait_once_more(exchange);
  }
  show_what_is(state);
  state.round += 1;
}

}  // namespace durf::domain
