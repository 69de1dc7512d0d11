// SPDX-License-Identifier: MIT
// The few members of a message that a phone of the load program needs, found by looking at the text instead of reading
// it whole: a parser would cost more than the server that is measured. Right for messages of Durf's own spelling
// (PROTOCOL.md: members in their order, no spaces), wrong for JSON in general. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace durf::load {

/// The value of the message's `"t"`, which stands first; empty when it does not.
std::string_view kind_of(std::string_view message);

/// What stands between the quotes after `"name":`, first occurrence; empty when there is none.
std::string_view text_after(std::string_view message, std::string_view name);
std::optional<std::uint64_t> number_after(std::string_view message, std::string_view name);

/// Whether a reply says ok.
bool says_ok(std::string_view reply);

/// Calls `take(question id, support)` for each put of a question that tells its support, in order.
template <class Take>
void for_each_support(std::string_view frame, Take&& take) {
  constexpr std::string_view put = "[\"question\",\"";
  constexpr std::size_t id_chars = 22;
  for (auto at = frame.find(put); at != std::string_view::npos;) {
    const auto next = frame.find(put, at + put.size());
    const std::string_view one = frame.substr(at, next == std::string_view::npos ? next : next - at);
    // A person's text cannot hold the mark: its quotes are escaped.
    if (const auto support = number_after(one, "support"); support && one.size() > put.size() + id_chars)
      take(one.substr(put.size(), id_chars), *support);
    at = next;
  }
}

}  // namespace durf::load
