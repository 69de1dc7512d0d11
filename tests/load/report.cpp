// SPDX-License-Identifier: MIT
#include "load/report.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace durf::load {
namespace {

/// Whole numbers as such, others with three figures behind the point.
std::string written(double value) {
  std::array<char, 64> text;
  std::snprintf(text.data(), text.size(), value == std::floor(value) ? "%.0f" : "%.3f", value);
  return text.data();
}

std::string padded(const std::string& text, std::size_t width) {
  return std::string(text.size() < width ? width - text.size() : 0, ' ') + text;
}

constexpr std::size_t value_width = 12;

}  // namespace

void Report::add(std::string key, double value, std::string label) {
  rows_.push_back({std::move(label), padded(written(value), value_width)});
  figures_.push_back({std::move(key), value});
}

void Report::add(const std::string& key, const Histogram& times, const std::string& label) {
  figures_.push_back({key + "_count", static_cast<double>(times.count())});
  std::string text = padded(std::to_string(times.count()), value_width);
  const auto add_one = [&](const char* name, std::int64_t us) {
    const double ms = static_cast<double>(us) / 1e3;
    figures_.push_back({key + "_" + name + "_ms", ms});
    text += std::string("   ") + name + " " + written(ms);
  };
  if (times.count() > 0) {
    for (const auto& [name, part] :
         {std::pair{"p50", 0.5}, {"p90", 0.9}, {"p95", 0.95}, {"p99", 0.99}, {"p99.9", 0.999}})
      add_one(name, times.percentile(part));
    add_one("max", times.max());
    text += "  ms";
  }
  rows_.push_back({label, text});
}

void Report::add(const std::map<std::string, std::uint64_t, std::less<>>& counts, const std::string& key,
                 const std::string& label) {
  for (const auto& [name, count] : counts) add(key + "_" + name, static_cast<double>(count), label + " " + name);
}

std::string Report::table() const {
  std::size_t widest = 0;
  for (const Row& row : rows_) widest = std::max(widest, row.label.size());
  std::string table = scenario_ + "\n";
  for (const Row& row : rows_)
    table += "  " + row.label + std::string(widest - row.label.size(), ' ') + row.text + "\n";
  return table;
}

std::string Report::json() const {
  std::string text = "{\"scenario\":\"" + scenario_ + "\"";
  for (const Figure& figure : figures_) text += ",\"" + figure.key + "\":" + written(figure.value);
  return text + "}";
}

std::vector<std::string> Report::missed(const std::vector<Goal>& goals) const {
  std::vector<std::string> lines;
  for (const Goal& goal : goals) {
    const auto figure = std::ranges::find(figures_, goal.key, &Figure::key);
    if (figure == figures_.end()) {
      lines.push_back(goal.key + ": no such figure");
    } else if (figure->value > goal.at_most) {
      lines.push_back(goal.key + ": " + written(figure->value) + ", and at most " + written(goal.at_most) +
                      " was wished");
    }
  }
  return lines;
}

}  // namespace durf::load
