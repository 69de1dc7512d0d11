// SPDX-License-Identifier: MIT
// UTF-8, one code point at a time. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace durf::domain {

/// Takes the first code point off `rest`, which is not empty, and returns it. Nothing when the bytes are not
/// well-formed UTF-8 (a cut or overlong sequence, half of a surrogate pair, beyond U+10FFFF).
std::optional<char32_t> take_code_point(std::string_view& rest);

/// Of a text that was checked before.
std::size_t count_code_points(std::string_view text);

/// Where the code point of this number begins, from 0; the end of the text for the number behind the last
/// one. Of a text that was checked before.
std::size_t byte_of_code_point(std::string_view text, std::size_t number);

}  // namespace durf::domain
