// SPDX-License-Identifier: MIT
// JSON as this protocol allows it, which is less than JSON: no floating point, no negative numbers, no member
// twice, no deep nesting, nothing behind the end. Two readers can then not understand one text differently.
// Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace durf::protocol {

struct JsonValue;
struct JsonMember;
using JsonArray = std::vector<JsonValue>;
/// In the order of the text. Messages have a handful of members, which is faster to look through than to
/// hash.
using JsonObject = std::vector<JsonMember>;

struct JsonValue {
  std::variant<std::nullptr_t, bool, std::uint64_t, std::string, JsonArray, JsonObject> is;
};

struct JsonMember {
  std::string name;
  JsonValue value;
};

/// The object that `text` is. Nothing when it is none, or breaks a rule above or a limit of
/// protocol/limits.hpp.
std::optional<JsonObject> parse_strictly(std::string_view text, std::size_t bytes_max);

}  // namespace durf::protocol
