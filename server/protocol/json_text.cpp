// SPDX-License-Identifier: MIT
#include "protocol/json_text.hpp"

#include <array>
#include <charconv>

#include "durf/base/assert.hpp"
#include "durf/protocol/limits.hpp"

namespace durf::protocol {
namespace {

/// For each byte: 0 to leave it alone, the letter of its short escape, or 'u' for the long one.
constexpr std::array<char, 256> escapes = [] {
  std::array<char, 256> table{};
  for (std::size_t control = 0; control < 0x20; ++control) table[control] = 'u';
  table['\b'] = 'b';
  table['\t'] = 't';
  table['\n'] = 'n';
  table['\f'] = 'f';
  table['\r'] = 'r';
  table['"'] = '"';
  table['\\'] = '\\';
  return table;
}();

constexpr std::string_view hexadecimal = "0123456789abcdef";

}  // namespace

void append_string(std::string& out, std::string_view text) {
  out.push_back('"');
  std::size_t plain_from = 0;  // what needs no escape is copied in runs
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const char escape = escapes[byte];
    if (escape == 0) continue;
    out.append(text, plain_from, at - plain_from);
    plain_from = at + 1;
    out.push_back('\\');
    out.push_back(escape);
    if (escape == 'u') out.append("00").append({hexadecimal[byte >> 4], hexadecimal[byte & 0xf]});
  }
  out.append(text, plain_from);
  out.push_back('"');
}

void append_number(std::string& out, std::int64_t value) {
  DURF_ASSERT(value >= 0 && static_cast<std::uint64_t>(value) <= limits::number_max);
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void append_flag(std::string& out, bool value) { out.append(value ? "true" : "false"); }

void append_text(std::string& out, const domain::Text& text) {
  out.append(R"({"lang":)");
  append_string(out, domain::name_of(text.language));
  out.append(R"(,"text":)");
  append_string(out, text.text);
  out.push_back('}');
}

}  // namespace durf::protocol
