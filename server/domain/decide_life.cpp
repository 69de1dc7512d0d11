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
  if (situation.state.phase == Phase::ended) return refuse(RejectionCode::not_now);
  // What is in the hat waits for its round, and rounds go on. Else whoever saw one phone being put down could end the session,
  // read the one question that comes out, and go live again.
  return Events{SessionEnded{command.day}};
}

Decision decide_on(const Situation& situation, const CloseSession&) {
  const State& state = situation.state;
  if (state.phase != Phase::ended) return refuse(RejectionCode::not_now);
  // What was accepted is not lost: it goes into the archive, in random order with the rest. There is no second time.
  if (!is_hat_empty(state)) return Events{everything_out(state, situation.stamp.entropy), SessionClosed{}};
  if (is_shown_outdated(state)) return Events{RoundPassed{}, SessionClosed{}};
  return Events{SessionClosed{}};
}

}  // namespace durf::domain
