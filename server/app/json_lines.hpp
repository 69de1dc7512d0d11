// SPDX-License-Identifier: MIT
// The program's log as one JSON object per line, for programs that read logs: `time` (UTC, whole seconds), `level` and `text`.
#pragma once

#include <spdlog/formatter.h>

#include <memory>

namespace durf::app {

class JsonLines final : public spdlog::formatter {
 public:
  void format(const spdlog::details::log_msg& line, spdlog::memory_buf_t& out) override;
  std::unique_ptr<spdlog::formatter> clone() const override { return std::make_unique<JsonLines>(); }
};

}  // namespace durf::app
