// SPDX-License-Identifier: MIT
#include "protocol/role_names.hpp"

#include "durf/base/assert.hpp"

namespace durf::protocol {

std::string_view wire_name_of(domain::Role role) {
  DURF_ASSERT(role != domain::Role::system);
  switch (role) {
    case domain::Role::participant:
      return "participant";
    case domain::Role::presenter:
      return "presenter";
    case domain::Role::facilitator:
      return "facilitator";
    case domain::Role::moderator:
      return "moderator";
    case domain::Role::stage:
      return "stage";
    case domain::Role::system:
      break;
  }
  return "";
}

std::optional<domain::Role> desk_role_from(std::string_view name) {
  for (const auto role :
       {domain::Role::presenter, domain::Role::facilitator, domain::Role::moderator, domain::Role::stage})
    if (name == wire_name_of(role)) return role;
  return std::nullopt;
}

}  // namespace durf::protocol
