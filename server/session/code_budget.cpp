// SPDX-License-Identifier: MIT
#include "durf/session/code_budget.hpp"

#include <algorithm>

namespace durf::session {
namespace {

constexpr double guesses_per_window_max = 10'000;
constexpr double window_ms = 10 * 60 * 1'000;

}  // namespace

bool CodeBudget::open(base::SteadyMs now, std::size_t sessions) {
  // A bucket that starts full and refills in the same window lets twice its size pass, so it holds half.
  const double bucket = guesses_per_window_max / 2 / static_cast<double>(std::max<std::size_t>(1, sessions));
  if (full_) {
    left_ = bucket;
    full_ = false;
  } else {
    left_ = std::min(bucket, left_ + bucket * static_cast<double>(now - refilled_) / window_ms);
  }
  refilled_ = now;
  return left_ >= 1;
}

void CodeBudget::spend() { left_ = std::max(0.0, left_ - 1); }

}  // namespace durf::session
