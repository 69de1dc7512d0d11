// SPDX-License-Identifier: MIT
#include "domain/code_points.hpp"

#include "durf/base/assert.hpp"

namespace durf::domain {

std::optional<char32_t> take_code_point(std::string_view& rest) {
  DURF_ASSERT(!rest.empty());
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(rest[at]); };
  const unsigned char lead = byte(0);
  std::size_t length = 0;
  char32_t point = 0;
  char32_t smallest = 0;
  if (lead < 0x80) {
    length = 1, point = lead;
  } else if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2, point = lead & 0x1F, smallest = 0x80;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3, point = lead & 0x0F, smallest = 0x800;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4, point = lead & 0x07, smallest = 0x10000;
  } else {
    return std::nullopt;
  }
  if (rest.size() < length) return std::nullopt;
  for (std::size_t at = 1; at < length; ++at) {
    if ((byte(at) & 0xC0) != 0x80) return std::nullopt;
    point = (point << 6) | (byte(at) & 0x3F);
  }
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (point < smallest || surrogate || point > 0x10FFFF) return std::nullopt;
  rest.remove_prefix(length);
  return point;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  return count;
}

std::size_t byte_of_code_point(std::string_view text, std::size_t number) {
  const std::size_t length = text.size();
  for (; number > 0; --number) {
    const bool taken = take_code_point(text).has_value();
    DURF_ASSERT(taken);
  }
  return length - text.size();
}

}  // namespace durf::domain
