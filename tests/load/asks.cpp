// SPDX-License-Identifier: MIT
// A full room in which many ask at nearly the same time, as when the facilitator says "now": how long until the
// question is safe, and until everybody has all of them.
#include <algorithm>

#include "load/dice.hpp"
#include "load/scenarios.hpp"

namespace durf::load {
namespace {

constexpr double usual_seconds = 3;
constexpr std::size_t askers_max = 190;  ///< the hat holds 200, and 300 can be seen

}  // namespace

bool asks(Trial& trial) {
  const Options& options = trial.options;
  Crowd crowd(trial.loop, options.target, trial.room, options.phones, network_of_phones, options.addresses);
  if (!trial.fill(crowd)) return false;

  const std::size_t askers = std::min(crowd.size(), askers_max);
  crowd.watch_for(askers);
  const double cpu = trial.meter.cpu_seconds();
  const auto moments = timetable(askers, now_us(), trial.us(trial.seconds_or(usual_seconds)), options.arrivals);
  for (std::size_t i = 0; i < askers; ++i) {
    trial.loop.at(moments[i], [&crowd, i, moment = moments[i]] {
      crowd[i].ask(moment, random_id(),
                   "Who decides about the roster, and why do we hear it last? (" + std::to_string(i) + ")");
    });
  }
  const bool all = trial.run([&] { return crowd.seen().phones == crowd.size(); });

  trial.report.add("phones", static_cast<double>(crowd.size()), "phones");
  trial.report.add("ask", crowd.records().answers[static_cast<std::size_t>(Deed::ask)], "question, until on disk");
  trial.report.add("phones_with_all", static_cast<double>(crowd.seen().phones), "phones that saw all questions");
  trial.report.add("fan_out_ms", static_cast<double>(crowd.seen().last - crowd.seen().first) / 1e3,
                   "first phone that saw all until the last, ms");
  if (trial.meter.is_on()) trial.report.add("server_cpu_s", trial.meter.cpu_seconds() - cpu, "server: CPU of it, s");
  trial.report_memory();
  trial.report_crowd(crowd);
  return all;
}

}  // namespace durf::load
