// SPDX-License-Identifier: MIT
// One decision per command. There is no fallback overload on purpose: a new command does not compile until it
// is decided. The role was checked before (decide.cpp). Pure.
#pragma once

#include "durf/domain/decide.hpp"

namespace durf::domain {

/// What a decision may look at.
struct Situation {
  const State& state;
  const Presence& presence;
  const Actor& actor;
  const Stamp& stamp;
};

inline Decision refuse(RejectionCode code) { return Rejection{.code = code, .min = {}, .max = {}}; }

/// Accepted, and there is nothing to do: what was wished is the case already.
inline Decision fulfilled_already() { return Events{}; }

Decision decide_on(const Situation& situation, const SubmitQuestion& command);
Decision decide_on(const Situation& situation, const WithdrawQuestion& command);
Decision decide_on(const Situation& situation, const UpvoteQuestion& command);

Decision decide_on(const Situation& situation, const HighlightQuestion& command);
Decision decide_on(const Situation& situation, const ClearHighlight& command);
Decision decide_on(const Situation& situation, const MarkAnswered& command);
Decision decide_on(const Situation& situation, const ReopenQuestion& command);

Decision decide_on(const Situation& situation, const OpenLobby& command);
Decision decide_on(const Situation& situation, const GoLive& command);
Decision decide_on(const Situation& situation, const BeginForReal& command);
Decision decide_on(const Situation& situation, const LengthenRounds& command);
Decision decide_on(const Situation& situation, const SetScreen& command);
Decision decide_on(const Situation& situation, const StartTimer& command);
Decision decide_on(const Situation& situation, const StopTimer& command);

Decision decide_on(const Situation& situation, const CreateLink& command);
Decision decide_on(const Situation& situation, const RenewLink& command);
Decision decide_on(const Situation& situation, const RevokeLink& command);
Decision decide_on(const Situation& situation, const ConfirmPairing& command);

Decision decide_on(const Situation& situation, const PassRound& command);

}  // namespace durf::domain
