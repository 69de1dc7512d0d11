// SPDX-License-Identifier: MIT
#include "durf/domain/text.hpp"

#include <array>

#include "domain/code_points.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t Count>
bool within(const std::array<Range, Count>& ranges, char32_t point) {
  for (const Range& range : ranges)
    if (range.first <= point && point <= range.last) return true;
  return false;
}

constexpr std::array<Range, 4> forbidden = {{
    {0x0000, 0x001F},  // controls; line feed is looked at apart
    {0x007F, 0x009F},  // delete and the second set of controls
    {0x202A, 0x202E},  // embeddings and overrides of direction
    {0x2066, 0x2069},  // isolates of direction
}};

/// White space, and what leaves no ink: a text of zero-width characters alone would be an empty card on the
/// projector.
constexpr std::array<Range, 14> blank = {{
    {0x000A, 0x000A},
    {0x0020, 0x0020},
    {0x00A0, 0x00A0},
    {0x00AD, 0x00AD},
    {0x115F, 0x1160},
    {0x1680, 0x1680},
    {0x180E, 0x180E},
    {0x2000, 0x200F},
    {0x2028, 0x2029},
    {0x202F, 0x202F},
    {0x205F, 0x2064},
    {0x2800, 0x2800},
    {0x3000, 0x3000},
    {0xFEFF, 0xFEFF},
}};

}  // namespace

std::string_view name_of(Language language) {
  switch (language) {
    case Language::nl:
      return "nl";
    case Language::en:
      return "en";
  }
  base::fail_assertion("a known language", __FILE__, __LINE__);
}

std::optional<Language> language_from(std::string_view name) {
  for (const Language language : {Language::nl, Language::en})
    if (name == name_of(language)) return language;
  return std::nullopt;
}

TextFault check_text(std::string_view text, std::size_t bytes_max, bool lines) {
  // First, so that the work below is bounded whatever was sent.
  if (text.size() > bytes_max) return TextFault::too_long;
  bool inked = false;
  while (!text.empty()) {
    const std::optional<char32_t> point = take_code_point(text);
    if (!point) return TextFault::forbidden;
    const bool allowed_line_feed = lines && *point == U'\n';
    if (within(forbidden, *point) && !allowed_line_feed) return TextFault::forbidden;
    inked = inked || !within(blank, *point);
  }
  return inked ? TextFault::none : TextFault::empty;
}

}  // namespace durf::domain
