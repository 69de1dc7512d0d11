// SPDX-License-Identifier: MIT
// Reads what CborWriter wrote, value by value, in the order in which it is expected. The first surprise makes
// the reader fail for good: from then on every read gives nothing and moves nowhere, so that callers check
// once, at the end. Does not recurse and allocates nothing, whatever the bytes claim about lengths. Pure; any
// thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace durf::log {

class CborReader {
 public:
  explicit CborReader(std::string_view bytes) : rest_(bytes) {}

  bool ok() const { return ok_; }
  /// Everything was read and nothing failed.
  bool complete() const { return ok_ && rest_.empty(); }
  void fail();

  std::uint64_t unsigned_integer();
  std::int64_t integer();
  bool boolean();
  /// Exactly as many bytes as `out` has.
  void bytes(std::span<std::uint8_t> out);
  /// Stands as long as the bytes that the reader was made from.
  std::string_view text();
  /// The number of items or pairs that follow; never more than bytes are left, so it is safe to loop or
  /// reserve.
  std::size_t array() { return container(4); }
  std::size_t map() { return container(5); }

 private:
  struct Head {
    std::uint8_t major = 0;
    std::uint64_t value = 0;
  };
  Head head();
  std::uint64_t head_of(std::uint8_t major);
  std::size_t container(std::uint8_t major);
  std::string_view take(std::uint64_t size);

  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace durf::log
