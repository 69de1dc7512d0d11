// SPDX-License-Identifier: MIT
// The cipher opens what was sealed for this place under this key and nothing else; the checksum against its
// published value.
#include "storage/record_cipher.hpp"

#include <gtest/gtest.h>

#include <set>

#include "storage/crc32c.hpp"
#include "test_support.hpp"

namespace durf::test {
namespace {

class RecordCipherLG20 : public ::testing::Test {
 protected:
  std::optional<std::string> open(const storage::SealedRecord& record, const storage::RecordPlace& at) {
    return cipher.unseal(key, at, record.nonce_view(), record.ciphertext);
  }
  SeededEntropy entropy{4};
  storage::RecordCipher cipher{entropy};
  base::SessionKey key{{1, 2, 3}};
  storage::RecordPlace place{1, session_id(1), 7};
};

TEST_F(RecordCipherLG20, WhatWasSealedOpens) {
  for (const std::string& plain : {std::string(), std::string("a question"), std::string(100'000, 'x')}) {
    const auto sealed = cipher.seal(key, place, plain);
    ASSERT_TRUE(sealed);
    EXPECT_EQ(open(*sealed, place), plain);
    if (!plain.empty()) {
      EXPECT_EQ(sealed->ciphertext.find(plain), std::string::npos);
    }
  }
}

TEST_F(RecordCipherLG20, AnotherPlaceKeyOrByteDoesNotOpen) {
  const auto sealed = cipher.seal(key, place, "a question");
  ASSERT_TRUE(sealed);
  EXPECT_FALSE(open(*sealed, {2, session_id(1), 7}));
  EXPECT_FALSE(open(*sealed, {1, session_id(2), 7}));
  EXPECT_FALSE(open(*sealed, {1, session_id(1), 8}));
  const base::SessionKey other{{1, 2, 4}};
  EXPECT_FALSE(cipher.unseal(other, place, sealed->nonce_view(), sealed->ciphertext));
  for (std::size_t at = 0; at < sealed->ciphertext.size(); ++at) {
    auto changed = *sealed;
    changed.ciphertext[at] = static_cast<char>(changed.ciphertext[at] ^ 1);
    EXPECT_FALSE(open(changed, place)) << at;
  }
  for (std::size_t size = 0; size < sealed->ciphertext.size(); ++size) {
    auto shorter = *sealed;
    shorter.ciphertext.resize(size);
    EXPECT_FALSE(open(shorter, place)) << size;
  }
}

TEST_F(RecordCipherLG20, TheSameRecordTwiceHasTwoNonces) {
  std::set<std::array<std::uint8_t, 12>> nonces;
  for (int i = 0; i < 1'000; ++i) nonces.insert(cipher.seal(key, place, "same")->nonce);
  EXPECT_EQ(nonces.size(), 1'000u);
}

// [LG25]
TEST(Crc32c, HasThePublishedCheckValueAndContinues) {
  EXPECT_EQ(storage::crc32c(0, "123456789"), 0xe3069283u);
  EXPECT_EQ(storage::crc32c(storage::crc32c(0, "1234"), "56789"), 0xe3069283u);
}

}  // namespace
}  // namespace durf::test
