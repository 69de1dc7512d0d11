// SPDX-License-Identifier: MIT
// How the places of a session are shared, with reasons. How many there are is in domain/limits.hpp.
#pragma once

#include <cstdint>

namespace durf::session {

/// Connections of one participant's token. A person has a tab or three, and a phone that changed networks leaves sockets behind
/// which nobody has noticed yet. With another one the oldest goes, so that who is there in person always gets in.
inline constexpr std::uint32_t token_connections_max = 8;

}  // namespace durf::session
