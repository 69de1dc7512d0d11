// SPDX-License-Identifier: MIT
#include "durf/session/measures.hpp"

#include <algorithm>

namespace durf::session {
namespace {

template <std::size_t Size>
void add(std::array<std::uint64_t, Size>& to, const std::array<std::uint64_t, Size>& more) {
  for (std::size_t i = 0; i < Size; ++i) to[i] += more[i];
}

}  // namespace

void AppendTimes::observe(std::int64_t ms) {
  const auto bucket = std::lower_bound(up_to_ms.begin(), up_to_ms.end(), ms) - up_to_ms.begin();
  ++counts[static_cast<std::size_t>(bucket)];
  sum_ms += static_cast<std::uint64_t>(std::max<std::int64_t>(0, ms));
}

void Measures::count_command(Side side, Outcome outcome) {
  ++commands[static_cast<std::size_t>(side)][static_cast<std::size_t>(outcome)];
}

void Measures::count_append(log::AppendOutcome outcome, std::int64_t ms) {
  appends.observe(ms);
  ++append_outcomes[static_cast<std::size_t>(outcome)];
}

Measures& Measures::operator+=(const Measures& other) {
  for (std::size_t side = 0; side < sides; ++side) add(commands[side], other.commands[side]);
  add(joins, other.joins);
  turned_away += other.turned_away;
  rounds += other.rounds;
  frames += other.frames;
  bugs += other.bugs;
  add(appends.counts, other.appends.counts);
  appends.sum_ms += other.appends.sum_ms;
  add(append_outcomes, other.append_outcomes);
  return *this;
}

}  // namespace durf::session
