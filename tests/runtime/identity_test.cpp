// SPDX-License-Identifier: MIT
// What stops in Identity: tokens and secrets. The expected values were computed with another implementation (Python's hmac and
// hashlib), because every nullifier that was ever logged must come out the same in the next release.
#include "durf/runtime/identity.hpp"

#include <gtest/gtest.h>

#include <iomanip>
#include <sstream>

#include "runtime/counting_entropy.hpp"

namespace durf::runtime {
namespace {

template <class Id>
Id filled_with(std::uint8_t byte) {
  Id id;
  id.bytes.fill(byte);
  return id;
}

template <class Id>
std::string hex(const Id& id) {
  std::ostringstream text;
  for (const std::uint8_t byte : id.bytes) text << std::hex << std::setw(2) << std::setfill('0') << int{byte};
  return text.str();
}

base::SharedKey key_of(std::uint8_t first) {
  std::array<std::uint8_t, 32> bytes;
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(first + i);
  return std::make_shared<const base::SessionKey>(bytes);
}

const auto question = filled_with<domain::QuestionId>(1);
const auto token = filled_with<protocol::Token>(2);
const auto secret = filled_with<protocol::Secret>(3);

TEST(Identity, NullifierIsTheKeyedHashOfQuestionAndToken) {
  CountingEntropy entropy;
  const Identity identity(key_of(0), entropy);
  EXPECT_EQ(hex(identity.support(question, token)), "c89c772e36f4c5697e1dd56ee7941684");
}

TEST(Identity, NullifierSurvivesARestartAndTheTagOfARunDoesNot) {
  CountingEntropy entropy;
  const Identity before(key_of(0), entropy);
  const Identity after(key_of(0), entropy);
  EXPECT_EQ(before.support(question, token), after.support(question, token));
  EXPECT_NE(before.member(token), after.member(token));
}

TEST(Identity, NullifiersOfOneTokenDifferByQuestionAndOfOneQuestionByToken) {
  CountingEntropy entropy;
  const Identity identity(key_of(0), entropy);
  const auto one = identity.support(question, token);
  EXPECT_NE(one, identity.support(filled_with<domain::QuestionId>(9), token));
  EXPECT_NE(one, identity.support(question, filled_with<protocol::Token>(9)));
  EXPECT_NE(one, Identity(key_of(1), entropy).support(question, token));
}

TEST(Identity, FillsWhatTheDomainNeedsAndDropsTheSecret) {
  CountingEntropy entropy;
  const Identity identity(key_of(0), entropy);
  protocol::CommandMessage message{{}, domain::SubmitQuestion{question, {}, {}, {}, {}, {}}, secret, {}};
  identity.fill(message, &token);
  const auto& submit = std::get<domain::SubmitQuestion>(message.command);
  EXPECT_EQ(hex(submit.authorship), "6399f6d863b08f4652b342c2e1350b4c01e291332d9d84d84b575bf7272897d2");
  EXPECT_EQ(hex(submit.receipt), "de94d1b6cdfb9f73ba705430b963641ceda1b7387d7c19851149eefa5fb72c2f");
  EXPECT_EQ(submit.nullifier, identity.support(question, token));
  EXPECT_FALSE(message.secret);
}

TEST(Identity, LinksAreHashedUnderALabelOfTheirOwn) {
  EXPECT_EQ(hex(hash_of_link(secret)), "2aa7a1c58496cec4ab5c804937386d113ba7ec4266e64a9863bc210498cb763d");
}

TEST(Identity, ResultsLinksAreHashedUnderALabelOfTheirOwnToo) {
  EXPECT_EQ(hex(hash_of_results_link(filled_with<domain::ResultsSecret>(3))),
            "fba81a9f5bc3803233fead500926fc242d0b189b63bd04dc66f8e46cab865daf");
}

TEST(Identity, AReplyHasAReceiptForEachPlace) {
  CountingEntropy entropy;
  const Identity identity(key_of(0), entropy);
  const auto reply_at = [&](std::uint32_t place) {
    protocol::CommandMessage message{{}, domain::ReplyToAskBack{{question, place}, {}, {}, {}}, secret, {}};
    identity.fill(message, &token);
    EXPECT_FALSE(message.secret);
    return std::get<domain::ReplyToAskBack>(message.command);
  };
  EXPECT_EQ(hex(reply_at(0).authorship), "6399f6d863b08f4652b342c2e1350b4c01e291332d9d84d84b575bf7272897d2");
  EXPECT_EQ(hex(reply_at(0).receipt), "1c185197139afefd1830bdde284927337f8d18e3d9cb0d6bf94507e7146f4c47");
  EXPECT_EQ(hex(reply_at(2).receipt), "933ffaa4bada8a2c101aade122c2fc7340f09815be9ed3513c6d2c690942e53b");
}

TEST(Identity, WhoWishesOrJudgesProvesItAsWhoWithdraws) {
  CountingEntropy entropy;
  const Identity identity(key_of(0), entropy);
  const auto authorship_in = [&](domain::Command command) {
    protocol::CommandMessage message{{}, std::move(command), secret, {}};
    identity.fill(message, &token);
    EXPECT_FALSE(message.secret);
    return std::visit(
        [](const auto& filled) {
          if constexpr (requires { filled.authorship; }) return filled.authorship;
          return domain::AuthorshipHash{};
        },
        message.command);
  };
  const auto proof = authorship_in(domain::WithdrawQuestion{question, {}});
  EXPECT_FALSE(proof.empty());
  EXPECT_EQ(authorship_in(domain::WishHidden{question, {}}), proof);
  EXPECT_EQ(authorship_in(domain::JudgeAnswer{question, domain::Verdict::no, {}}), proof);
}

TEST(Identity, AResultsLinkThatIsTakenAwayLeavesNoHash) {
  CountingEntropy entropy;
  const Identity identity(key_of(0), entropy);
  const auto hash_in = [&](const domain::ResultsSecret& of) {
    protocol::CommandMessage message{{}, domain::SetResultsLink{of, {}}, {}, {}};
    identity.fill(message, nullptr);
    return std::get<domain::SetResultsLink>(message.command).secret_hash;
  };
  EXPECT_TRUE(hash_in({}).empty());
  EXPECT_EQ(hash_in(filled_with<domain::ResultsSecret>(3)), hash_of_results_link(filled_with<domain::ResultsSecret>(3)));
}

TEST(Identity, ADeskHasNoTokenAndGetsNoNullifier) {
  CountingEntropy entropy;
  const Identity identity(key_of(0), entropy);
  protocol::CommandMessage message{{}, domain::UpvoteQuestion{question, 1, true, {}}, {}, {}};
  identity.fill(message, nullptr);
  EXPECT_TRUE(std::get<domain::UpvoteQuestion>(message.command).nullifier.empty());
}

}  // namespace
}  // namespace durf::runtime
