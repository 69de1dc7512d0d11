// SPDX-License-Identifier: MIT
// The time of a round is over: does the hat open, and in which order does it give?
#include <algorithm>

#include "domain/decide_on.hpp"
#include "domain/questions.hpp"
#include "domain/shuffle.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

/// By id, as the state keeps them. Phones choose the ids, so this order must not be the one in which they
/// come out.
std::vector<QuestionId> questions_in_the_hat(const State& state) {
  std::vector<QuestionId> held;
  for (const auto& [id, question] : state.questions)
    if (!is_visible(question)) held.push_back(id);
  return held;
}

bool waited_enough(const State& state) {
  return std::any_of(state.questions.begin(), state.questions.end(), [](const auto& entry) {
    return !is_visible(entry.second) && entry.second.waits >= limits::round_waits_max;
  });
}

bool support_moved(const State& state) {
  return std::any_of(state.questions.begin(), state.questions.end(), [](const auto& entry) {
    return is_visible(entry.second) && entry.second.shown_support != support_of(entry.second);
  });
}

}  // namespace

Decision decide_on(const Situation& situation, const PassRound&) {
  const State& state = situation.state;
  if (state.phase != Phase::live) return refuse(RejectionCode::not_now);

  std::vector<QuestionId> held = questions_in_the_hat(state);
  if (held.empty()) return support_moved(state) ? Events{RoundPassed{}} : Events{};

  const bool enough = tokens_in_the_hat(situation.presence, state) >= limits::round_tokens_min;
  if (!enough && !waited_enough(state)) return Events{RoundPassed{}};

  Xoshiro256 generator(situation.stamp.entropy);
  shuffle(held, generator);
  DURF_ASSERT(held.size() == held_count(state));  // the hat gives everything or nothing
  return Events{RoundPassed{std::move(held)}};
}

}  // namespace durf::domain
