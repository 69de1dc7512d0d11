// SPDX-License-Identifier: MIT
// How the places of a session are shared, with reasons. How many there are is in domain/limits.hpp.
#pragma once

#include <cstddef>
#include <cstdint>

#include "durf/domain/limits.hpp"

namespace durf::session {

/// Connections of one participant's token. A person has a tab or three, and a phone that changed networks leaves sockets behind
/// which nobody has noticed yet. With another one the oldest goes, so that who is there in person always gets in.
inline constexpr std::uint32_t token_connections_max = 8;

/// Of a session's places for desks, the last ones are for facilitators: a link that is known to too many can be taken back only
/// by somebody who gets in. Two people with two devices each; sixteen are more than the other desks of a hall.
inline constexpr std::size_t desks_kept_for_facilitators = 4;

static_assert(desks_kept_for_facilitators < domain::limits::desk_connections_max);

}  // namespace durf::session
