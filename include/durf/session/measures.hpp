// SPDX-License-Identifier: MIT
// What a session did, in numbers that may leave it: counted by the core and its host, handed over when a round has left
// nothing in the hat, and never with a name of the session. Few and coarse on purpose: a number for each kind of command would
// tell how many verdicts or wishes to hide there were, which nobody is shown below a threshold
// (server/decisions/metrics-in-rounds.md). Plain values; adding is all that one does with them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "durf/log/event_log.hpp"

namespace durf::session {

/// Who acted.
enum class Side { participants, desks };
inline constexpr std::size_t sides = 2;

/// What became of a command. `refused` is every refusal that its sender could have avoided.
enum class Outcome { accepted, refused, too_fast, disk_full };
inline constexpr std::size_t outcomes = 4;

/// How long the log took, from the append to its answer.
struct AppendTimes {
  /// Upper ends of the buckets. 2 ms is a commit that waited for nobody, 100 ms what people begin to feel.
  static constexpr std::array<std::int64_t, 10> up_to_ms{1, 2, 5, 10, 20, 50, 100, 200, 500, 1'000};

  std::array<std::uint64_t, up_to_ms.size() + 1> counts{};  ///< the last one: longer than all of these
  std::uint64_t sum_ms = 0;

  void observe(std::int64_t ms);
  friend bool operator==(const AppendTimes&, const AppendTimes&) = default;
};

struct Measures {
  std::array<std::array<std::uint64_t, outcomes>, sides> commands{};
  std::array<std::uint64_t, sides> joins{};
  std::uint64_t turned_away = 0;  ///< the session was full, or the link did not open it any more
  std::uint64_t rounds = 0;       ///< passed, with or without a release
  std::uint64_t frames = 0;       ///< encoded for a whole audience
  std::uint64_t bugs = 0;         ///< cores that broke and were built again from the log
  AppendTimes appends;
  std::array<std::uint64_t, 4> append_outcomes{};  ///< as log::AppendOutcome

  void count_command(Side side, Outcome outcome);
  void count_append(log::AppendOutcome outcome, std::int64_t ms);
  Measures& operator+=(const Measures& other);
  friend bool operator==(const Measures&, const Measures&) = default;
};

static_assert(static_cast<std::size_t>(log::AppendOutcome::failed) == 3, "append_outcomes holds all of them");

/// How many are at a session at a moment.
struct Crowd {
  std::int64_t participants = 0;
  std::int64_t desks = 0;
  friend bool operator==(const Crowd&, const Crowd&) = default;
};

}  // namespace durf::session
