// SPDX-License-Identifier: MIT
// A full room in which everybody supports something, or takes it back, within the same short time; in several rounds.
// What it costs is told at its smallest and in the middle, because other programs of the machine can only make it
// larger.
#include "load/scenarios.hpp"

namespace durf::load {
namespace {

constexpr double usual_seconds = 1;
constexpr double rest_seconds = 2;  ///< between rounds, for what is still to be written and shown

}  // namespace

bool votes(Trial& trial) {
  if (!trial.ask_questions()) return false;
  const Options& options = trial.options;
  Crowd crowd(trial.loop, options.target, trial.room, options.phones, network_of_phones, options.addresses);
  if (!trial.fill(crowd)) return false;

  const double seconds = trial.seconds_or(usual_seconds);
  Histogram all;
  std::vector<double> p99_ms, cpu_us;
  for (int round = 1; round <= options.rounds; ++round) {
    trial.run_for(trial.us(rest_seconds));
    crowd.records() = {};
    const double cpu = trial.meter.cpu_seconds();
    const auto moments = timetable(crowd.size(), now_us(), trial.us(seconds), options.arrivals);
    const auto order = shuffled(crowd.size());
    for (std::size_t i = 0; i < crowd.size(); ++i)
      trial.vote_at(moments[i], crowd, order[i], static_cast<std::uint64_t>(round), round % 2 == 1);
    const Histogram& answers = crowd.records().answers[static_cast<std::size_t>(Deed::vote)];
    if (!trial.run([&] { return answers.count() == crowd.size(); })) return false;
    cpu_us.push_back((trial.meter.cpu_seconds() - cpu) * 1e6 / static_cast<double>(crowd.size()));
    p99_ms.push_back(static_cast<double>(answers.percentile(0.99)) / 1e3);
    all.add(answers);
  }
  trial.report.add("phones", static_cast<double>(crowd.size()), "phones, a vote of each in every round");
  trial.report.add("votes_per_s", static_cast<double>(crowd.size()) / seconds, "votes in a second");
  trial.report.add("rounds", options.rounds, "rounds");
  trial.report.add("vote_p99_ms_min", smallest(p99_ms), "vote, until on disk: p99, best round, ms");
  trial.report.add("vote_p99_ms_median", median(p99_ms), "vote, until on disk: p99, middle round, ms");
  trial.report.add("vote", all, "vote, all rounds");
  if (trial.meter.is_on()) {
    trial.report.add("server_cpu_per_vote_us_min", smallest(cpu_us), "server: CPU per vote, best round, us");
    trial.report.add("server_cpu_per_vote_us_median", median(cpu_us), "server: CPU per vote, middle round, us");
  }
  trial.report_memory();
  trial.report_crowd(crowd);
  return true;
}

}  // namespace durf::load
