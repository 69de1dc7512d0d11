// SPDX-License-Identifier: MIT
#include "durf/domain/decide.hpp"

#include "domain/authority.hpp"
#include "domain/decide_on.hpp"

namespace durf::domain {

Decision decide(const State& state, const Presence& presence, const Actor& actor, const Command& command,
                const Stamp& stamp) {
  // Before anything else, so that a refusal tells a foreign role nothing about the session.
  if (!may_give(actor.role, command)) return refuse(RejectionCode::not_allowed);
  const Situation situation{state, presence, actor, stamp};
  return std::visit([&](const auto& wish) { return decide_on(situation, wish); }, command);
}

}  // namespace durf::domain
