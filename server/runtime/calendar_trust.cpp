// SPDX-License-Identifier: MIT
#include "durf/runtime/calendar_trust.hpp"

namespace durf::runtime {

bool CalendarTrust::look(base::SteadyMs steady, std::int64_t wall_s) {
  if (even_since_) {
    const std::int64_t by_steady_ms = steady - even_since_->steady;
    const std::int64_t by_wall_ms = (wall_s - even_since_->wall_s) * 1'000;
    const std::int64_t apart_ms = by_wall_ms > by_steady_ms ? by_wall_ms - by_steady_ms : by_steady_ms - by_wall_ms;
    if (apart_ms <= clocks_differ_max_ms) return by_steady_ms >= calendar_every_ms;
  }
  even_since_ = Look{steady, wall_s};
  return false;
}

}  // namespace durf::runtime
