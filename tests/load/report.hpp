// SPDX-License-Identifier: MIT
// What a scenario found, in the order of finding: as a table for people, as one line of JSON for programs, and against
// goals.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "load/histogram.hpp"

namespace durf::load {

/// "KEY=MAX" of the command line: that figure is to be at most so large.
struct Goal {
  std::string key;
  double at_most = 0;
};

class Report {
 public:
  explicit Report(std::string scenario) : scenario_(std::move(scenario)) {}

  /// `key` names it for programs, and so tells its unit: "vote_p99_ms".
  void add(std::string key, double value, std::string label);
  /// Five percentiles, in milliseconds: KEY_p50_ms, … KEY_max_ms.
  void add(const std::string& key, const Histogram& times, const std::string& label);
  void add(const std::map<std::string, std::uint64_t, std::less<>>& counts, const std::string& key,
           const std::string& label);

  std::string table() const;
  std::string json() const;

  /// One line per goal that was missed, or that names no figure.
  std::vector<std::string> missed(const std::vector<Goal>& goals) const;

 private:
  struct Figure {
    std::string key;
    double value;
  };
  struct Row {
    std::string label, text;
  };
  std::string scenario_;
  std::vector<Figure> figures_;
  std::vector<Row> rows_;  ///< of the table: a row holds a figure, or all of one histogram
};

}  // namespace durf::load
