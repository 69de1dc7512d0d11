// SPDX-License-Identifier: MIT
// The definition is JSON that a person can read, comes back as it was, and nothing else is taken for one.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <string>

#include "durf/log/record_codec.hpp"
#include "sample_log.hpp"

namespace durf::test {
namespace {

using nlohmann::json;

TEST(DefinitionCodecLC6, ComesBackAsItWas) {
  EXPECT_EQ(log::decode_definition(log::encode_definition(sample_definition())), sample_definition());
  const domain::Definition least;
  EXPECT_EQ(log::decode_definition(log::encode_definition(least)), least);
}

TEST(DefinitionCodecLC6, HoldsExactlyTheseMembers) {
  const json whole = json::parse(log::encode_definition(sample_definition()));
  std::vector<std::string> names;
  for (const auto& [name, value] : whole.items()) names.push_back(name);
  EXPECT_EQ(names, (std::vector<std::string>{"ended_day", "expected", "format", "id", "join_code", "join_key",
                                             "keep_days", "links", "lobby", "moderation", "rehearsal",
                                             "results_hash", "round_ms", "title", "topics", "word_list"}));
  EXPECT_EQ(whole["title"]["text"], "Dare to ask");
  EXPECT_EQ(whole["links"][0]["role"], "facilitator");
}

TEST(DefinitionCodecLC6, AnythingElseIsRefused) {
  const json good = json::parse(log::encode_definition(sample_definition()));
  const auto refused = [&](auto change) {
    json changed = good;
    change(changed);
    return !log::decode_definition(changed.dump());
  };
  EXPECT_FALSE(refused([](json&) {}));
  for (const auto& [name, value] : good.items()) {
    EXPECT_TRUE(refused([&](json& d) { d.erase(name); })) << name;
    EXPECT_TRUE(refused([&](json& d) { d[name] = json::object(); })) << name;
    EXPECT_TRUE(refused([&](json& d) { d[name] = nullptr; })) << name;
  }
  EXPECT_TRUE(refused([](json& d) { d["created_at"] = 1; }));
  EXPECT_TRUE(refused([](json& d) { d["format"] = 1; })) << "has members that came later";
  EXPECT_TRUE(refused([](json& d) { d["format"] = 3; }));
  EXPECT_TRUE(refused([](json& d) { d["ended_day"] = 2'147'483'648; }));
  EXPECT_TRUE(refused([](json& d) { d["results_hash"] = ""; }));
  EXPECT_TRUE(refused([](json& d) { d["round_ms"] = -1; }));
  EXPECT_TRUE(refused([](json& d) { d["expected"] = 4'294'967'296; }));
  EXPECT_TRUE(refused([](json& d) { d["title"]["lang"] = "de"; }));
  EXPECT_TRUE(refused([](json& d) { d["title"]["size"] = 1; }));
  EXPECT_TRUE(refused([](json& d) { d["topics"][0]["id"] = "short"; }));
  EXPECT_TRUE(refused([](json& d) { d["topics"][0].erase("name"); }));
  EXPECT_TRUE(refused([](json& d) { d["links"][0]["role"] = "owner"; }));
  EXPECT_TRUE(refused([](json& d) { d["links"].push_back(d["links"][0]); })) << "the same link twice";
  for (const char* text : {"", "null", "[]", "{", "1", "\"definition\""})
    EXPECT_FALSE(log::decode_definition(text));
  EXPECT_FALSE(log::decode_definition(std::string(1'000'000, '[')));
}

TEST(DefinitionCodecLC5, Format1StaysReadable) {
  json whole = json::parse(log::encode_definition(sample_definition_of_format_1()));
  for (const char* later : {"moderation", "word_list", "keep_days", "ended_day", "results_hash"}) whole.erase(later);
  EXPECT_FALSE(log::decode_definition(whole.dump()));
  whole["format"] = 1;
  EXPECT_EQ(log::decode_definition(whole.dump()), sample_definition_of_format_1());
}

TEST(DefinitionCodecLC6, DamagedTextDoesNoHarm) {
  const std::string good = log::encode_definition(sample_definition());
  std::mt19937_64 random(6);
  for (int i = 0; i < 20'000; ++i) {
    std::string changed = good;
    for (std::uint64_t times = random() % 3 + 1; times > 0; --times)
      changed[random() % changed.size()] = static_cast<char>(random());
    if (const auto definition = log::decode_definition(changed)) {
      EXPECT_EQ(log::decode_definition(log::encode_definition(*definition)), definition);
    }
  }
}

TEST(DefinitionCodecLC6, TextThatIsNoUtf8DoesNotStopACommit) {
  domain::Definition definition = sample_definition();
  definition.title.text = "\xff\xfe";
  const auto read = log::decode_definition(log::encode_definition(definition));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->links, definition.links);
}

}  // namespace
}  // namespace durf::test
