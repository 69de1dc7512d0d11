// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>

namespace durf::session {

/// Number of a connection: which shard has it, and which one there. Never reused within a process, never sent, never
/// logged.
struct ConnectionId {
  std::uint32_t shard = 0;
  std::uint64_t serial = 0;
  friend auto operator<=>(const ConnectionId&, const ConnectionId&) = default;
};

}  // namespace durf::session
