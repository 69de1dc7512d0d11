// SPDX-License-Identifier: MIT
// Phones that go away and come back. `sleep`: some of them, each for a while, and meanwhile the others vote. `storm`:
// all at the same moment, as after a network that failed; all want to be back at once, and are counted from then.
#include "load/dice.hpp"
#include "load/scenarios.hpp"

namespace durf::load {
namespace {

constexpr double part_that_sleeps = 0.3;
constexpr int looks_max = 20;
constexpr std::size_t files_to_spare = 20;
constexpr double sleeps_seconds_min = 1, sleeps_seconds_max = 6;

/// Everybody has the newest frame that anybody has.
bool all_have_the_newest(const Room& room, Crowd& crowd) {
  for (std::size_t i = 0; i < crowd.size(); ++i) {
    if (crowd[i].position().frame != room.view.frames()) return false;
  }
  return true;
}

void report_returns(Trial& trial, Crowd& crowd) {
  const Records& records = crowd.records();
  trial.report.add("join", records.joins, "back in, until caught up");
  trial.report.add("resumed", static_cast<double>(records.resumed), "of them with the frames that were missed");
  trial.report.add("snapshots", static_cast<double>(records.snapshots), "of them with a snapshot");
}

}  // namespace

bool sleep(Trial& trial) {
  if (!trial.ask_questions()) return false;
  const Options& options = trial.options;
  Crowd crowd(trial.loop, options.target, trial.room, options.phones, network_of_phones, options.addresses);
  if (!trial.fill(crowd)) return false;

  crowd.records() = {};
  const auto sleepers = static_cast<std::size_t>(part_that_sleeps * static_cast<double>(crowd.size()));
  const Us began = now_us();
  const auto order = shuffled(crowd.size());
  const auto leaving = timetable(sleepers, began, 2 * us_per_second, options.arrivals);
  for (std::size_t k = 0; k < sleepers; ++k) {
    Phone& phone = crowd[order[k]];
    trial.loop.at(leaving[k], [&phone] { phone.vanish(); });
    const Us back =
        leaving[k] + trial.us(sleeps_seconds_min + (sleeps_seconds_max - sleeps_seconds_min) * random_part());
    trial.loop.at(back, [&phone, back] { phone.join(back); });
  }
  // Those who sleep vote too: the tap is kept, and sent when they are back.
  const auto moments = timetable(crowd.size(), began, trial.us(8), options.arrivals);
  for (std::size_t i = 0; i < crowd.size(); ++i) trial.vote_at(moments[i], crowd, i, 1, true);
  crowd.watch_for(options.questions + options.phones);
  const bool all = trial.run([&] { return crowd.seen().phones == crowd.size(); });

  trial.report.add("phones", static_cast<double>(crowd.size()), "phones");
  report_returns(trial, crowd);
  trial.report.add("vote", crowd.records().answers[static_cast<std::size_t>(Deed::vote)],
                   "vote, also while asleep, until on disk");
  trial.report.add("phones_with_all_votes", static_cast<double>(crowd.seen().phones), "phones that saw all votes");
  trial.report_memory();
  trial.report_crowd(crowd);
  return all;
}

bool storm(Trial& trial) {
  if (!trial.ask_questions()) return false;
  const Options& options = trial.options;
  Crowd crowd(trial.loop, options.target, trial.room, options.phones, network_of_phones, options.addresses);
  const std::size_t files_before = trial.meter.open_files();
  if (!trial.fill(crowd)) return false;
  trial.run_for(2 * us_per_second);

  crowd.records() = {};
  for (std::size_t i = 0; i < crowd.size(); ++i) crowd[i].vanish();
  // It is the coming back that is measured, and not how long the server keeps what has gone.
  for (int looked = 0; looked < looks_max && (looked == 0 || trial.meter.open_files() > files_before + files_to_spare);
       ++looked)
    trial.run_for(us_per_second / 2);
  const double cpu = trial.meter.cpu_seconds();
  const Us moment = now_us();
  for (std::size_t i = 0; i < crowd.size(); ++i) {
    trial.loop.at(moment, [&crowd, i, moment] { crowd[i].join(moment); });
  }
  const bool all = trial.run([&] { return crowd.here() == crowd.size() && all_have_the_newest(trial.room, crowd); });

  trial.report.add("phones", static_cast<double>(crowd.size()), "phones, all back at once");
  report_returns(trial, crowd);
  if (trial.meter.is_on()) trial.report.add("server_cpu_s", trial.meter.cpu_seconds() - cpu, "server: CPU of it, s");
  trial.report_memory();
  trial.report_crowd(crowd);
  return all;
}

}  // namespace durf::load
