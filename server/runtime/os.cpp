// SPDX-License-Identifier: MIT
#include "durf/runtime/os.hpp"

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>

namespace durf::runtime {
namespace {

/// Each step of a session needs 32 bytes; a system call for each would cost more than they do. One per thread, so that nobody
/// waits for anybody. (The program never forks: a child would begin with the same bytes.)
struct Drawn {
  std::array<std::uint8_t, 4'096> bytes{};
  std::size_t used = bytes.size();
};

void draw(std::span<std::uint8_t> out) {
  while (!out.empty()) {
    const ssize_t got = ::getrandom(out.data(), out.size(), 0);
    if (got < 0 && errno != EINTR) std::abort();  // a key that is not random is worse than no server
    if (got > 0) out = out.subspan(static_cast<std::size_t>(got));
  }
}

}  // namespace

base::SteadyMs OsClock::now() const {
  const auto since_start = std::chrono::steady_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(since_start).count()};
}

std::int32_t OsCalendar::today() const {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return static_cast<std::int32_t>(now.time_since_epoch().count());
}

std::int64_t OsCalendar::seconds() const {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return now.time_since_epoch().count();
}

void OsEntropy::fill(std::span<std::uint8_t> out) {
  thread_local Drawn drawn;
  while (!out.empty()) {
    if (drawn.used == drawn.bytes.size()) {
      draw(drawn.bytes);
      drawn.used = 0;
    }
    const std::size_t size = std::min(out.size(), drawn.bytes.size() - drawn.used);
    const auto given = std::span(drawn.bytes).subspan(drawn.used, size);
    std::copy(given.begin(), given.end(), out.begin());
    ::explicit_bzero(given.data(), size);  // it may have become a key, which is nobody's but its owner's
    drawn.used += size;
    out = out.subspan(size);
  }
}

}  // namespace durf::runtime
