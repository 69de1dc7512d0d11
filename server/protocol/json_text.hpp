// SPDX-License-Identifier: MIT
// Writes pieces of JSON text, exactly as a browser's JSON.stringify would, straight into the message: no tree
// is built in between. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "durf/domain/text.hpp"

namespace durf::protocol {

/// In quotation marks. `text` is UTF-8 (checked on the way in) and stays as it is, but for what JSON wants
/// escaped.
void append_string(std::string& out, std::string_view text);

/// `value` is what the wire can hold, 0 to 2^53 - 1; anything else is a bug.
void append_number(std::string& out, std::int64_t value);

void append_flag(std::string& out, bool value);

/// `{"lang":…,"text":…}`
void append_text(std::string& out, const domain::Text& text);

}  // namespace durf::protocol
