// SPDX-License-Identifier: MIT
// The day as an argument: how long a session is kept is counted in days. This is all that Durf knows of the wall clock, and
// nothing of what participants do is given a day.
#pragma once

#include <cstdint>

namespace durf::base {

class Calendar {
 public:
  virtual ~Calendar() = default;
  /// Days since 1970-01-01, UTC. Any thread.
  virtual std::int32_t today() const = 0;
  /// The same in seconds, to find out whether the wall clock was set meanwhile; never kept. Any thread.
  virtual std::int64_t seconds() const = 0;
};

}  // namespace durf::base
