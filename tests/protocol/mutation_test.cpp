// SPDX-License-Identifier: MIT
// Messages with damage: seeded changes to the golden files never crash the decoder (the sanitizer builds look
// on), and what it still takes keeps the limits. The seed is in each message, so a failure can be repeated.
#include <gtest/gtest.h>

#include <random>

#include "durf/protocol/decode.hpp"
#include "durf/protocol/limits.hpp"
#include "protocol/golden_cases.hpp"
#include "protocol/samples.hpp"

namespace durf::protocol {
namespace {

constexpr std::uint32_t seeds = 200;
constexpr int mutations_per_file = 20;
constexpr std::string_view tempting = "{}[]\",:\\u0123d8e-+.truefalsnul \n\x80\xc3\xff/";

class Mutator {
 public:
  explicit Mutator(std::uint32_t seed) : engine_(seed) {}

  std::string mutate(std::string text, const std::string& other) {
    for (std::size_t change = 1 + below(4); change > 0 && !text.empty(); --change) once(text, other);
    return text;
  }

 private:
  std::size_t below(std::size_t bound) { return engine_() % bound; }

  void once(std::string& text, const std::string& other) {
    const std::size_t at = below(text.size());
    const std::size_t length = 1 + below(std::min<std::size_t>(text.size() - at, 24));
    switch (below(6)) {
      case 0:
        text[at] = tempting[below(tempting.size())];
        break;
      case 1:
        text.insert(at, 1, tempting[below(tempting.size())]);
        break;
      case 2:
        text.erase(at, length);
        break;
      case 3:
        text.insert(below(text.size()), text.substr(at, length));
        break;
      case 4:
        text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
        break;
      default:
        text = text.substr(0, at) + other.substr(std::min(at, other.size()));
        break;
    }
  }

  std::mt19937 engine_;
};

void expect_command_within_limits(const CommandMessage& message, const std::string& of) {
  EXPECT_FALSE(std::holds_alternative<domain::PassRound>(message.command)) << of;
  EXPECT_FALSE(std::holds_alternative<domain::TellMerge>(message.command)) << of;
  if (const auto* reply = std::get_if<domain::ReplyToAskBack>(&message.command)) {
    EXPECT_TRUE(reply->receipt.empty() && reply->authorship.empty()) << of;
  }
  if (const auto* judged = std::get_if<domain::JudgeAnswer>(&message.command)) {
    EXPECT_NE(judged->verdict, domain::Verdict::none) << of;
  }
  if (const auto* written = std::get_if<domain::WriteAnswer>(&message.command)) {
    EXPECT_TRUE(written->answer.day.empty() || written->answer.day.size() == 10) << of;
  }
  if (const auto* pairing = std::get_if<domain::ConfirmPairing>(&message.command)) {
    EXPECT_TRUE(pairing->role == domain::Role::presenter || pairing->role == domain::Role::stage) << of;
  }
  if (const auto* submit = std::get_if<domain::SubmitQuestion>(&message.command)) {
    EXPECT_LE(submit->text.text.size(), limits::string_bytes_max) << of;
    EXPECT_TRUE(message.secret.has_value()) << of;
    EXPECT_TRUE(submit->nullifier.empty() && submit->receipt.empty() && submit->authorship.empty()) << of;
  }
  if (const auto* upvote = std::get_if<domain::UpvoteQuestion>(&message.command)) {
    EXPECT_LE(upvote->revision, limits::number_max) << of;
    EXPECT_TRUE(upvote->nullifier.empty()) << of;
  }
  if (message.pairing_code) {
    EXPECT_LE(message.pairing_code->size(), limits::pairing_code_bytes_max) << of;
  }
}

void expect_within_limits(const ClientMessage& message, const std::string& of) {
  if (const auto* command = std::get_if<CommandMessage>(&message)) expect_command_within_limits(*command, of);
  if (const auto* hello = std::get_if<HelloParticipant>(&message)) {
    const auto* code = std::get_if<std::string>(&hello->join);
    EXPECT_TRUE(!code || code->size() == 6 || code->size() == 8) << of;
    EXPECT_LE(hello->resume.value_or(Cursor{}).frame, limits::number_max) << of;
  }
}

TEST(Mutations, DamagedMessagesAreRefusedOrKeepTheLimits) {
  std::vector<std::string> texts;
  for (const auto& [name, message] : messages_from_pages()) texts.push_back(samples::golden(name));
  std::size_t taken = 0;
  std::size_t refused = 0;
  for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
    Mutator mutator(seed);
    for (std::size_t file = 0; file < texts.size(); ++file) {
      for (int repeat = 0; repeat < mutations_per_file; ++repeat) {
        const std::string text =
            mutator.mutate(texts[file], texts[(file + static_cast<std::size_t>(repeat)) % texts.size()]);
        const auto message = decode_message(text);
        ++(message ? taken : refused);
        if (message) expect_within_limits(*message, "seed " + std::to_string(seed) + ": " + text);
      }
    }
  }
  // Changes within a text or an id are still messages; were there none, or only such, the test would show
  // nothing.
  EXPECT_GT(taken, 1'000u);
  EXPECT_GT(refused, 10 * 1'000u);
}

TEST(Mutations, DamagedSessionsAreRefusedOrKeepTheLimits) {
  std::size_t taken = 0;
  std::size_t refused = 0;
  for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
    Mutator mutator(seed);
    for (const auto& [name, session] : sessions_from_pages()) {
      const std::string text = mutator.mutate(samples::golden(name), samples::golden("http.create_session"));
      const auto decoded = decode_create_session(text);
      ++(decoded ? taken : refused);
      if (!decoded) continue;
      EXPECT_LE(decoded->definition.topics.size(), limits::topics_listed_max) << seed;
      EXPECT_LE(decoded->definition.title.text.size(), limits::string_bytes_max) << seed;
      EXPECT_TRUE(decoded->definition.links.empty() && decoded->definition.join_code.empty()) << seed;
    }
  }
  EXPECT_GT(taken, 0u);
  EXPECT_GT(refused, 100u);
}

}  // namespace
}  // namespace durf::protocol
