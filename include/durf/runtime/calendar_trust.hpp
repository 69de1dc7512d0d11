// SPDX-License-Identifier: MIT
// Whether the wall clock may be believed when something is to be destroyed because its days are over. A machine can start with a
// wrong clock and be set right minutes later; until the clock has run evenly beside the steady one for a while, its day is a
// guess. Pure; owned by the directory.
#pragma once

#include <cstdint>
#include <optional>

#include "durf/base/clock.hpp"

namespace durf::runtime {

/// From one look to the next, and for how long the clocks must have agreed. What is kept for days can wait for minutes; a server
/// that runs for an hour a week must get to it all the same.
inline constexpr std::int64_t calendar_every_ms = 10 * 60 * 1'000;
/// What setting a clock that is right already may do to it: a leap second, a slow link to the time server.
inline constexpr std::int64_t clocks_differ_max_ms = 60 * 1'000;

class CalendarTrust {
 public:
  /// Both clocks at one moment. True when the wall clock has not leapt for `calendar_every_ms` at least.
  bool look(base::SteadyMs steady, std::int64_t wall_s);

 private:
  struct Look {
    base::SteadyMs steady;
    std::int64_t wall_s;
  };
  std::optional<Look> even_since_;
};

}  // namespace durf::runtime
