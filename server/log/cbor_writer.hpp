// SPDX-License-Identifier: MIT
// Writes the part of CBOR (RFC 8949) that records need: integers, booleans, byte and text strings, arrays and
// maps of known length, always in the shortest form. Appends to one string and builds no tree, because an
// upvote is the hot path. Cannot fail. Pure; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace durf::log {

class CborWriter {
 public:
  void integer(std::uint64_t value) { head(0, value); }
  void integer(std::int64_t value) {
    // A negative n is written as -1 - n, which is the complement of its bits.
    value < 0 ? head(1, ~static_cast<std::uint64_t>(value)) : head(0, static_cast<std::uint64_t>(value));
  }
  void boolean(bool value) { out_.push_back(value ? '\xf5' : '\xf4'); }
  void bytes(std::span<const std::uint8_t> value) {
    head(2, value.size());
    out_.append(reinterpret_cast<const char*>(value.data()), value.size());
  }
  void text(std::string_view value) {
    head(3, value.size());
    out_.append(value);
  }
  /// `size` items follow.
  void array(std::size_t size) { head(4, size); }
  /// `size` pairs of key and value follow.
  void map(std::size_t size) { head(5, size); }

  std::string take() { return std::move(out_); }

 private:
  void head(std::uint8_t major, std::uint64_t value) {
    const auto type = static_cast<std::uint8_t>(major << 5);
    if (value < 24) return byte(type | value);
    const int width = value <= 0xff ? 0 : value <= 0xffff ? 1 : value <= 0xffff'ffff ? 2 : 3;
    byte(type | (24u + static_cast<unsigned>(width)));
    for (int shift = (8 << width) - 8; shift >= 0; shift -= 8) byte(value >> shift);
  }
  void byte(std::uint64_t value) { out_.push_back(static_cast<char>(value & 0xff)); }

  std::string out_;
};

}  // namespace durf::log
