// SPDX-License-Identifier: MIT
// One function per fact. There is no fallback overload on purpose: a new event does not compile until it is
// applied.
#pragma once

#include "durf/domain/event.hpp"
#include "durf/domain/state.hpp"

namespace durf::domain {

void apply_one(State& state, const SessionCreated& event);

void apply_one(State& state, const QuestionSubmitted& event);
void apply_one(State& state, const QuestionWithdrawn& event);
void apply_one(State& state, const UpvoteChanged& event);
void apply_one(State& state, const RoundPassed& event);
void apply_one(State& state, const QuestionHighlighted& event);
void apply_one(State& state, const QuestionAnswered& event);
void apply_one(State& state, const QuestionReopened& event);

void apply_one(State& state, const HidingWished& event);
void apply_one(State& state, const AskBackReplied& event);
void apply_one(State& state, const AnswerJudged& event);

void apply_one(State& state, const AnswerWritten& event);
void apply_one(State& state, const AskedBack& event);
void apply_one(State& state, const NoteSet& event);

void apply_one(State& state, const QuestionApproved& event);
void apply_one(State& state, const QuestionHeldBack& event);
void apply_one(State& state, const QuestionRefused& event);
void apply_one(State& state, const QuestionRestored& event);
void apply_one(State& state, const ReplyApproved& event);
void apply_one(State& state, const ReplyRefused& event);
void apply_one(State& state, const ReplyHeldBack& event);
void apply_one(State& state, const QuestionRedacted& event);
void apply_one(State& state, const ReplyRedacted& event);
void apply_one(State& state, const QuestionLabelled& event);
void apply_one(State& state, const QuestionPinned& event);
void apply_one(State& state, const QuestionArchived& event);
void apply_one(State& state, const ModerationSet& event);
void apply_one(State& state, const WordListSet& event);

void apply_one(State& state, const QuestionMerged& event);
void apply_one(State& state, const MergeUndone& event);
void apply_one(State& state, const MergeTold& event);

void apply_one(State& state, const PhaseChanged& event);
void apply_one(State& state, const RehearsalEnded& event);
void apply_one(State& state, const SessionEnded& event);
void apply_one(State& state, const SessionClosed& event);

void apply_one(State& state, const SessionRenamed& event);
void apply_one(State& state, const JoinCodeChanged& event);
void apply_one(State& state, const KeepDaysSet& event);
void apply_one(State& state, const ResultsLinkSet& event);

void apply_one(State& state, const RoundsLengthened& event);
void apply_one(State& state, const ScreenSet& event);
void apply_one(State& state, const TimerSet& event);

void apply_one(State& state, const LinkSet& event);
void apply_one(State& state, const LinkRevoked& event);

void apply_one(State& state, const CommandAccepted& event);

}  // namespace durf::domain
