// SPDX-License-Identifier: MIT
#include "load/steady_votes.hpp"

#include <algorithm>

namespace durf::load {
namespace {

constexpr double patience_seconds = 5;
constexpr double votes_per_phone_max = 2;  ///< in a second; three are what the server takes

}  // namespace

Histogram vote_steadily(Trial& trial, Crowd& crowd, double per_second, double seconds, std::uint64_t& revision,
                        const std::function<bool(std::size_t)>& votes) {
  std::vector<std::size_t> voters;
  for (std::size_t i = 0; i < crowd.size(); ++i) {
    if (votes(i)) voters.push_back(i);
  }
  const Histogram& answers = crowd.records().answers[static_cast<std::size_t>(Deed::vote)];
  crowd.records() = {};
  const double rate = std::min(per_second, votes_per_phone_max * static_cast<double>(voters.size()));
  const auto count = static_cast<std::size_t>(rate * seconds);
  const auto moments = timetable(count, now_us(), trial.us(seconds), trial.options.arrivals);
  for (std::size_t k = 0; k < count; ++k) {
    if (k % voters.size() == 0) ++revision;
    trial.vote_at(moments[k], crowd, voters[k % voters.size()], revision, revision % 2 == 1);
  }
  const Us patience_ends = now_us() + trial.us(seconds + patience_seconds);
  trial.run([&] { return answers.count() == count || now_us() > patience_ends; });
  Histogram result = answers;
  for (std::uint64_t k = answers.count(); k < count; ++k) result.record(trial.us(patience_seconds));
  return result;
}

}  // namespace durf::load
