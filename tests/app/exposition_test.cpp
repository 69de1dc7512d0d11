// SPDX-License-Identifier: MIT
// The metrics as text. What Prometheus' own library makes of the same numbers is the referee for the format; the library itself
// is not linked into the program.
#include "app/exposition.hpp"

#include <gtest/gtest.h>
#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <set>
#include <sstream>

namespace durf::app {
namespace {

const About about{"0.1.0", "k3J9xQ2a", 1'764'000'000, 880};

runtime::Meters::Published some_numbers() {
  runtime::Meters::Published published;
  published.sessions = 2;
  published.crowd = {31, 3};
  published.process = {12, 48 * 1'024 * 1'024};
  session::Measures& measures = published.measures;
  measures.joins = {40, 4};
  measures.turned_away = 5;
  measures.rounds = 6;
  measures.frames = 70;
  measures.bugs = 1;
  measures.commands = {{{100, 9, 8, 7}, {20, 3, 0, 1}}};
  for (const std::int64_t ms : {1, 3, 3, 40, 1'500}) measures.count_append(log::AppendOutcome::durable, ms);
  measures.count_append(log::AppendOutcome::failed, 7);
  return published;
}

/// As the library writes one family.
class Referee {
 public:
  Referee(const char* name, prometheus::MetricType type, const char* help) { family_ = {name, help, type, {}}; }
  Referee& value(std::vector<prometheus::ClientMetric::Label> labels, double value) {
    prometheus::ClientMetric metric;
    metric.label = std::move(labels);
    if (family_.type == prometheus::MetricType::Counter)
      metric.counter.value = value;
    else
      metric.gauge.value = value;
    return add(std::move(metric));
  }
  Referee& add(prometheus::ClientMetric metric) {
    family_.metric.push_back(std::move(metric));
    return *this;
  }
  std::string text() const {
    std::ostringstream out;
    prometheus::TextSerializer().Serialize(out, {family_});
    return out.str();
  }

 private:
  prometheus::MetricFamily family_;
};

using enum prometheus::MetricType;

void expect_in(const std::string& text, const Referee& referee) {
  EXPECT_NE(text.find(referee.text()), std::string::npos) << referee.text() << "is not in\n" << text;
}

TEST(ExpositionOP10, IsWhatTheLibraryWouldWrite) {
  const std::string text = exposition(about, some_numbers());
  expect_in(text, Referee("durf_info", Gauge, "Which program and which pages these are.")
                      .value({{"version", "0.1.0"}, {"build", "k3J9xQ2a"}}, 1));
  expect_in(text, Referee("durf_sessions", Gauge, "Sessions that are not closed.").value({}, 2));
  expect_in(text, Referee("durf_commands_total", Counter, "Commands that were answered.")
                      .value({{"side", "participants"}, {"outcome", "accepted"}}, 100)
                      .value({{"side", "participants"}, {"outcome", "refused"}}, 9)
                      .value({{"side", "participants"}, {"outcome", "too_fast"}}, 8)
                      .value({{"side", "participants"}, {"outcome", "disk_full"}}, 7)
                      .value({{"side", "desks"}, {"outcome", "accepted"}}, 20)
                      .value({{"side", "desks"}, {"outcome", "refused"}}, 3)
                      .value({{"side", "desks"}, {"outcome", "too_fast"}}, 0)
                      .value({{"side", "desks"}, {"outcome", "disk_full"}}, 1));
  expect_in(text, Referee("process_resident_memory_bytes", Gauge, "Memory in use.").value({}, 48 * 1'024 * 1'024));

  prometheus::ClientMetric appends;
  appends.histogram.sample_count = 6;
  appends.histogram.sample_sum = 1.554;
  const std::pair<double, std::uint64_t> buckets[] = {{0.001, 1}, {0.002, 1}, {0.005, 3}, {0.01, 4}, {0.02, 4}, {0.05, 5},
                                                      {0.1, 5},   {0.2, 5},   {0.5, 5},   {1, 5}};
  for (const auto& [end, count] : buckets) appends.histogram.bucket.push_back({count, end});
  expect_in(text, Referee("durf_append_seconds", Histogram, "From giving a record to the log until its answer.").add(appends));
}

TEST(ExpositionOP10, NamesNoSessionAndKeepsItsNames) {
  std::set<std::string> names;
  std::set<std::string> labels;
  std::istringstream lines(exposition(about, some_numbers()));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# TYPE ")) names.insert(line.substr(7, line.find(' ', 7) - 7));
    if (line.starts_with("#")) continue;
    for (auto at = line.find("=\""); at != std::string::npos; at = line.find("=\"", at + 1))
      labels.insert(line.substr(line.find_last_of("{,", at) + 1, at - line.find_last_of("{,", at) - 1));
  }
  EXPECT_EQ(labels, (std::set<std::string>{"build", "le", "outcome", "side", "version"}));
  EXPECT_EQ(names, (std::set<std::string>{
                       "durf_append_seconds", "durf_appends_total", "durf_commands_total", "durf_connections_max", "durf_desks",
                       "durf_frames_total", "durf_info", "durf_joins_total", "durf_participants", "durf_rounds_total",
                       "durf_session_bugs_total", "durf_sessions", "durf_start_time_seconds", "durf_turned_away_total",
                       "process_cpu_seconds_total", "process_resident_memory_bytes"}));
}

}  // namespace
}  // namespace durf::app
