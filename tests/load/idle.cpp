// SPDX-License-Identifier: MIT
// A room full of phones that only are there: what each of them costs the server in memory, and all together in CPU.
#include "load/scenarios.hpp"

namespace durf::load {
namespace {

constexpr double usual_seconds = 10;

}  // namespace

bool idle(Trial& trial) {
  if (!trial.ask_questions()) return false;
  const Options& options = trial.options;
  Crowd crowd(trial.loop, options.target, trial.room, options.phones, network_of_phones, options.addresses);
  trial.run_for(us_per_second);
  const auto resident = static_cast<double>(trial.meter.resident_kib());
  const double cpu_before = trial.meter.cpu_seconds();
  const bool all = trial.fill(crowd);
  const double cpu = trial.meter.cpu_seconds();
  const double seconds = trial.seconds_or(usual_seconds);
  trial.run_for(trial.us(seconds));

  const auto phones = static_cast<double>(crowd.here());
  trial.report.add("phones", phones, "phones");
  trial.report.add("join", crowd.records().joins, "join, until caught up");
  if (trial.meter.is_on() && phones > 0) {
    trial.report.add("server_bytes_per_phone",
                     (static_cast<double>(trial.meter.resident_kib()) - resident) * 1'024 / phones,
                     "server: resident bytes per phone");
    trial.report.add("server_cpu_per_join_us", (cpu - cpu_before) * 1e6 / phones, "server: CPU per join, us");
    trial.report.add("server_cpu_idle_percent", (trial.meter.cpu_seconds() - cpu) * 100 / seconds,
                     "server: CPU while nothing happens, % of a core");
  }
  trial.report_memory();
  trial.report_crowd(crowd);
  return all;
}

}  // namespace durf::load
