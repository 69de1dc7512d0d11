// SPDX-License-Identifier: MIT
#include "durf/base/assert.hpp"
#include "durf/domain/apply.hpp"
#include "durf/log/record_codec.hpp"

namespace durf::log {
namespace {

/// A log begins with the session's creation or with a snapshot. Anything else has lost its beginning.
bool is_beginning(const Record& record) {
  if (std::holds_alternative<domain::State>(record)) return true;
  const auto& events = std::get<domain::Events>(record);
  return !events.empty() && std::holds_alternative<domain::SessionCreated>(events.front());
}

}  // namespace

std::optional<domain::State> replay(const std::vector<std::string>& payloads) {
  std::optional<domain::State> state;
  for (const std::string& payload : payloads) {
    std::optional<Record> record = decode_record(payload);
    if (!record) return std::nullopt;
    if (!state) {
      if (!is_beginning(*record)) return std::nullopt;
      state.emplace();
    }
    if (auto* snapshot = std::get_if<domain::State>(&*record)) {
      *state = std::move(*snapshot);
      continue;
    }
    try {
      domain::apply(*state, std::get<domain::Events>(*record));
    } catch (const base::Bug&) {
      return std::nullopt;  // this event does not follow from those before: the log is not one that we wrote
    }
  }
  return state;
}

}  // namespace durf::log
