// SPDX-License-Identifier: MIT
// Between the program and its log: while people are served, warnings and errors wait for the next full minute, and equal ones
// become one line with their number. A fault is met by whoever happens to tap just then, so a line at once would be caused by
// one person, at a time that whoever keeps the log keeps as well. What the server does by itself (`info`) and what ends it
// (`critical`, after which nothing can be said any more) goes out at once. Any thread.
#pragma once

#include <spdlog/sinks/base_sink.h>

#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace durf::app {

inline constexpr std::chrono::minutes gathered_log_every{1};
/// Different ones in a minute. Lines are literals and a few words of the system, so more are a flood; they are counted.
inline constexpr std::size_t gathered_lines_max = 64;

class GatheredLog final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit GatheredLog(spdlog::sink_ptr out) : out_(std::move(out)) {}

  /// From now on faults wait.
  void hold();
  /// A minute is over: what waits goes out.
  void report();
  /// From now on nothing waits, as before `hold`.
  void let_go();

 protected:
  void sink_it_(const spdlog::details::log_msg& line) override;
  void flush_() override { out_->flush(); }
  void set_pattern_(const std::string& pattern) override { out_->set_pattern(pattern); }
  void set_formatter_(std::unique_ptr<spdlog::formatter> formatter) override { out_->set_formatter(std::move(formatter)); }

 private:
  void report_here();
  void write(spdlog::level::level_enum level, const std::string& text);

  spdlog::sink_ptr out_;
  bool holding_ = false;
  std::map<std::pair<spdlog::level::level_enum, std::string>, std::size_t> gathered_;  ///< how often
  std::size_t left_out_ = 0;
};

}  // namespace durf::app
