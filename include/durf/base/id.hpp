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

/// Leaves nothing where it stood: in queues, in handlers that wait for their turn, in memory that is used again.
template <std::size_t Size>
struct WipedBytes : std::array<std::uint8_t, Size> {
  ~WipedBytes() { ::explicit_bzero(this->data(), Size); }
};

template <class Tag, std::size_t Size, class Bytes = std::array<std::uint8_t, Size>>
struct Id {
  static constexpr std::size_t size = Size;
  Bytes bytes{};

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

/// An id that is known to whoever it belongs to, and to us only while we need it.
template <class Tag, std::size_t Size>
using SecretId = Id<Tag, Size, WipedBytes<Size>>;

/// Hashes by the first bytes: they are random already.
struct IdHash {
  template <class Tag, std::size_t Size, class Bytes>
  std::size_t operator()(const Id<Tag, Size, Bytes>& id) const {
    std::size_t value = 0;
    std::memcpy(&value, id.bytes.data(), sizeof value < Size ? sizeof value : Size);
    return value;
  }
};

}  // namespace durf::base
