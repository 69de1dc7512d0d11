// SPDX-License-Identifier: MIT
#include "protocol/members.hpp"

#include <algorithm>
#include <utility>

#include "protocol/role_names.hpp"

namespace durf::protocol {

bool Members::has(std::string_view name) const {
  return std::ranges::any_of(object_, [&](const JsonMember& member) { return member.name == name; });
}

bool Members::flag(std::string_view name) {
  const bool* const value = take<bool>(name);
  return value && *value;
}

std::uint64_t Members::number(std::string_view name) {
  const std::uint64_t* const value = take<std::uint64_t>(name);
  return value ? *value : 0;
}

std::string Members::string(std::string_view name) {
  std::string* const value = take<std::string>(name);
  return value ? std::move(*value) : std::string();
}

domain::Text Members::text(std::string_view name) {
  domain::Text text;
  object(name, [&](Members& inner) { text = read_text(inner); });
  return text;
}

domain::Role Members::desk_role(std::string_view name) {
  const auto role = desk_role_from(string(name));
  if (!role) refuse();
  return role.value_or(domain::Role::presenter);
}

domain::Role Members::paired_role(std::string_view name) {
  const domain::Role role = desk_role(name);
  if (role != domain::Role::presenter && role != domain::Role::stage) refuse();
  return role;
}

domain::Text read_text(Members& text) {
  const auto language = domain::language_from(text.string("lang"));
  if (!language) text.refuse();
  return {language.value_or(domain::Language::nl), text.string("text")};
}

}  // namespace durf::protocol
