// SPDX-License-Identifier: MIT
// All arrive, each supports one question a little later, and everybody sees all of that support. Support moves with the
// rounds, so the time until it is seen holds what is left of a round; the time from the first phone to the last is the
// server's own.
#include <algorithm>

#include "load/dice.hpp"
#include "load/scenarios.hpp"

namespace durf::load {
namespace {

constexpr double thinks_seconds_min = 1, thinks_seconds_max = 3;

}  // namespace

bool evening(Trial& trial) {
  if (!trial.ask_questions()) return false;
  const Options& options = trial.options;
  Crowd crowd(trial.loop, options.target, trial.room, options.phones, network_of_phones, options.addresses);
  crowd.watch_for(options.questions + options.phones);  // asking counts as supporting

  const double cpu = trial.meter.cpu_seconds();
  const Us began = now_us();
  const auto arrivals = timetable(crowd.size(), began, trial.us(options.join_seconds), options.arrivals);
  crowd.join_at(arrivals);
  Us last_vote = 0;
  for (std::size_t i = 0; i < crowd.size(); ++i) {
    const double thinks = thinks_seconds_min + (thinks_seconds_max - thinks_seconds_min) * random_part();
    const Us moment = arrivals[i] + trial.us(thinks);
    last_vote = std::max(last_vote, moment);
    trial.vote_at(moment, crowd, i, 1, true);
  }
  const bool all = trial.run([&] { return crowd.seen().phones == crowd.size(); });

  const Records& records = crowd.records();
  const auto ms = [](Us length) { return static_cast<double>(length) / 1e3; };
  trial.report.add("phones", static_cast<double>(crowd.size()), "phones");
  trial.report.add("join", records.joins, "join, until caught up");
  trial.report.add("vote", records.answers[static_cast<std::size_t>(Deed::vote)], "vote, until on disk");
  trial.report.add("phones_with_all_votes", static_cast<double>(crowd.seen().phones), "phones that saw all votes");
  trial.report.add("all_votes_seen_s", ms(crowd.seen().last - last_vote) / 1e3,
                   "last vote until everybody saw all (a round is 5 s), s");
  trial.report.add("fan_out_ms", ms(crowd.seen().last - crowd.seen().first),
                   "first phone that saw all until the last, ms");
  if (trial.meter.is_on())
    trial.report.add("server_cpu_s", trial.meter.cpu_seconds() - cpu, "server: CPU of all this, s");
  trial.report_memory();
  trial.report_crowd(crowd);
  return all;
}

}  // namespace durf::load
