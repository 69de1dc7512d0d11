// SPDX-License-Identifier: MIT
// The rules: may this be done now, and what then is the case? Pure. Rules have ids in server/SPEC.md.
#pragma once

#include <array>
#include <cstdint>
#include <variant>

#include "durf/base/clock.hpp"
#include "durf/domain/command.hpp"
#include "durf/domain/event.hpp"
#include "durf/domain/presence.hpp"
#include "durf/domain/rejection.hpp"
#include "durf/domain/state.hpp"

namespace durf::domain {

/// Who gives a command: a role and, for participants, the tag of this run. Never a person.
struct Actor {
  Role role = Role::participant;
  MemberTag member;
  friend bool operator==(const Actor&, const Actor&) = default;
};

/// Time and entropy, given to a command by the shell before deciding. Not kept anywhere.
struct Stamp {
  base::SteadyMs now;
  std::array<std::uint64_t, 4> entropy{};
};

using Decision = std::variant<Events, Rejection>;

/// Does not look at whether the command was given before (the session core does) nor at the rate (admission does).
Decision decide(const State& state, const Presence& presence, const Actor& actor, const Command& command,
                const Stamp& stamp);

/// Checks a definition that somebody wants to create: texts, topics, numbers.
std::variant<std::monostate, Rejection> check_definition(const Definition& definition);

}  // namespace durf::domain
