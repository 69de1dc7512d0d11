// SPDX-License-Identifier: MIT
// The golden files against the C++ side: what pages send decodes to the value it stands for, what pages
// receive is encoded to the same bytes, and no file stands there without being used. The pages' own tests
// read the same files from the other side.
#include <gtest/gtest.h>

#include "durf/protocol/decode.hpp"
#include "protocol/golden_cases.hpp"
#include "protocol/samples.hpp"

namespace durf::protocol {
namespace {

TEST(Golden, MessagesFromPagesAreDecoded) {
  for (const auto& [name, expected] : messages_from_pages()) {
    const auto message = decode_message(samples::golden(name));
    ASSERT_TRUE(message.has_value()) << name;
    EXPECT_TRUE(*message == expected) << name;
  }
}

TEST(Golden, SessionsToCreateAreDecoded) {
  for (const auto& [name, expected] : sessions_from_pages()) {
    const auto session = decode_create_session(samples::golden(name));
    ASSERT_TRUE(session.has_value()) << name;
    EXPECT_TRUE(session->definition == expected.definition) << name;
    EXPECT_TRUE(session->facilitator_secret == expected.facilitator_secret) << name;
    EXPECT_TRUE(session->presenter_secret == expected.presenter_secret) << name;
    EXPECT_EQ(session->password, expected.password) << name;
  }
}

TEST(Golden, MessagesToPagesAreEncoded) {
  for (const auto& [name, encoded] : messages_to_pages()) EXPECT_EQ(encoded, samples::golden(name)) << name;
}

TEST(Golden, RefusedMessagesAreRefused) {
  const auto names = samples::golden_names("refused");
  ASSERT_FALSE(names.empty());
  for (const auto& name : names) EXPECT_FALSE(decode_message(samples::golden("refused/" + name))) << name;
}

TEST(Golden, EveryFileIsUsed) {
  const auto names = samples::golden_names("");
  ASSERT_FALSE(names.empty());
  for (const auto& name : names) {
    const std::size_t uses = messages_from_pages().count(name) + sessions_from_pages().count(name) +
                             messages_to_pages().count(name);
    EXPECT_EQ(uses, 1u) << name;
  }
}

TEST(Golden, EveryCommandOfTheWireHasAFile) {
  std::vector<bool> seen(std::variant_size_v<domain::Command>, false);
  for (const auto& [name, message] : messages_from_pages())
    if (const auto* command = std::get_if<CommandMessage>(&message)) seen[command->command.index()] = true;
  // The core's own, and nothing that a page may send.
  seen[domain::Command(domain::PassRound{}).index()] = true;
  seen[domain::Command(domain::TellMerge{}).index()] = true;
  for (std::size_t kind = 0; kind < seen.size(); ++kind) EXPECT_TRUE(seen[kind]) << "alternative " << kind;
}

}  // namespace
}  // namespace durf::protocol
