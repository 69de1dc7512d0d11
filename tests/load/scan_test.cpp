// SPDX-License-Identifier: MIT
// Looking at the text against the messages that the server's own tests fix, in tests/protocol/golden.
#include "load/scan.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace durf::load {
namespace {

std::string golden(const std::string& name) {
  std::ifstream file(DURF_TESTS_DIR "/protocol/golden/" + name + ".json");
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

std::map<std::string, std::uint64_t> supports(const std::string& frame) {
  std::map<std::string, std::uint64_t> found;
  for_each_support(frame, [&found](std::string_view id, std::uint64_t support) { found[std::string(id)] = support; });
  return found;
}

TEST(LoadScan, FindsWhatAPhoneNeeds) {
  const std::string frame = golden("frame.support");
  EXPECT_EQ(kind_of(frame), "frame");
  EXPECT_EQ(text_after(frame, "epoch").size(), 8u);
  EXPECT_TRUE(number_after(frame, "n"));
  EXPECT_EQ(number_after(golden("frame.last_number"), "n"), 9'007'199'254'740'991u);
  EXPECT_EQ(kind_of(golden("clock.round")), "clock");
  EXPECT_EQ(kind_of("[]"), "");
  EXPECT_EQ(text_after(frame, "no_such_member"), "");
  EXPECT_EQ(number_after(frame, "epoch"), std::nullopt);
}

TEST(LoadScan, FindsTheSupportOfEveryQuestion) {
  EXPECT_FALSE(supports(golden("frame.support")).empty());
  const auto found = supports(golden("snapshot.participant"));
  EXPECT_EQ(found.at("DRupynEo2_6rHWC3CbQdOQ"), 17u);
  EXPECT_EQ(found.at("9T1A7yNfUya6R0iRtYBTrw"), 1u);
}

TEST(LoadScan, IsNotFooledByWhatAPersonWrote) {
  const std::string frame =
      R"({"t":"frame","epoch":"AAAAAAAA","n":3,"put":[["question","AAAAAAAAAAAAAAAAAAAAAA",{"label":"\"support\":99","support":4,"text":"[\"question\",\"BBBBBBBBBBBBBBBBBBBBBB\",{\"support\":5}"}]],"remove":[]})";
  EXPECT_EQ(supports(frame), (std::map<std::string, std::uint64_t>{{"AAAAAAAAAAAAAAAAAAAAAA", 4}}));
}

TEST(LoadScan, TellsAnswersApart) {
  EXPECT_TRUE(says_ok(golden("reply.accepted")));
  EXPECT_TRUE(says_ok(golden("reply.accepted_receipt")));
  const std::string refused = golden("reply.rejected");
  EXPECT_FALSE(says_ok(refused));
  EXPECT_EQ(text_after(refused, "code"), "one_per_round");
  EXPECT_EQ(text_after(refused, "id").size(), 22u);
}

}  // namespace
}  // namespace durf::load
