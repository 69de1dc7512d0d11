// SPDX-License-Identifier: MIT
#include "load/histogram.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace durf::load {
namespace {

constexpr std::int64_t longest_us = 3'600'000'000;

}  // namespace

std::size_t Histogram::bucket_of(std::uint64_t us) {
  const auto width = static_cast<unsigned>(std::bit_width(us));
  if (width <= exact_bits) return us;
  const unsigned shift = width - exact_bits;  // the leading bits choose the bucket within the doubling
  return shift * per_doubling + (us >> shift);
}

std::uint64_t Histogram::end_of(std::size_t bucket) {
  if (bucket < 2 * per_doubling) return bucket;
  const std::size_t shift = bucket / per_doubling - 1;
  const std::uint64_t leading = bucket - shift * per_doubling;
  return ((leading + 1) << shift) - 1;
}

void Histogram::record(std::int64_t us) {
  const std::int64_t value = std::clamp<std::int64_t>(us, 0, longest_us);
  ++counts_[bucket_of(static_cast<std::uint64_t>(value))];
  ++count_;
  max_ = std::max(max_, value);
}

void Histogram::add(const Histogram& other) {
  for (std::size_t i = 0; i < buckets; ++i) counts_[i] += other.counts_[i];
  count_ += other.count_;
  max_ = std::max(max_, other.max_);
}

std::int64_t Histogram::percentile(double part) const {
  const auto wanted = static_cast<std::uint64_t>(std::ceil(part * static_cast<double>(count_)));
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < buckets; ++i) {
    seen += counts_[i];
    if (seen >= std::max<std::uint64_t>(wanted, 1)) return std::min(static_cast<std::int64_t>(end_of(i)), max_);
  }
  return max_;
}

}  // namespace durf::load
