// SPDX-License-Identifier: MIT
#include "load/trial.hpp"

#include <algorithm>

#include "load/dice.hpp"

namespace durf::load {

Trial::Trial(const Options& wished)
    : options(wished),
      meter(wished.process),
      room(create_room(wished.target, wished.phones)),
      report(wished.scenario),
      deadline_(now_us() + static_cast<Us>(wished.within_seconds * us_per_second)) {}

bool Trial::ask_questions() {
  askers_ =
      std::make_unique<Crowd>(loop, options.target, room, options.questions, network_of_askers, options.addresses);
  Crowd& askers = *askers_;
  askers.join_at(timetable(askers.size(), now_us(), us_per_second / 2, Arrivals::even));
  if (!run([&] { return askers.here() == askers.size(); })) return false;
  for (std::size_t i = 0; i < askers.size(); ++i) {
    room.questions.push_back(random_id());
    askers[i].ask(now_us(), room.questions.back(),
                  "Why is the roster of the night shift still the same? (" + std::to_string(i) + ")");
  }
  const bool all = run([&] { return room.view.questions() == options.questions; });
  for (std::size_t i = 0; i < askers.size(); ++i) askers[i].vanish();
  return all;
}

void Trial::run_for(Us length) {
  const Us until = std::min(now_us() + length, deadline_);
  loop.run(until, [] { return false; });
}

bool Trial::fill(Crowd& crowd) {
  crowd.join_at(timetable(crowd.size(), now_us(), us(options.join_seconds), options.arrivals));
  return run([&] { return crowd.here() == crowd.size(); });
}

void Trial::vote_at(Us moment, Crowd& crowd, std::size_t i, std::uint64_t revision, bool up) {
  loop.at(moment, [this, moment, &crowd, i, revision, up] {
    crowd[i].vote(moment, room.questions[i % room.questions.size()], revision, up);
  });
}

void Trial::report_crowd(Crowd& crowd) {
  const Records& records = crowd.records();
  report.add("missing", static_cast<double>(crowd.size() - crowd.here()), "phones that are not in at the end");
  report.add("faults", static_cast<double>(records.faults),
             "faults: the server broke the protocol, or no port was left here");
  for (const Deed deed : {Deed::ask, Deed::vote}) {
    if (const auto given_up = records.given_up[static_cast<std::size_t>(deed)])
      report.add(deed == Deed::ask ? "asks_given_up" : "votes_given_up", static_cast<double>(given_up),
                 "not even sent");
  }
  report.add(records.lost, "lost", "connections that ended with");
  report.add(records.refused, "refused", "commands refused as");
  const Histogram& late = loop.lateness();
  report.add("own_lateness_p99_ms", static_cast<double>(late.percentile(0.99)) / 1e3,
             "this program behind its timetable: p99, ms");
}

void Trial::report_memory() {
  if (!meter.is_on()) return;
  report.add("server_rss_mb", static_cast<double>(meter.resident_kib()) / 1'024, "server: resident now, MiB");
  report.add("server_rss_peak_mb", static_cast<double>(meter.resident_peak_kib()) / 1'024,
             "server: resident at its most, MiB");
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  return values[values.size() / 2];
}

double smallest(const std::vector<double>& values) { return values.empty() ? 0 : *std::ranges::min_element(values); }

}  // namespace durf::load
