// SPDX-License-Identifier: MIT
// Strong ids: fixed numbers of bytes that cannot be mistaken for one another, because each has a tag of its own.
// Ordered by their bytes; since ids are random, that order says nothing about time. Pure; any thread.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "durf/base/base64url.hpp"

namespace durf::base {

template <class Tag, std::size_t Size>
struct Id {
  static constexpr std::size_t size = Size;
  std::array<std::uint8_t, Size> bytes{};

  friend auto operator<=>(const Id&, const Id&) = default;

  /// The all-zero id stands for "none" where a field can be empty; nobody draws it by chance.
  bool empty() const { return *this == Id{}; }
  std::string text() const { return to_base64url(bytes); }

  static std::optional<Id> from_text(std::string_view text) {
    Id id;
    if (!from_base64url(text, id.bytes)) return std::nullopt;
    return id;
  }
};

/// Hashes by the first bytes: they are random already.
struct IdHash {
  template <class Tag, std::size_t Size>
  std::size_t operator()(const Id<Tag, Size>& id) const {
    std::size_t value = 0;
    std::memcpy(&value, id.bytes.data(), sizeof value < Size ? sizeof value : Size);
    return value;
  }
};

}  // namespace durf::base
