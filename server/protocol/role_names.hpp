// SPDX-License-Identifier: MIT
// How roles are called on the wire. `system` is never there: it is a bug to encode it, and no page can claim
// it.
#pragma once

#include <optional>
#include <string_view>

#include "durf/domain/definition.hpp"

namespace durf::protocol {

std::string_view wire_name_of(domain::Role role);
std::optional<domain::Role> desk_role_from(std::string_view name);

}  // namespace durf::protocol
