// SPDX-License-Identifier: MIT
// What phones have seen, by the number of their frame; and that a hole, another epoch and what is no snapshot are
// noticed.
#include "load/view.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

namespace durf::load {
namespace {

std::string put(char question, int support) {
  return "[\"question\",\"" + std::string(22, question) + "\",{\"support\":" + std::to_string(support) + "}]";
}
std::string message(const std::string& kind, int number, const std::string& puts,
                    const std::string& epoch = "EEEEEEEE") {
  return R"({"t":")" + kind + R"(","epoch":")" + epoch + R"(","n":)" + std::to_string(number) + R"(,"put":[)" + puts +
         "]" + (kind == "frame" ? R"(,"remove":[]})" : "}");
}
std::string compressed(const std::string& text) {
  std::string out(compressBound(text.size()), '\0');
  uLongf size = out.size();
  EXPECT_EQ(
      compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(text.data()), text.size()),
      Z_OK);
  out.resize(size);
  return out;
}

TEST(LoadView, TellsWhatAPhoneHasSeenByItsFrame) {
  View view;
  Position ahead = *view.apply_snapshot(message("snapshot", 4, put('a', 1) + "," + put('b', 1)), false);
  Position behind = ahead;
  EXPECT_EQ(view.support_at(ahead), 2u);
  EXPECT_EQ(view.questions(), 2u);
  const std::string next = message("frame", 5, put('a', 40));
  ASSERT_TRUE(view.apply_frame(next, ahead));
  EXPECT_EQ(view.support_at(ahead), 41u);
  EXPECT_EQ(view.support_at(behind), 2u) << "the other one has not got it yet";
  ASSERT_TRUE(view.apply_frame(next, behind));
  EXPECT_EQ(ahead, behind);
}

TEST(LoadView, NoticesHolesAndOtherEpochs) {
  View view;
  Position at = *view.apply_snapshot(message("snapshot", 0, put('a', 1)), false);
  EXPECT_FALSE(view.apply_frame(message("frame", 2, ""), at));
  EXPECT_FALSE(view.apply_frame(message("frame", 1, "", "FFFFFFFF"), at));
  EXPECT_FALSE(view.apply_frame("{}", at));
  EXPECT_EQ(at.frame, 0u);
}

TEST(LoadView, ReadsACompressedSnapshotAndStartsAnewWithAnotherEpoch) {
  View view;
  const std::string first = compressed(message("snapshot", 9, put('a', 3)));
  ASSERT_EQ(view.apply_snapshot(first, true), (Position{"EEEEEEEE", 9}));
  ASSERT_EQ(view.apply_snapshot(first, true), (Position{"EEEEEEEE", 9}));
  ASSERT_EQ(view.apply_snapshot(compressed(message("snapshot", 1, put('c', 7), "FFFFFFFF")), true),
            (Position{"FFFFFFFF", 1}));
  EXPECT_EQ(view.support(), 7u);
  EXPECT_EQ(view.support_at({"EEEEEEEE", 9}), 0u);
  EXPECT_EQ(view.apply_snapshot("not zlib", true), std::nullopt);
  EXPECT_EQ(view.apply_snapshot(message("frame", 2, ""), false), std::nullopt);
}

}  // namespace
}  // namespace durf::load
