// SPDX-License-Identifier: MIT
// The length of the rounds, the screen and the timer.
#include "domain/checks.hpp"
#include "domain/decide_on.hpp"

namespace durf::domain {

Decision decide_on(const Situation& situation, const LengthenRounds& command) {
  // A shorter round holds fewer questions and so hides their authors less: it only ever becomes longer.
  const std::int64_t now = situation.state.definition.round_ms;
  if (command.round_ms < now) return Rejection{.code = RejectionCode::only_longer, .min = now, .max = {}};
  if (const auto refused = refuse_outside(command.round_ms, now, limits::round_ms_max)) return *refused;
  if (command.round_ms == now) return fulfilled_already();
  return Events{RoundsLengthened{command.round_ms}};
}

Decision decide_on(const Situation& situation, const SetScreen& command) {
  const Screen& screen = situation.state.screen;
  if (screen.blank == command.blank && screen.join_panel == command.join_panel) return fulfilled_already();
  return Events{ScreenSet{.blank = command.blank, .join_panel = command.join_panel}};
}

Decision decide_on(const Situation&, const StartTimer& command) {
  if (const auto refused = refuse_outside(command.duration_ms, limits::timer_ms_min, limits::timer_ms_max))
    return *refused;
  return Events{TimerSet{command.duration_ms}};  // also when one runs: it starts anew
}

Decision decide_on(const Situation& situation, const StopTimer&) {
  if (situation.state.timer_ms == 0) return fulfilled_already();
  return Events{TimerSet{0}};
}

}  // namespace durf::domain
