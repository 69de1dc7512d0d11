// SPDX-License-Identifier: MIT
// The life of a pairing code: shown, promised to a link, fulfilled when that link stands; or run out, or its screen gone.
#include "durf/runtime/pairing_board.hpp"

#include <gtest/gtest.h>

#include "runtime/counting_entropy.hpp"

namespace durf::runtime {
namespace {

constexpr session::ConnectionId screen{0, 1};
constexpr base::SteadyMs start{1'000};

domain::LinkId link_of(std::uint8_t byte) {
  domain::LinkId link;
  link.bytes.fill(byte);
  return link;
}

domain::Definition with_link(const domain::LinkId& link) {
  domain::Definition definition;
  definition.links[link] = {domain::Role::presenter, "", {}};
  return definition;
}

class PairingBoardTest : public ::testing::Test {
 protected:
  CountingEntropy entropy;
  PairingBoard board{entropy};
  protocol::Secret secret = base::random_id<protocol::Secret>(entropy);
};

TEST_F(PairingBoardTest, CodesAreSixCharactersThatLookLikeNothingElse) {
  for (int i = 0; i < 200; ++i) {
    const auto code = board.show(screen, start);
    ASSERT_TRUE(code);
    EXPECT_EQ(code->size(), 6u);
    EXPECT_EQ(code->find_first_not_of("23456789ABCDEFGHJKMNPQRSTUVWXYZ"), std::string::npos) << *code;
  }
}

TEST_F(PairingBoardTest, AScreenGetsTheSecretOnceTheLinkStandsAndOnlyOnce) {
  const auto code = board.show(screen, start);
  EXPECT_TRUE(board.fulfil(with_link(link_of(1))).empty()) << "nobody confirmed the code";
  ASSERT_TRUE(board.promise(*code, link_of(1), secret, start));
  EXPECT_TRUE(board.fulfil(with_link(link_of(2))).empty()) << "another link";
  const auto paired = board.fulfil(with_link(link_of(1)));
  ASSERT_EQ(paired.size(), 1u);
  EXPECT_EQ(paired[0].screen, screen);
  EXPECT_EQ(paired[0].secret, secret);
  EXPECT_TRUE(board.fulfil(with_link(link_of(1))).empty());
}

TEST_F(PairingBoardTest, ACodeIsPromisedToOneLinkAndMayBeAskedForAgain) {
  const auto code = board.show(screen, start);
  EXPECT_TRUE(board.promise(*code, link_of(1), secret, start));
  EXPECT_TRUE(board.promise(*code, link_of(1), secret, start)) << "a command that is sent again";
  EXPECT_FALSE(board.promise(*code, link_of(2), secret, start));
}

TEST_F(PairingBoardTest, ACodeRunsOutAfterTwoMinutesAndWithItsScreen) {
  const auto code = board.show(screen, start);
  EXPECT_TRUE(board.expired(start + (pairing_valid_ms - 1)).empty());
  EXPECT_EQ(board.expired(start + pairing_valid_ms).size(), 1u);
  EXPECT_FALSE(board.promise(*code, link_of(1), secret, start + pairing_valid_ms));
  board.leave(screen);
  EXPECT_FALSE(board.promise(*code, link_of(1), secret, start));
}

TEST_F(PairingBoardTest, AFreshCodeEndsTheOneBefore) {
  const auto first = board.show(screen, start);
  const auto second = board.show(screen, start);
  EXPECT_NE(first, second);
  EXPECT_FALSE(board.promise(*first, link_of(1), secret, start));
  EXPECT_TRUE(board.promise(*second, link_of(1), secret, start));
}

TEST_F(PairingBoardTest, OnlySoManyScreensWait) {
  for (std::uint64_t i = 0; i < pairing_screens_max; ++i) ASSERT_TRUE(board.show({0, i}, start));
  EXPECT_FALSE(board.show({0, pairing_screens_max}, start));
}

}  // namespace
}  // namespace durf::runtime
