// SPDX-License-Identifier: MIT
#include "durf/base/id.hpp"

#include <gtest/gtest.h>

#include <type_traits>
#include <unordered_set>

#include "durf/base/entropy.hpp"

namespace durf::base {
namespace {

using Apple = Id<struct AppleTag, 16>;
using Pear = Id<struct PearTag, 16>;
using Short = Id<struct ShortTag, 6>;

TEST(Id, OfOneKindIsNotOfAnother) {
  static_assert(!std::is_convertible_v<Apple, Pear>);
  static_assert(!std::is_constructible_v<Pear, Apple>);
  static_assert(Apple::size == 16 && sizeof(Apple) == 16);
}

TEST(Id, EmptyIsAllZero) {
  Apple id;
  EXPECT_TRUE(id.empty());
  id.bytes[15] = 1;
  EXPECT_FALSE(id.empty());
}

TEST(Id, HasOneSpelling) {
  Apple id;
  EXPECT_EQ(id.text(), "AAAAAAAAAAAAAAAAAAAAAA");
  id.bytes[0] = 0xFF;
  EXPECT_EQ(id.text(), "_wAAAAAAAAAAAAAAAAAAAA");
  EXPECT_EQ(Apple::from_text(id.text()), id);
  EXPECT_EQ(Short{}.text().size(), 8u);
  for (const char* refused :
       {"", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAA="})
    EXPECT_EQ(Apple::from_text(refused), std::nullopt) << refused;
}

TEST(Id, IsOrderedByItsBytes) {
  Apple low;
  Apple high;
  low.bytes[15] = 0xFF;
  high.bytes[0] = 1;
  EXPECT_LT(low, high);
  EXPECT_EQ(low, low);
}

TEST(Id, HashesByItsFirstBytesAndShortOnesToo) {
  std::unordered_set<Short, IdHash> set;
  for (std::uint8_t first = 0; first < 200; ++first) {
    Short id;
    id.bytes[5] = first;
    set.insert(id);
  }
  EXPECT_EQ(set.size(), 200u);
}

class Counting final : public Entropy {
 public:
  void fill(std::span<std::uint8_t> out) override {
    for (std::uint8_t& byte : out) byte = next_++;
  }

 private:
  std::uint8_t next_ = 1;
};

TEST(Id, IsDrawnWhole) {
  Counting entropy;
  const auto first = random_id<Short>(entropy);
  const auto second = random_id<Short>(entropy);
  EXPECT_EQ(first.bytes, (std::array<std::uint8_t, 6>{1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(second.bytes, (std::array<std::uint8_t, 6>{7, 8, 9, 10, 11, 12}));
}

}  // namespace
}  // namespace durf::base
