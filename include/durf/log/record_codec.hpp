// SPDX-License-Identifier: MIT
// Events and snapshots as the bytes of a log record, and the definition as readable JSON text. Every format that was ever
// released stays readable: tests/log/golden keeps one log per format. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "durf/domain/event.hpp"
#include "durf/domain/state.hpp"

namespace durf::log {

/// The format that this program writes. A record of a newer format is refused, in words, by an older program.
inline constexpr std::uint32_t record_format = 2;
inline constexpr std::uint32_t record_format_oldest = 1;

std::string encode_events(const domain::Events& events);
std::string encode_snapshot(const domain::State& state);

/// What a record says: more facts, or the whole state from here on.
using Record = std::variant<domain::Events, domain::State>;

/// Nothing when the bytes are no record of a known format.
std::optional<Record> decode_record(std::string_view payload);

/// The state after all records of a log. Nothing when one cannot be read or does not follow from those before.
std::optional<domain::State> replay(const std::vector<std::string>& payloads);

std::string encode_definition(const domain::Definition& definition);
std::optional<domain::Definition> decode_definition(std::string_view text);

}  // namespace durf::log
