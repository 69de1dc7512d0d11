// SPDX-License-Identifier: MIT
// Who may give which command. There is no fallback on purpose: a new command does not compile until somebody
// may give it. Pure.
#pragma once

#include "durf/domain/command.hpp"

namespace durf::domain {

bool may_give(Role role, const Command& command);

}  // namespace durf::domain
