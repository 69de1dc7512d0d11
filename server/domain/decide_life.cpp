// SPDX-License-Identifier: MIT
// The life of the session: rehearsal, lobby, live, ended, closed.
#include "domain/decide_on.hpp"
#include "domain/hat.hpp"
#include "domain/shown.hpp"

namespace durf::domain {

Decision decide_on(const Situation& situation, const OpenLobby&) {
  if (situation.state.phase != Phase::live) return refuse(RejectionCode::not_now);
  return Events{PhaseChanged{Phase::lobby}};
}

/// From the lobby, and from the end: who ended too early goes on.
Decision decide_on(const Situation& situation, const GoLive&) {
  if (situation.state.phase == Phase::live) return refuse(RejectionCode::not_now);
  return Events{PhaseChanged{Phase::live}};
}

Decision decide_on(const Situation& situation, const BeginForReal&) {
  if (!situation.state.definition.rehearsal) return refuse(RejectionCode::not_now);
  return Events{RehearsalEnded{}};
}

Decision decide_on(const Situation& situation, const EndSession& command) {
  const State& state = situation.state;
  if (state.phase == Phase::ended) return refuse(RejectionCode::not_now);
  Events events;
  // Even a lone question comes out: it was accepted, and it could not be answered otherwise.
  if (!is_hat_empty(state))
    events.push_back(everything_out(state, situation.stamp.entropy));
  else if (is_shown_outdated(state))
    events.push_back(RoundPassed{});
  events.push_back(SessionEnded{command.day});
  return events;
}

Decision decide_on(const Situation& situation, const CloseSession&) {
  const State& state = situation.state;
  // Nothing of a rehearsal is to be kept, so there is nothing to close.
  if (state.phase != Phase::ended || state.definition.rehearsal) return refuse(RejectionCode::not_now);
  return Events{SessionClosed{}};
}

}  // namespace durf::domain
