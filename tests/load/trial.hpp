// SPDX-License-Identifier: MIT
// What every scenario has: the options, a loop, the server's meter, a session with questions in it, and the report. The
// flow of a scenario is read in its own file; each gives up after `within` seconds and reports what it has.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "load/crowd.hpp"
#include "load/process_meter.hpp"
#include "load/report.hpp"
#include "load/room.hpp"
#include "load/timetable.hpp"

namespace durf::load {

struct Options {
  std::string scenario;
  Target target;
  int process = 0;  ///< of the server, 0 when it is not to be measured
  std::size_t phones = 1'000;
  double join_seconds = 10;  ///< in which all phones arrive
  double seconds = 0;        ///< of what is measured; 0: as the scenario has it
  int rounds = 5;
  std::size_t addresses = 32;  ///< that the phones come from
  std::size_t attack_addresses = 32;
  std::size_t questions = 10;
  Arrivals arrivals = Arrivals::random;
  double within_seconds = 180;
  std::size_t idle = 10'000;  ///< of the attack
  std::size_t slow_heads = 1'000;
  std::size_t flooders = 100;
  double handshakes_per_second = 100;
};

constexpr std::uint8_t network_of_phones = 0;
constexpr std::uint8_t network_of_askers = 2;
constexpr std::uint8_t network_of_attack = 1;

class Trial {
 public:
  /// Makes the session. Throws when that fails.
  explicit Trial(const Options& wished);

  const Options& options;
  Loop loop;
  ProcessMeter meter;
  Room room;
  Report report;

  /// Asks so many questions through phones of their own, which leave once all are to be seen. Whether that came to
  /// pass.
  bool ask_questions();

  /// Until it is done, or the time of the whole trial is up.
  bool run(const std::function<bool()>& done) { return loop.run(deadline_, done); }
  void run_for(Us length);
  Us us(double seconds) const { return static_cast<Us>(seconds * us_per_second); }
  double seconds_or(double usual) const { return options.seconds > 0 ? options.seconds : usual; }

  /// Everybody arrives within `join_seconds`. Whether all are in.
  bool fill(Crowd& crowd);

  /// The i-th phone votes for one of the questions at that moment.
  void vote_at(Us moment, Crowd& crowd, std::size_t i, std::uint64_t revision, bool up);

  /// What could make the other figures worthless, and the server's memory.
  void report_crowd(Crowd& crowd);
  void report_memory();

 private:
  Us deadline_;
  std::unique_ptr<Crowd> askers_;  ///< gone from the session, but the loop may still know of them
};

double median(std::vector<double> values);
double smallest(const std::vector<double>& values);

}  // namespace durf::load
