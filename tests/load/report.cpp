// SPDX-License-Identifier: MIT
#include "load/report.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace durf::load {
namespace {

/// Whole numbers as such, others with three figures behind the point at most.
std::string written(double value) {
  std::array<char, 64> text;
  std::snprintf(text.data(), text.size(), value == std::floor(value) ? "%.0f" : "%.3f", value);
  return text.data();
}

}  // namespace

void Report::add(std::string key, double value, std::string label) { rows_.push_back({std::move(key), value, std::move(label)}); }

void Report::add(const std::string& key, const Histogram& times, const std::string& label) {
  add(key + "_count", static_cast<double>(times.count()), label + ": how many");
  if (times.count() == 0) return;
  const auto ms = [](std::int64_t us) { return static_cast<double>(us) / 1e3; };
  for (const auto& [name, part] : {std::pair{"p50", 0.5}, {"p90", 0.9}, {"p95", 0.95}, {"p99", 0.99}, {"p99.9", 0.999}})
    add(key + "_" + name + "_ms", ms(times.percentile(part)), label + ": " + name + ", ms");
  add(key + "_max_ms", ms(times.max()), label + ": longest, ms");
}

void Report::add(const std::map<std::string, std::uint64_t, std::less<>>& counts, const std::string& key, const std::string& label) {
  for (const auto& [name, count] : counts) add(key + "_" + name, static_cast<double>(count), label + " " + name);
}

std::string Report::table() const {
  std::size_t widest = 0;
  for (const Row& row : rows_) widest = std::max(widest, row.label.size());
  std::string text = scenario_ + "\n";
  for (const Row& row : rows_) {
    const std::string value = written(row.value);
    text += "  " + row.label + std::string(widest - row.label.size() + 2, ' ') + std::string(value.size() < 12 ? 12 - value.size() : 0, ' ') + value + "\n";
  }
  return text;
}

std::string Report::json() const {
  std::string text = "{\"scenario\":\"" + scenario_ + "\"";
  for (const Row& row : rows_) text += ",\"" + row.key + "\":" + written(row.value);
  return text + "}";
}

std::vector<std::string> Report::missed(const std::vector<Goal>& goals) const {
  std::vector<std::string> lines;
  for (const Goal& goal : goals) {
    const auto row = std::ranges::find(rows_, goal.key, &Row::key);
    if (row == rows_.end()) {
      lines.push_back(goal.key + ": no such figure");
    } else if (row->value > goal.at_most) {
      lines.push_back(goal.key + ": " + written(row->value) + ", and at most " + written(goal.at_most) + " was wished");
    }
  }
  return lines;
}

}  // namespace durf::load
