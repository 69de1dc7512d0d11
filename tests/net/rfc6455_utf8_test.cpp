// SPDX-License-Identifier: MIT
// RFC 6455, section 8.1: text is UTF-8, wherever it is cut. Table 3-7 of the Unicode standard says what that is.
#include "rfc6455.hpp"

namespace durf::net::testing {
namespace {

class Rfc6455Utf8ST9 : public Rfc6455 {};

const std::vector<std::string> good{
    "\x7F",         "\xC2\x80",         "\xDF\xBF",         "\xE0\xA0\x80",     "\xED\x9F\xBF",
    "\xEE\x80\x80", "\xEF\xBF\xBD",     "\xEF\xBF\xBF",     "\xF0\x90\x80\x80", "\xF0\x9F\x99\x82",
    "\xF4\x8F\xBF\xBF", "\xCE\xBA\xE1\xBD\xB9\xCF\x83\xCE\xBC\xCE\xB5",
};
const std::vector<std::string> bad{
    "\x80",             "\xBF",             "\xC0\xAF",         "\xC1\xBF",     "\xC3\x28",     "\xE0\x80\xAF", "\xE0\x9F\xBF",
    "\xED\xA0\x80",     "\xED\xBF\xBF",     "\xF0\x80\x80\xAF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
    "\xF5\x80\x80\x80", "\xF8\x88\x80\x80\x80", "\xFE",         "\xFF",         "\xE2\x82",     "\xF0\x9F\x99",
};

/// Every way to cut a text into two fragments, the empty ones too.
std::vector<std::string> cut_anywhere(const std::string& payload) {
  std::vector<std::string> all{masked(text, payload)};
  for (std::size_t at = 0; at <= payload.size(); ++at)
    all.push_back(masked(text, payload.substr(0, at), false) + masked(continuation, payload.substr(at)));
  return all;
}

TEST_F(Rfc6455Utf8ST9, GoodTextIsSaidBackHoweverItIsCut) {
  for (const std::string& one : good) {
    const std::string whole = "a" + one + "z";
    for (const std::string& bytes : cut_anywhere(whole))
      EXPECT_EQ(said_after(bytes), (std::vector<Frame>{{text, true, whole}}));
  }
}

TEST_F(Rfc6455Utf8ST9, BadTextIsRefusedHoweverItIsCut) {
  for (const std::string& one : bad)
    for (const std::string& bytes : cut_anywhere("a" + one)) EXPECT_EQ(closed_after(bytes), 1007) << one;
}

TEST_F(Rfc6455Utf8ST9, BadTextInTheMiddleIsRefused) {
  for (const std::string& one : bad) EXPECT_EQ(closed_after(masked(text, "a" + one + "z")), 1007) << one;
}

// 8.1 and 5.6: binary may hold anything.
TEST_F(Rfc6455Utf8ST9, BinaryIsNotLookedAt) {
  for (const std::string& one : bad)
    EXPECT_EQ(said_after(masked(binary, one)), (std::vector<Frame>{{binary, true, one}}));
}

// A page of text is refused at the fragment in which it goes wrong, before its end has come.
TEST_F(Rfc6455Utf8ST9, BadTextIsRefusedBeforeTheMessageIsWhole) {
  auto client = open();
  client->send(masked(text, "a\xFFz", false));
  EXPECT_EQ(client->read_close(), 1007);
}

}  // namespace
}  // namespace durf::net::testing
