// SPDX-License-Identifier: MIT
// Puts phones, and worse, in front of a server on this machine, over the real protocol, and tells how long they waited.
//
//   durf_load SCENARIO --server 127.0.0.1:8080 [--pid SERVER] [--phones N] [--join-seconds S] [--seconds S] [--rounds
//   N]
//             [--addresses N] [--even] [--within S] [--goal KEY=MAX]… [--json]
//
//   evening   all arrive within 10 s, each supports a question, everybody sees all of it
//   votes     a full room votes within one second, several times
//   asks      many ask within three seconds
//   sleep     three of ten go away and come back, and vote meanwhile
//   storm     all come back at the same moment
//   idle      a room full of phones that only are there
//   stalled   a tenth reads nothing
//   hostile   idle connections, slow heads, flooders and newcomers at once; how long do the others wait?
//
// Open loop: what is to happen stands in a timetable, and every time is counted from the moment in the timetable, so
// that a server that falls behind does not slow its questioner down. `scripts/load` builds it, starts a server and runs
// scenarios. Ends with 0, with 1 when the scenario did not come to its end, the server broke the protocol or a goal was
// missed, with 2 when the options are wrong.
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "load/dice.hpp"
#include "load/scenarios.hpp"

namespace {

using namespace durf::load;

const std::map<std::string, std::function<bool(Trial&)>> scenarios = {
    {"evening", evening}, {"votes", votes}, {"asks", asks},       {"sleep", durf::load::sleep},
    {"storm", storm},     {"idle", idle},   {"stalled", stalled}, {"hostile", hostile},
};

void raise_open_files() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

/// Empty when fine, else what is wrong.
std::string parse_goals(const std::vector<std::string>& texts, std::vector<Goal>& goals) {
  for (const std::string& text : texts) {
    const auto equals = text.find('=');
    char* end = nullptr;
    const double at_most = equals == std::string::npos ? 0 : std::strtod(text.c_str() + equals + 1, &end);
    if (end == nullptr || *end != '\0' || end == text.c_str() + equals + 1) return "'" + text + "' is not KEY=MAX";
    goals.push_back({text.substr(0, equals), at_most});
  }
  return "";
}

int run(const Options& options, const std::vector<Goal>& goals, bool as_json) {
  Trial trial(options);
  const bool came_to_its_end = scenarios.at(options.scenario)(trial);
  std::fputs(as_json ? (trial.report.json() + "\n").c_str() : trial.report.table().c_str(), stdout);
  if (!came_to_its_end) std::fprintf(stderr, "durf_load: %s did not come to its end\n", options.scenario.c_str());
  auto missed = trial.report.missed(goals);
  const auto faults = trial.report.missed({{"faults", 0}});
  missed.insert(missed.end(), faults.begin(), faults.end());
  for (const std::string& line : missed) std::fprintf(stderr, "durf_load: missed: %s\n", line.c_str());
  return came_to_its_end && missed.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  std::string server = "127.0.0.1:8080";
  std::vector<std::string> goal_texts;
  bool as_json = false, even = false;
  std::uint64_t seed = 0;

  CLI::App app{"Phones, and worse, for a Durf server on this machine.", "durf_load"};
  std::vector<std::string> names;
  for (const auto& [name, scenario] : scenarios) names.push_back(name);
  app.add_option("scenario", options.scenario, "What is to happen")->required()->check(CLI::IsMember(names));
  app.add_option("--server", server, "Where the server is; only addresses in 127.0.0.0/8 are taken")
      ->capture_default_str();
  app.add_option("--pid", options.process, "Process of the server, to measure its CPU and memory")
      ->check(CLI::PositiveNumber);
  app.add_option("--phones", options.phones, "How many")->check(CLI::Range(1, 60'000))->capture_default_str();
  app.add_option("--join-seconds", options.join_seconds, "In which they arrive")
      ->check(CLI::Range(0.0, 600.0))
      ->capture_default_str();
  app.add_option("--seconds", options.seconds, "Of what is measured; 0: as the scenario has it")
      ->check(CLI::Range(0.0, 3'600.0))
      ->capture_default_str();
  app.add_option("--rounds", options.rounds, "Of votes and stalled")->check(CLI::Range(1, 25))->capture_default_str();
  app.add_option("--questions", options.questions, "To support")->check(CLI::Range(3, 200))->capture_default_str();
  app.add_option("--addresses", options.addresses, "Networks that the phones come from; 1: all from one")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  app.add_option("--attack-addresses", options.attack_addresses, "The same of the attack")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  app.add_option("--idle", options.idle, "Of the attack: connections that are only there")
      ->check(CLI::Range(0, 60'000))
      ->capture_default_str();
  app.add_option("--slow-heads", options.slow_heads, "Of the attack: requests that never end")
      ->check(CLI::Range(0, 20'000))
      ->capture_default_str();
  app.add_option("--flooders", options.flooders, "Of the attack: phones that command as fast as they can")
      ->check(CLI::Range(0, 5'000))
      ->capture_default_str();
  app.add_option("--handshakes", options.handshakes_per_second, "Of the attack: newcomers per second")
      ->check(CLI::Range(0.0, 10'000.0))
      ->capture_default_str();
  app.add_option("--within", options.within_seconds, "After so many seconds it gives up")
      ->check(CLI::Range(1.0, 3'600.0))
      ->capture_default_str();
  app.add_option("--seed", seed, "Of chance; 0 takes another one each time")->capture_default_str();
  app.add_option("--goal", goal_texts, "KEY=MAX: that figure shall be at most so large (may be repeated)")
      ->allow_extra_args(false);
  app.add_flag("--even", even, "Arrivals at even distances instead of by chance");
  app.add_flag("--json", as_json, "One line of JSON instead of the table");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  std::vector<Goal> goals;
  const auto target = parse_target(server);
  std::string wrong = parse_goals(goal_texts, goals);
  if (!target)
    wrong =
        "--server: '" + server + "' is not an address like 127.0.0.1:8080; this program talks to this machine alone";
  if (!wrong.empty()) {
    std::fprintf(stderr, "durf_load: %s\n", wrong.c_str());
    return 2;
  }
  options.target = *target;
  options.arrivals = even ? Arrivals::even : Arrivals::random;
  if (seed != 0) dice().seed(seed);
  ::signal(SIGPIPE, SIG_IGN);
  raise_open_files();
  try {
    return run(options, goals, as_json);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "durf_load: %s\n", error.what());
    return 1;
  }
}
