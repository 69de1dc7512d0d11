// SPDX-License-Identifier: MIT
#include "domain/shown.hpp"

#include <algorithm>

#include "domain/questions.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

std::uint32_t own_support(const Question& question) {
  return std::max({support_of(question), question.kept_support, question.merged_support});
}

std::uint32_t total_of(const Verdicts& verdicts) { return verdicts.yes + verdicts.partly + verdicts.no; }

Verdicts verdicts_now(const State& state) {
  Verdicts verdicts;
  for (const auto& [id, question] : state.questions) {
    switch (question.verdict) {
      case Verdict::none:
        break;
      case Verdict::yes:
        verdicts.yes += 1;
        break;
      case Verdict::partly:
        verdicts.partly += 1;
        break;
      case Verdict::no:
        verdicts.no += 1;
        break;
    }
  }
  return verdicts;
}

}  // namespace

std::map<QuestionId, std::uint32_t> support_to_show(const State& state) {
  std::map<QuestionId, std::uint32_t> support;
  for (const auto& [id, question] : state.questions)
    if (!is_held(question)) support.emplace_hint(support.end(), id, own_support(question));
  for (const auto& [id, question] : state.questions) {
    // To the last of the chain: what was merged further before a round passed has not shown this number yet.
    for (const Question* at = &question; at->status == QuestionStatus::merged;) {
      const auto into = support.find(at->merged_into);
      DURF_ASSERT(into != support.end());  // whoever takes a question away frees what was merged into it
      into->second = std::max(into->second, question.merged_support);
      at = &state.questions.at(into->first);
    }
  }
  return support;
}

std::uint32_t shown_support_of(const State& state, const QuestionId& id) {
  return support_to_show(state).at(id);
}

Tally tally_of(const State& state) {
  Tally tally;
  for (const auto& [id, question] : state.questions) {
    if (is_held(question)) continue;
    tally.received += 1;
    if (is_visible(question)) tally.shown += 1;
    if (question.status == QuestionStatus::answered) tally.answered += 1;
    if (question.status == QuestionStatus::merged) tally.merged += 1;
    if (question.status == QuestionStatus::refused) tally.refused[question.reason] += 1;
  }
  DURF_ASSERT(tally.shown + tally.merged <= tally.received && tally.answered <= tally.shown);
  return tally;
}

Verdicts verdicts_to_show(const State& state) {
  const Verdicts now = verdicts_now(state);
  const std::uint32_t before = total_of(state.shown_verdicts);
  const std::uint32_t enough = before == 0 ? limits::verdicts_shown_from : before + limits::verdicts_step_min;
  return total_of(now) >= enough ? now : state.shown_verdicts;
}

bool is_shown_outdated(const State& state) {
  if (state.shown_tally != tally_of(state) || state.shown_verdicts != verdicts_to_show(state)) return true;
  const auto support = support_to_show(state);
  return std::any_of(state.questions.begin(), state.questions.end(), [&](const auto& entry) {
    const auto& [id, question] = entry;
    if (is_held(question)) return false;
    const bool wish_unseen = question.hiding_wished && !question.hiding_shown;
    return wish_unseen || question.shown_support != support.at(id);
  });
}

void show_what_is(State& state) {
  for (const auto& [id, support] : support_to_show(state)) {
    Question& question = state.questions.at(id);
    question.shown_support = support;
    question.hiding_shown = question.hiding_wished;
  }
  state.shown_tally = tally_of(state);
  state.shown_verdicts = verdicts_to_show(state);
}

}  // namespace durf::domain
