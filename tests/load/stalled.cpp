// SPDX-License-Identifier: MIT
// A tenth of the phones reads nothing, while long answers go to everybody: does it cost the others anything? Rounds
// without and with them take turns, so that the machine's other work falls on both.
#include <algorithm>

#include "load/desk.hpp"
#include "load/scenarios.hpp"
#include "load/steady_votes.hpp"

namespace durf::load {
namespace {

constexpr double usual_seconds = 10;  ///< 180 answers: more than the 64 frames of an outbox and what the kernel takes
constexpr double votes_per_second = 400;
constexpr double answers_per_second = 18;
constexpr std::size_t answer_bytes = 2'300;  ///< and as much of a promise
constexpr int receive_bytes = 2'048;         ///< so that the server's own queue is reached, and not only the kernel's
bool stalls(std::size_t i) { return i % 10 == 0; }

}  // namespace

bool stalled(Trial& trial) {
  if (!trial.ask_questions()) return false;
  const Options& options = trial.options;
  Crowd crowd(trial.loop, options.target, trial.room, options.phones, network_of_phones, options.addresses);
  for (std::size_t i = 0; i < crowd.size(); ++i) {
    if (stalls(i)) crowd[i].set_receive_bytes(receive_bytes);
  }
  Desk desk(trial.loop, options.target, trial.room);
  desk.open(0);
  if (!trial.fill(crowd) || !trial.run([&] { return desk.is_in(); })) return false;

  const double seconds = trial.seconds_or(usual_seconds);
  std::uint64_t revision = 0;
  std::vector<double> p99[2];
  Histogram all[2];
  std::uint64_t resyncs = 0;
  for (int round = 0; round < 2 * options.rounds; ++round) {
    const bool with = round % 2 == 1;
    for (std::size_t i = 0; i < crowd.size(); ++i) {
      if (!stalls(i)) continue;
      if (with) {
        crowd[i].stop_reading();
      } else {
        crowd[i].read_again();
      }
    }
    for (const Us moment :
         timetable(static_cast<std::size_t>(answers_per_second * seconds), now_us(), trial.us(seconds), Arrivals::even))
      trial.loop.at(moment, [&] { desk.write_answer(trial.room.questions.front(), answer_bytes); });
    const Histogram votes =
        vote_steadily(trial, crowd, votes_per_second, seconds, revision, [](std::size_t i) { return !stalls(i); });
    resyncs += crowd.records().resyncs;
    p99[with].push_back(static_cast<double>(votes.percentile(0.99)) / 1e3);
    all[with].add(votes);
  }
  trial.report.add("phones", static_cast<double>(crowd.size()),
                   "phones, a tenth of which reads nothing in every second round");
  trial.report.add("frames", static_cast<double>(trial.room.view.frames()), "frames that went to everybody");
  trial.report.add("resyncs", static_cast<double>(resyncs), "phones that were behind and got a snapshot");
  trial.report.add("desk_lost", desk.was_lost() ? 1 : 0, "the desk that wrote answers was sent away");
  trial.report.add("vote_alone", all[0], "vote, while all read");
  trial.report.add("vote", all[1], "vote, while a tenth does not read");
  trial.report.add("vote_p99_alone_ms_median", median(p99[0]), "p99 while all read, middle round, ms");
  trial.report.add("vote_p99_ms_median", median(p99[1]), "p99 while a tenth does not, middle round, ms");
  trial.report.add("vote_p99_alone_ms_min", smallest(p99[0]), "p99 while all read, best round, ms");
  trial.report.add("vote_p99_ms_min", smallest(p99[1]), "p99 while a tenth does not, best round, ms");
  trial.report.add("vote_p99_ratio_percent", 100 * median(p99[1]) / std::max(median(p99[0]), 0.001),
                   "the second, in % of the first");
  trial.report_memory();
  trial.report_crowd(crowd);
  return true;
}

}  // namespace durf::load
