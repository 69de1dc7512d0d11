// SPDX-License-Identifier: MIT
// The desks that have a link, by the words of the command line, and the page that each link opens.
#pragma once

#include <array>
#include <string_view>

#include "durf/domain/definition.hpp"

namespace durf::app {

struct Desk {
  domain::Role role;
  std::string_view name;
  std::string_view page;
};

inline constexpr std::array<Desk, 4> desks{{
    {domain::Role::facilitator, "facilitator", "/desk#"},
    {domain::Role::moderator, "moderator", "/moderator#"},
    {domain::Role::stage, "stage", "/stage#"},
    {domain::Role::presenter, "presenter", "/presenter#"},
}};

/// Null: no desk has this name.
constexpr const Desk* desk_named(std::string_view name) {
  for (const Desk& desk : desks) {
    if (desk.name == name) return &desk;
  }
  return nullptr;
}

/// Null: participants and the system have none.
constexpr const Desk* desk_of(domain::Role role) {
  for (const Desk& desk : desks) {
    if (desk.role == role) return &desk;
  }
  return nullptr;
}

}  // namespace durf::app
