// SPDX-License-Identifier: MIT
// An attack from this machine's second core, while phones go on voting: how long do they wait, with it and without, and
// does the server's memory stay where it is?
#include <algorithm>

#include "load/attack.hpp"
#include "load/scenarios.hpp"
#include "load/steady_votes.hpp"

namespace durf::load {
namespace {

constexpr double usual_seconds = 20;
constexpr double votes_per_second = 400;
constexpr double ramp_seconds_max = 40;
constexpr double sample_seconds = 0.5;

bool everybody(std::size_t) { return true; }

}  // namespace

bool hostile(Trial& trial) {
  const Options& options = trial.options;
  if (!trial.ask_questions()) return false;
  Attack attack(options, trial.room);
  Crowd crowd(trial.loop, options.target, trial.room, options.phones, network_of_phones, options.addresses);
  if (!trial.fill(crowd)) return false;

  const double seconds = trial.seconds_or(usual_seconds);
  std::uint64_t revision = 0;
  const auto resident = static_cast<double>(trial.meter.resident_kib()) / 1'024;
  const Histogram before = vote_steadily(trial, crowd, votes_per_second, seconds / 2, revision, everybody);

  attack.begin();
  const Us ramp_ends = now_us() + trial.us(ramp_seconds_max);
  bool under_way = false;
  // Asked now and then and not after each turn: it is a system call.
  while (!under_way && now_us() < ramp_ends) {
    trial.run_for(trial.us(sample_seconds));
    under_way = attack.is_under_way();
  }
  double resident_first = static_cast<double>(trial.meter.resident_kib()) / 1'024;
  double resident_most = resident_first;
  const Us ends = now_us() + trial.us(seconds);
  const std::function<void()> sample = [&] {
    resident_most = std::max(resident_most, static_cast<double>(trial.meter.resident_kib()) / 1'024);
    if (now_us() < ends) trial.loop.at(now_us() + trial.us(sample_seconds), sample);
  };
  sample();
  const double cpu = trial.meter.cpu_seconds();
  const Us began = now_us();
  const Histogram during = vote_steadily(trial, crowd, votes_per_second, seconds, revision, everybody);
  const double busy = (trial.meter.cpu_seconds() - cpu) * 100 * us_per_second / static_cast<double>(now_us() - began);
  const AttackCounts counts = attack.end();

  const auto number = [](std::uint64_t count) { return static_cast<double>(count); };
  Report& report = trial.report;
  report.add("phones", number(crowd.size()), "phones that vote");
  report.add("vote_before", before, "vote, before the attack");
  report.add("vote", during, "vote, during the attack");
  report.add("attack_idle", number(counts.idle), "attack: connections that are only there, at the end");
  report.add("attack_slow_heads", number(counts.slow_heads), "attack: slow heads, at the end");
  report.add("attack_slow_heads_begun", number(counts.slow_heads_begun), "attack: slow heads begun in all");
  report.add("attack_flooders", number(counts.flooders), "attack: flooders, at the end");
  report.add("attack_flooders_lost", number(counts.flooders_lost), "attack: times that a flooder was sent away");
  report.add("attack_commands", number(counts.commands), "attack: commands sent");
  report.add("attack_replies", number(counts.replies), "attack: replies received");
  report.add("attack_handshakes", number(counts.handshakes), "attack: newcomers");
  report.add("attack_handshakes_done", number(counts.handshakes_done), "attack: newcomers that got in");
  if (trial.meter.is_on()) {
    report.add("server_busy_percent", busy, "server: CPU during the attack, % of a core");
    report.add("server_rss_before_mb", resident, "server: resident before, MiB");
    report.add("server_rss_attacked_first_mb", resident_first, "server: resident when all attackers were there, MiB");
    report.add("server_rss_attacked_most_mb", resident_most, "server: resident at most in the time measured, MiB");
  }
  trial.report_memory();
  trial.report_crowd(crowd);
  return under_way;
}

}  // namespace durf::load
