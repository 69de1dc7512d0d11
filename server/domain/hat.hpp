// SPDX-License-Identifier: MIT
// The hat: questions and replies that wait for their round. It gives everything or nothing. Pure.
#pragma once

#include <array>
#include <cstdint>

#include "durf/domain/event.hpp"
#include "durf/domain/state.hpp"

namespace durf::domain {

bool is_hat_empty(const State& state);

/// Whether anything has waited for as many rounds as it may.
bool waited_enough(const State& state);

std::size_t held_count(const State& state);

/// Everything comes out, questions in an order drawn from `entropy`. What a moderator is to see first is
/// decided and recorded here, so that a later change of word list or moderation changes no past.
RoundPassed everything_out(const State& state, const std::array<std::uint64_t, 4>& entropy);

}  // namespace durf::domain
