// SPDX-License-Identifier: MIT
// The time of a round is over: does the hat open?
#include "domain/decide_on.hpp"
#include "domain/hat.hpp"
#include "domain/shown.hpp"

namespace durf::domain {

Decision decide_on(const Situation& situation, const PassRound&) {
  const State& state = situation.state;
  if (state.phase == Phase::lobby) return refuse(RejectionCode::not_now);
  if (is_hat_empty(state)) return is_shown_outdated(state) ? Events{RoundPassed{}} : Events{};

  const bool enough = tokens_in_the_hat(situation.presence, state) >= limits::round_tokens_min;
  if (!enough && !waited_enough(state)) return Events{RoundPassed{}};
  return Events{everything_out(state, situation.stamp.entropy)};
}

}  // namespace durf::domain
