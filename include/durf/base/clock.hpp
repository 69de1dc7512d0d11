// SPDX-License-Identifier: MIT
// Time as an argument: the shell reads a clock, the core is told. Only steady time exists here; wall-clock time is
// nowhere kept, because when somebody did something is one of the things that Durf does not know.
#pragma once

#include <compare>
#include <cstdint>

namespace durf::base {

/// Milliseconds on a steady clock with an arbitrary start. Never stored, never sent.
struct SteadyMs {
  std::int64_t value = 0;
  friend auto operator<=>(const SteadyMs&, const SteadyMs&) = default;
  friend SteadyMs operator+(SteadyMs at, std::int64_t ms) { return {at.value + ms}; }
  friend std::int64_t operator-(SteadyMs later, SteadyMs earlier) { return later.value - earlier.value; }
};

class Clock {
 public:
  virtual ~Clock() = default;
  /// Any thread.
  virtual SteadyMs now() const = 0;
};

}  // namespace durf::base
