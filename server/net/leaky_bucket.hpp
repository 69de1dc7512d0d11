// SPDX-License-Identifier: MIT
// How much somebody may do at once, and how fast that comes back. Pure: time comes in as an argument, and a clock
// that stands still or goes back gives nothing. 16 bytes, so that every connection can have one.
#pragma once

#include <algorithm>
#include <cstdint>

#include "durf/base/clock.hpp"

namespace durf::net {

class LeakyBucket {
 public:
  struct Limit {
    std::int64_t burst_max;
    std::int64_t per_second;
  };

  /// One more. False, and nothing is taken: it would be more than `burst_max`.
  bool take(const Limit& limit, base::SteadyMs now) {
    leak(limit, now);
    if (thousandths_ + one > limit.burst_max * one) return false;
    thousandths_ += one;
    return true;
  }

 private:
  static constexpr std::int64_t one = 1'000;

  void leak(const Limit& limit, base::SteadyMs now) {
    if (now <= at_) return;
    // A thousandth per millisecond for each one per second; what is empty does not become emptier.
    const std::int64_t to_empty_ms = thousandths_ / limit.per_second + 1;
    thousandths_ = std::max<std::int64_t>(0, thousandths_ - std::min(now - at_, to_empty_ms) * limit.per_second);
    at_ = now;
  }

  std::int64_t thousandths_ = 0;
  base::SteadyMs at_;
};

}  // namespace durf::net
