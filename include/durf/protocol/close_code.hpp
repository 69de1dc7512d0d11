// SPDX-License-Identifier: MIT
// Why a connection was closed. The range carries the policy: 4000-4099 come back, 4100-4199 do not (PROTOCOL.md, 6).
#pragma once

#include <cstdint>
#include <string_view>

namespace durf::protocol {

enum class CloseCode : std::uint16_t {
  normal = 1000,
  stopping = 1001,
  unsupported = 1003,
  not_utf8 = 1007,
  too_big = 1009,
  resync = 4000,
  too_slow = 4001,
  session_full = 4002,
  code_budget = 4003,
  unavailable = 4004,
  too_much = 4005,
  reload = 4100,
  link_revoked = 4101,
  unknown_session = 4102,
  bad_message = 4103,
  session_closed = 4104,
};

std::string_view name_of(CloseCode code);

}  // namespace durf::protocol
