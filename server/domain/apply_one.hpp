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

void apply_one(State& state, const PhaseChanged& event);
void apply_one(State& state, const RehearsalEnded& event);
void apply_one(State& state, const RoundsLengthened& event);
void apply_one(State& state, const ScreenSet& event);
void apply_one(State& state, const TimerSet& event);

void apply_one(State& state, const LinkSet& event);
void apply_one(State& state, const LinkRevoked& event);

void apply_one(State& state, const CommandAccepted& event);

}  // namespace durf::domain
