// SPDX-License-Identifier: MIT
#include "app/json_lines.hpp"

#include <ctime>
#include <nlohmann/json.hpp>
#include <string>

namespace durf::app {

void JsonLines::format(const spdlog::details::log_msg& line, spdlog::memory_buf_t& out) {
  const std::time_t at = spdlog::log_clock::to_time_t(line.time);
  std::tm utc{};
  ::gmtime_r(&at, &utc);
  char time[] = "0000-00-00T00:00:00Z";
  std::strftime(time, sizeof time, "%Y-%m-%dT%H:%M:%SZ", &utc);
  const auto level = spdlog::level::to_string_view(line.level);
  nlohmann::ordered_json object;
  object["time"] = time;
  object["level"] = std::string(level.data(), level.size());
  object["text"] = std::string(line.payload.data(), line.payload.size());
  // A word of the operating system that is not UTF-8 must not cost the line.
  const std::string text = object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  out.append(text.data(), text.data() + text.size());
}

}  // namespace durf::app
