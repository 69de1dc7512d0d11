// SPDX-License-Identifier: MIT
// The commands of PROTOCOL.md, section 4. What each carries stands in command_entries.hpp. Pure; any thread.
#pragma once

#include <optional>

#include "durf/protocol/messages.hpp"
#include "protocol/members.hpp"

namespace durf::protocol {

/// Reads all but the member `t`. Nothing for a type that no page may send; whether the members are right is
/// asked afterwards.
std::optional<ClientMessage> read_command(Members& message);

}  // namespace durf::protocol
