// SPDX-License-Identifier: MIT
// The assertion, the steady time and the key.
#include <gtest/gtest.h>

#include <algorithm>
#include <new>
#include <string>

#include "durf/base/assert.hpp"
#include "durf/base/clock.hpp"
#include "durf/base/keys.hpp"

namespace durf::base {
namespace {

TEST(Assert, StaysOnAndNamesTheCondition) {
  EXPECT_NO_THROW(DURF_ASSERT(1 + 1 == 2));
  try {
    DURF_ASSERT(1 + 1 == 3);
    FAIL() << "the assertion is off";
  } catch (const Bug& bug) {
    EXPECT_NE(std::string(bug.what()).find("1 + 1 == 3"), std::string::npos);
    EXPECT_NE(std::string(bug.what()).find("base_test.cpp"), std::string::npos);
  }
}

TEST(SteadyMs, AddsAndSubtracts) {
  const SteadyMs start{1'000};
  EXPECT_EQ(start + 500, SteadyMs{1'500});
  EXPECT_EQ((start + 500) - start, 500);
  EXPECT_LT(start, start + 1);
}

TEST(SessionKey, IsWipedWhenItGoes) {
  std::array<std::uint8_t, 32> secret;
  secret.fill(0xA5);
  alignas(SessionKey) std::array<std::uint8_t, sizeof(SessionKey)> place{};
  auto* key = new (place.data()) SessionKey(secret);
  EXPECT_EQ(key->bytes(), secret);
  key->~SessionKey();
  const volatile std::uint8_t* left = place.data();
  for (std::size_t i = 0; i < place.size(); ++i) ASSERT_EQ(left[i], 0);
}

TEST(KeyName, IsOrderedBySessionAndGeneration) {
  EXPECT_LT((KeyName{.session = "a", .generation = 2}), (KeyName{.session = "b", .generation = 1}));
  EXPECT_LT((KeyName{.session = "a", .generation = 1}), (KeyName{.session = "a", .generation = 2}));
}

}  // namespace
}  // namespace durf::base
