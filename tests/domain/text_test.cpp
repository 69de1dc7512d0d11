// SPDX-License-Identifier: MIT
// Which texts are taken: a table of texts and faults.
#include "durf/domain/text.hpp"

#include <gtest/gtest.h>

namespace durf::domain {
namespace {

struct Case {
  const char* what;
  std::string text;
  TextFault one_line;
  TextFault lines;
};

constexpr TextFault none = TextFault::none;
constexpr TextFault empty = TextFault::empty;
constexpr TextFault too_long = TextFault::too_long;
constexpr TextFault forbidden = TextFault::forbidden;

void check(const std::vector<Case>& cases) {
  for (const Case& it : cases) {
    EXPECT_EQ(check_text(it.text, 16, false), it.one_line) << it.what;
    EXPECT_EQ(check_text(it.text, 16, true), it.lines) << it.what;
  }
}

TEST(TextT1, MoreBytesThanTheLimitAreTooLong) {
  check({
      {"exactly the limit", std::string(16, 'a'), none, none},
      {"one more", std::string(17, 'a'), too_long, too_long},
      {"bytes count, not characters", "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9", too_long,
       too_long},
      {"looked at before what is written", std::string(17, '\x01'), too_long, too_long},
      {"blank and too long", std::string(17, ' '), too_long, too_long},
  });
}

TEST(TextT2, OnlyWellFormedUtf8IsTaken) {
  check({
      {"two bytes", "caf\u00e9", none, none},
      {"three bytes", "\u20ac 5", none, none},
      {"four bytes", "\U0001F3A9", none, none},
      {"the last code point", "\xF4\x8F\xBF\xBF", none, none},
      {"family of four, joined", "\U0001F468\u200D\U0001F469", none, none},
      {"continuation without a lead", "a\x80", forbidden, forbidden},
      {"lead without continuation", "a\xC3", forbidden, forbidden},
      {"cut in the middle", "a\xE2\x82", forbidden, forbidden},
      {"lead followed by a letter",
       "\xC3"
       "a",
       forbidden, forbidden},
      {"overlong slash", "\xC0\xAF", forbidden, forbidden},
      {"overlong in three", "\xE0\x80\xAF", forbidden, forbidden},
      {"overlong in four", "\xF0\x80\x80\xAF", forbidden, forbidden},
      {"half a surrogate pair", "\xED\xA0\x80", forbidden, forbidden},
      {"beyond the last code point", "\xF4\x90\x80\x80", forbidden, forbidden},
      {"no lead at all", "\xFF", forbidden, forbidden},
  });
}

TEST(TextT2, ControlsAndDirectionOverridesAreForbidden) {
  check({
      {"nothing at all inside", std::string("a\0b", 3), forbidden, forbidden},
      {"bell", "a\x07", forbidden, forbidden},
      {"tab", "a\tb", forbidden, forbidden},
      {"carriage return", "a\r\nb", forbidden, forbidden},
      {"escape", "\x1B[1m", forbidden, forbidden},
      {"delete", "a\x7F", forbidden, forbidden},
      {"second set of controls", "a\xC2\x9F", forbidden, forbidden},
      {"the first after them",
       "a\xC2\xA0"
       "b",
       none, none},
      {"embedding", "a\u202A", forbidden, forbidden},
      {"override", "a\u202E", forbidden, forbidden},
      {"isolate", "a\u2066", forbidden, forbidden},
      {"end of isolate", "a\u2069", forbidden, forbidden},
      {"right to left letters", "\u05D0\u05D1", none, none},
  });
}

TEST(TextT3, ALineFeedIsAllowedWhereLinesAre) {
  check({
      {"two lines", "a\nb", forbidden, none},
      {"ends with one", "a\n", forbidden, none},
  });
}

TEST(TextT4, WhiteSpaceAloneIsEmpty) {
  check({
      {"nothing", "", empty, empty},
      {"spaces", "   ", empty, empty},
      {"line feeds", "\n\n", forbidden, empty},
      {"no-break space", "\u00A0", empty, empty},
      {"wide space", "\u3000", empty, empty},
      {"zero width", "\u200B\u200D", empty, empty},
      {"byte order mark", "\uFEFF", empty, empty},
      {"one letter among them", " a ", none, none},
      {"a question mark", "?", none, none},
  });
}

TEST(Languages, HaveTheWiresNames) {
  EXPECT_EQ(name_of(Language::nl), "nl");
  EXPECT_EQ(name_of(Language::en), "en");
  EXPECT_EQ(language_from("nl"), Language::nl);
  EXPECT_EQ(language_from("en"), Language::en);
  for (const char* unknown : {"", "NL", "de", "nl-BE"}) EXPECT_EQ(language_from(unknown), std::nullopt);
}

}  // namespace
}  // namespace durf::domain
