// SPDX-License-Identifier: MIT
// How long things took, in microseconds, from 0 to an hour: buckets that grow with the value, so that any percentile is
// right to within 2 %, in 14 KiB however much is recorded. What is longer counts as an hour. A value; no thread of its
// own.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace durf::load {

class Histogram {
 public:
  void record(std::int64_t us);
  void add(const Histogram& other);

  /// The value that so large a part (0 to 1) does not exceed, rounded up to its bucket's end, but never above the
  /// largest. 0 when nothing was recorded.
  std::int64_t percentile(double part) const;
  std::int64_t max() const { return max_; }
  std::uint64_t count() const { return count_; }

 private:
  /// Values below 2^7 have a bucket each; above, each doubling has 2^6 of them: 1/64 of the value at its coarsest, and
  /// half of that on average.
  static constexpr unsigned exact_bits = 7;
  static constexpr std::size_t per_doubling = std::size_t{1} << (exact_bits - 1);
  static constexpr unsigned value_bits = 32;  ///< 2^32 us are 71 minutes
  static constexpr std::size_t buckets = (value_bits - exact_bits + 2) * per_doubling;

  static std::size_t bucket_of(std::uint64_t us);
  static std::uint64_t end_of(std::size_t bucket);  ///< the largest value in it

  std::array<std::uint64_t, buckets> counts_{};
  std::uint64_t count_ = 0;
  std::int64_t max_ = 0;
};

}  // namespace durf::load
