// SPDX-License-Identifier: MIT
// The one spelling of ids: a table of bytes and texts, and of what is refused.
#include "durf/base/base64url.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace durf::base {
namespace {

using Bytes = std::vector<std::uint8_t>;

struct Pair {
  Bytes bytes;
  const char* text;
};

const std::vector<Pair> pairs = {
    {{}, ""},
    // The test vectors of RFC 4648, section 10, without their padding.
    {{'f'}, "Zg"},
    {{'f', 'o'}, "Zm8"},
    {{'f', 'o', 'o'}, "Zm9v"},
    {{'f', 'o', 'o', 'b'}, "Zm9vYg"},
    {{'f', 'o', 'o', 'b', 'a'}, "Zm9vYmE"},
    {{'f', 'o', 'o', 'b', 'a', 'r'}, "Zm9vYmFy"},
    // Where this alphabet differs from plain base64.
    {{0xFB, 0xEF, 0xBE}, "----"},
    {{0xFF, 0xFF, 0xFF}, "____"},
    {{0x00, 0x00, 0x00}, "AAAA"},
};

TEST(Base64url, WritesAndReads) {
  for (const Pair& pair : pairs) {
    EXPECT_EQ(to_base64url(pair.bytes), pair.text);
    Bytes read(pair.bytes.size());
    EXPECT_TRUE(from_base64url(pair.text, read)) << pair.text;
    EXPECT_EQ(read, pair.bytes);
  }
}

TEST(Base64url, EveryByteComesBack) {
  for (int first = 0; first < 256; ++first)
    for (int second = 0; second < 256; second += 5) {
      const Bytes bytes = {static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(second)};
      Bytes read(2);
      ASSERT_TRUE(from_base64url(to_base64url(bytes), read));
      ASSERT_EQ(read, bytes);
    }
}

TEST(Base64url, RefusesWhatIsNotTheOneSpelling) {
  struct Case {
    const char* what;
    std::string text;
    std::size_t size;
  };
  for (const Case& it : std::vector<Case>{
           {"too short", "Zm", 2},
           {"too long", "Zm8A", 2},
           {"padded", "Zm8=", 2},
           {"padding in place of a letter", "Zg==", 1},
           {"plain base64, 62", "++++", 3},
           {"plain base64, 63", "////", 3},
           {"white space", "Zm8 ", 3},
           {"beyond ASCII", "\xC3\xA9\xC3\xA9", 3},
           {"spare bits of one byte", "Zh", 1},
           {"spare bits of two bytes", "Zm9", 2},
           {"an ended string", std::string("Zm\0v", 4), 3},
       }) {
    Bytes read(it.size);
    EXPECT_FALSE(from_base64url(it.text, read)) << it.what;
  }
}

}  // namespace
}  // namespace durf::base
