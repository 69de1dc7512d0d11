// SPDX-License-Identifier: MIT
#include "durf/runtime/os.hpp"

#include <sys/random.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>

namespace durf::runtime {

base::SteadyMs OsClock::now() const {
  const auto since_start = std::chrono::steady_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(since_start).count()};
}

std::int32_t OsCalendar::today() const {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return static_cast<std::int32_t>(now.time_since_epoch().count());
}

void OsEntropy::fill(std::span<std::uint8_t> out) {
  while (!out.empty()) {
    const ssize_t got = ::getrandom(out.data(), out.size(), 0);
    if (got < 0 && errno != EINTR) std::abort();  // a key that is not random is worse than no server
    if (got > 0) out = out.subspan(static_cast<std::size_t>(got));
  }
}

}  // namespace durf::runtime
