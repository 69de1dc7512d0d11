// SPDX-License-Identifier: MIT
// What the tests of the log share: a folder that vanishes, repeatable randomness, and calls that wait for
// their answer.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "durf/base/entropy.hpp"
#include "durf/log/event_log.hpp"

namespace durf::test {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "durf-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

class SeededEntropy final : public base::Entropy {
 public:
  explicit SeededEntropy(std::uint64_t seed) : generator_(seed) {}
  void fill(std::span<std::uint8_t> out) override {
    for (std::uint8_t& byte : out) byte = static_cast<std::uint8_t>(generator_());
  }

 private:
  std::mt19937_64 generator_;
};

inline domain::SessionId session_id(std::uint8_t number) {
  domain::SessionId id;
  id.bytes.fill(number);
  return id;
}

inline std::string file_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Each waits for the completion: on the log's thread for SqliteLog, in the call for MemoryLog.

inline log::AppendOutcome append(log::EventLog& log, log::Append append) {
  std::promise<log::AppendOutcome> answer;
  log.append(std::move(append), [&](log::AppendOutcome outcome) { answer.set_value(outcome); });
  return answer.get_future().get();
}

inline log::LoadedLog load(log::EventLog& log, const domain::SessionId& session) {
  std::promise<log::LoadedLog> answer;
  log.load(session, [&](log::LoadedLog loaded) { answer.set_value(std::move(loaded)); });
  return answer.get_future().get();
}

inline std::optional<std::vector<log::StoredDefinition>> ask_for_definitions(log::EventLog& log) {
  std::promise<std::optional<std::vector<log::StoredDefinition>>> answer;
  log.definitions([&](auto all) { answer.set_value(std::move(all)); });
  return answer.get_future().get();
}

inline std::vector<log::StoredDefinition> definitions(log::EventLog& log) { return ask_for_definitions(log).value(); }

inline bool remove(log::EventLog& log, const domain::SessionId& session) {
  std::promise<bool> answer;
  log.remove(session, [&](bool removed) { answer.set_value(removed); });
  return answer.get_future().get();
}

// Appends in short.

inline log::Append creation(const domain::SessionId& session, std::string payload = "created",
                            std::string definition = "definition") {
  return {session, 1, log::AppendMode::extend, std::move(payload), std::move(definition)};
}
inline log::Append extension(const domain::SessionId& session, log::Sequence expected, std::string payload) {
  return {session, expected, log::AppendMode::extend, std::move(payload), std::nullopt};
}
inline log::Append replacement(const domain::SessionId& session, log::Sequence expected,
                               std::string payload) {
  return {session, expected, log::AppendMode::replace, std::move(payload), std::nullopt};
}
inline log::Append beginning_anew(const domain::SessionId& session, log::Sequence expected,
                                  std::string payload) {
  return {session, expected, log::AppendMode::anew, std::move(payload), std::nullopt};
}
inline log::Append closing(const domain::SessionId& session, log::Sequence expected, std::string archive,
                           std::string remains = "what remains") {
  return {session, expected, log::AppendMode::close, std::move(archive), std::move(remains)};
}

}  // namespace durf::test
