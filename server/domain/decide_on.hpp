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

Decision decide_on(const Situation& situation, const WishHidden& command);
Decision decide_on(const Situation& situation, const ReplyToAskBack& command);
Decision decide_on(const Situation& situation, const JudgeAnswer& command);

Decision decide_on(const Situation& situation, const HighlightQuestion& command);
Decision decide_on(const Situation& situation, const ClearHighlight& command);
Decision decide_on(const Situation& situation, const MarkAnswered& command);
Decision decide_on(const Situation& situation, const ReopenQuestion& command);

Decision decide_on(const Situation& situation, const WriteAnswer& command);
Decision decide_on(const Situation& situation, const AskBack& command);
Decision decide_on(const Situation& situation, const SetNote& command);

Decision decide_on(const Situation& situation, const ApproveQuestion& command);
Decision decide_on(const Situation& situation, const HoldBackQuestion& command);
Decision decide_on(const Situation& situation, const RefuseQuestion& command);
Decision decide_on(const Situation& situation, const RestoreQuestion& command);
Decision decide_on(const Situation& situation, const ApproveReply& command);
Decision decide_on(const Situation& situation, const RefuseReply& command);
Decision decide_on(const Situation& situation, const HoldBackReply& command);
Decision decide_on(const Situation& situation, const RedactQuestion& command);
Decision decide_on(const Situation& situation, const RedactReply& command);
Decision decide_on(const Situation& situation, const LabelQuestion& command);
Decision decide_on(const Situation& situation, const PinQuestion& command);
Decision decide_on(const Situation& situation, const ArchiveQuestion& command);
Decision decide_on(const Situation& situation, const SetModeration& command);
Decision decide_on(const Situation& situation, const SetWordList& command);

Decision decide_on(const Situation& situation, const MergeQuestion& command);
Decision decide_on(const Situation& situation, const UndoMerge& command);
Decision decide_on(const Situation& situation, const TellMerge& command);

Decision decide_on(const Situation& situation, const OpenLobby& command);
Decision decide_on(const Situation& situation, const GoLive& command);
Decision decide_on(const Situation& situation, const BeginForReal& command);
Decision decide_on(const Situation& situation, const EndSession& command);
Decision decide_on(const Situation& situation, const CloseSession& command);

Decision decide_on(const Situation& situation, const RenameSession& command);
Decision decide_on(const Situation& situation, const ChangeJoinCode& command);
Decision decide_on(const Situation& situation, const SetKeepDays& command);
Decision decide_on(const Situation& situation, const SetResultsLink& command);

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
