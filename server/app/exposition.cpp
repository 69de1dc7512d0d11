// SPDX-License-Identifier: MIT
#include "app/exposition.hpp"

#include <array>
#include <charconv>
#include <initializer_list>
#include <numeric>
#include <string_view>
#include <utility>

#include "durf/base/assert.hpp"

namespace durf::app {
namespace {

using session::Measures;

struct Label {
  std::string_view name;
  std::string_view value;
};
using Labels = std::initializer_list<Label>;

constexpr std::array<std::string_view, session::sides> side_names{"participants", "desks"};
constexpr std::array<std::string_view, session::outcomes> outcome_names{"accepted", "refused", "too_fast", "disk_full"};
constexpr std::array<std::string_view, 4> append_outcome_names{"durable", "disk_full", "conflict", "failed"};

std::string seconds(std::int64_t ms) {
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), static_cast<double>(ms) / 1'000).ptr;
  return {digits.data(), end};
}

/// One metric after another. Values of labels are our own words or the version's: none needs escaping, and that is checked.
class Text {
 public:
  void metric(std::string_view name, std::string_view kind, std::string_view help) {
    name_ = name;
    text_.append("# HELP ").append(name).append(" ").append(help).append("\n");
    text_.append("# TYPE ").append(name).append(" ").append(kind).append("\n");
  }
  void value(Labels labels, std::string_view number, std::string_view suffix = "") {
    text_.append(name_).append(suffix);
    char before = '{';
    for (const Label& label : labels) {
      DURF_ASSERT(label.value.find_first_of("\\\"\n") == std::string_view::npos);
      text_.append(1, std::exchange(before, ',')).append(label.name).append("=\"").append(label.value).append("\"");
    }
    text_.append(labels.size() > 0 ? "} " : " ").append(number).append("\n");
  }
  template <class Integer>
  void number(Labels labels, Integer number) {
    value(labels, std::to_string(number));
  }
  template <class Integer>
  void single(std::string_view name, std::string_view kind, std::string_view help, Integer of) {
    metric(name, kind, help);
    number({}, of);
  }
  std::string take() { return std::move(text_); }

 private:
  std::string_view name_;
  std::string text_;
};

void write_appends(Text& text, const Measures& measures) {
  text.metric("durf_append_seconds", "histogram", "From giving a record to the log until its answer.");
  const session::AppendTimes& times = measures.appends;
  const std::uint64_t all = std::accumulate(times.counts.begin(), times.counts.end(), std::uint64_t{0});
  text.value({}, std::to_string(all), "_count");
  text.value({}, seconds(static_cast<std::int64_t>(times.sum_ms)), "_sum");
  std::uint64_t so_far = 0;
  for (std::size_t i = 0; i < times.counts.size(); ++i) {
    so_far += times.counts[i];
    const std::string end = i < times.up_to_ms.size() ? seconds(times.up_to_ms[i]) : "+Inf";
    text.value({{"le", end}}, std::to_string(so_far), "_bucket");
  }
  text.metric("durf_appends_total", "counter", "Records given to the log, by outcome.");
  for (std::size_t i = 0; i < append_outcome_names.size(); ++i)
    text.number({{"outcome", append_outcome_names[i]}}, measures.append_outcomes[i]);
}

void write_commands(Text& text, const Measures& measures) {
  text.metric("durf_joins_total", "counter", "Connections that were let in.");
  for (std::size_t side = 0; side < session::sides; ++side)
    text.number({{"side", side_names[side]}}, measures.joins[side]);
  text.single("durf_turned_away_total", "counter", "Connections that were not let in.", measures.turned_away);
  text.metric("durf_commands_total", "counter", "Commands that were answered.");
  for (std::size_t side = 0; side < session::sides; ++side) {
    for (std::size_t i = 0; i < session::outcomes; ++i)
      text.number({{"side", side_names[side]}, {"outcome", outcome_names[i]}}, measures.commands[side][i]);
  }
}

}  // namespace

std::string exposition(const About& about, const runtime::Meters::Published& published) {
  Text text;
  text.metric("durf_info", "gauge", "Which program and which pages these are.");
  text.number({{"version", about.version}, {"build", about.build}}, 1);
  text.single("durf_start_time_seconds", "gauge", "When this process began to serve, in Unix time.", about.start_time_s);
  text.single("durf_connections_max", "gauge", "Connections that fit into the limit of open files.", about.connections_max);
  text.single("durf_sessions", "gauge", "Sessions that are not closed.", published.sessions);
  text.single("durf_participants", "gauge", "Connections of participants.", published.crowd.participants);
  text.single("durf_desks", "gauge", "Connections of desks and projectors.", published.crowd.desks);
  write_commands(text, published.measures);
  text.single("durf_rounds_total", "counter", "Rounds that passed.", published.measures.rounds);
  text.single("durf_frames_total", "counter", "Changes that were encoded for an audience.", published.measures.frames);
  write_appends(text, published.measures);
  text.single("durf_session_bugs_total", "counter", "Sessions that broke and were built again.", published.measures.bugs);
  text.single("process_cpu_seconds_total", "counter", "Time of processors used.", published.process.cpu_seconds);
  text.single("process_resident_memory_bytes", "gauge", "Memory in use.", published.process.memory_bytes);
  return text.take();
}

}  // namespace durf::app
