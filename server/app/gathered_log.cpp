// SPDX-License-Identifier: MIT
#include "app/gathered_log.hpp"

#include <utility>

namespace durf::app {

void GatheredLog::hold() {
  const std::lock_guard lock(mutex_);
  holding_ = true;
}

void GatheredLog::report() {
  const std::lock_guard lock(mutex_);
  report_here();
}

void GatheredLog::let_go() {
  const std::lock_guard lock(mutex_);
  holding_ = false;
  report_here();
}

void GatheredLog::sink_it_(const spdlog::details::log_msg& line) {
  const bool is_fault = line.level == spdlog::level::warn || line.level == spdlog::level::err;
  if (!holding_ || !is_fault) return out_->log(line);
  std::pair key{line.level, std::string(line.payload.data(), line.payload.size())};
  if (gathered_.size() < gathered_lines_max || gathered_.contains(key))
    ++gathered_[std::move(key)];
  else
    ++left_out_;
}

/// In the order of their words, which is not that in which they came.
void GatheredLog::report_here() {
  for (const auto& [line, times] : std::exchange(gathered_, {}))
    write(line.first, times == 1 ? line.second : line.second + " (" + std::to_string(times) + " times)");
  if (const std::size_t more = std::exchange(left_out_, 0))
    write(spdlog::level::err, "and " + std::to_string(more) + " other faults");
  out_->flush();
}

void GatheredLog::write(spdlog::level::level_enum level, const std::string& text) {
  out_->log(spdlog::details::log_msg("durf", level, text));
}

}  // namespace durf::app
