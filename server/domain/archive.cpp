// SPDX-License-Identifier: MIT
#include "durf/domain/archive.hpp"

#include "domain/questions.hpp"
#include "domain/shuffle.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

ArchivedQuestion archived(const Question& question) {
  ArchivedQuestion kept;
  kept.text = question.text;
  kept.topic = question.topic;
  kept.answered = question.status == QuestionStatus::answered;
  kept.support = question.shown_support;
  kept.redacted = question.redacted;
  if (!question.answer.empty()) kept.answer = question.answer;
  for (const Exchange& exchange : question.exchanges) {
    ArchivedExchange& both = kept.exchanges.emplace_back(ArchivedExchange{exchange.asked, std::nullopt});
    if (exchange.status == ReplyStatus::open) both.reply = exchange.reply;
  }
  return kept;
}

}  // namespace

Archive archive_of(const State& state, const Stamp& stamp) {
  DURF_ASSERT(state.phase == Phase::ended);
  Archive archive;
  archive.title = state.definition.title;
  archive.ended_day = state.definition.ended_day;
  archive.keep_days = state.definition.keep_days;
  archive.topics = state.definition.topics;
  if (state.definition.rehearsal) return archive;  // it was promised that all of it would be thrown away
  for (const auto& [id, question] : state.questions)
    if (is_visible(question)) archive.questions.push_back(archived(question));
  Xoshiro256 generator(stamp.entropy);
  shuffle(archive.questions, generator);
  // As of the last round, like the support: a page that is looked at twice must not show what one person did
  // in between.
  archive.tally = state.shown_tally;
  if (state.shown_verdicts != Verdicts{}) archive.judged = state.shown_verdicts;
  return archive;
}

}  // namespace durf::domain
