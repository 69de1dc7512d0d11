// SPDX-License-Identifier: MIT
#include "durf/domain/decide.hpp"

#include <type_traits>

#include "domain/decide_on.hpp"

namespace durf::domain {
namespace {

// The role that each command belongs to. No fallback: a new command does not compile until somebody may give
// it.
constexpr Role role_for(const SubmitQuestion&) { return Role::participant; }
constexpr Role role_for(const WithdrawQuestion&) { return Role::participant; }
constexpr Role role_for(const UpvoteQuestion&) { return Role::participant; }
constexpr Role role_for(const HighlightQuestion&) { return Role::facilitator; }
constexpr Role role_for(const ClearHighlight&) { return Role::facilitator; }
constexpr Role role_for(const MarkAnswered&) { return Role::facilitator; }
constexpr Role role_for(const ReopenQuestion&) { return Role::facilitator; }
constexpr Role role_for(const OpenLobby&) { return Role::facilitator; }
constexpr Role role_for(const GoLive&) { return Role::facilitator; }
constexpr Role role_for(const BeginForReal&) { return Role::facilitator; }
constexpr Role role_for(const LengthenRounds&) { return Role::facilitator; }
constexpr Role role_for(const SetScreen&) { return Role::facilitator; }
constexpr Role role_for(const StartTimer&) { return Role::facilitator; }
constexpr Role role_for(const StopTimer&) { return Role::facilitator; }
constexpr Role role_for(const CreateLink&) { return Role::facilitator; }
constexpr Role role_for(const RenewLink&) { return Role::facilitator; }
constexpr Role role_for(const RevokeLink&) { return Role::facilitator; }
constexpr Role role_for(const ConfirmPairing&) { return Role::facilitator; }
constexpr Role role_for(const PassRound&) { return Role::system; }

/// Beside its own, the system stops a timer that outlived its run of the core, and makes a link for an
/// operator who lost them all.
template <class Wish>
constexpr bool system_may = std::is_same_v<Wish, StopTimer> || std::is_same_v<Wish, CreateLink>;

}  // namespace

Decision decide(const State& state, const Presence& presence, const Actor& actor, const Command& command,
                const Stamp& stamp) {
  const Situation situation{state, presence, actor, stamp};
  return std::visit(
      [&](const auto& wish) -> Decision {
        // Before anything else, so that a refusal tells a foreign role nothing about the session.
        const bool may = actor.role == role_for(wish) ||
                         (actor.role == Role::system && system_may<std::decay_t<decltype(wish)>>);
        if (!may) return refuse(RejectionCode::not_allowed);
        return decide_on(situation, wish);
      },
      command);
}

}  // namespace durf::domain
