// SPDX-License-Identifier: MIT
// base64url without padding (RFC 4648, section 5): how every id is written on the wire and in file names.
// Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace durf::base {

std::string to_base64url(std::span<const std::uint8_t> bytes);

/// Fills `out` completely. False when the text has another length, a foreign character, or spare bits that are not
/// zero (so that one id has exactly one spelling); `out` is then unspecified.
bool from_base64url(std::string_view text, std::span<std::uint8_t> out);

}  // namespace durf::base
