// SPDX-License-Identifier: MIT
#include "load/scan.hpp"

#include <charconv>

namespace durf::load {
namespace {

/// What follows `"name":`. A person's text cannot hold that, since its quotes are escaped.
std::string_view value_of(std::string_view message, std::string_view name) {
  for (auto at = message.find(name); at != std::string_view::npos; at = message.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const bool is_member = at > 0 && message[at - 1] == '"' && message.substr(end, 2) == "\":";
    if (is_member) return message.substr(end + 2);
  }
  return {};
}

}  // namespace

std::string_view kind_of(std::string_view message) {
  constexpr std::string_view begin = "{\"t\":\"";
  if (!message.starts_with(begin)) return {};
  message.remove_prefix(begin.size());
  return message.substr(0, message.find('"'));
}

std::string_view text_after(std::string_view message, std::string_view name) {
  std::string_view value = value_of(message, name);
  if (!value.starts_with('"')) return {};
  value.remove_prefix(1);
  return value.substr(0, value.find('"'));
}

std::optional<std::uint64_t> number_after(std::string_view message, std::string_view name) {
  const std::string_view value = value_of(message, name);
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc()) return std::nullopt;
  return number;
}

bool says_ok(std::string_view reply) { return value_of(reply, "ok").starts_with("true"); }

}  // namespace durf::load
