// SPDX-License-Identifier: MIT
// Which texts hold a listed word: whole words, whatever their capitals and accents.
#include "domain/word_list.hpp"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "durf/domain/default_word_list.hpp"
#include "durf/domain/limits.hpp"

namespace durf::domain {
namespace {

TEST(WordListO11, FindsWholeWordsOnly) {
  const WordList list("hufter\nzak hooi\nÉtter\n\n  moron  ");
  for (const char* found : {"hufter", "Wat een HUFTER!", "die hufter, dus", "hüfter", "hu\u0301fter",
                            "(hufter)", "een zak  hooi", "zak\nhooi", "zak-hooi", "etter", "ÉTTER",
                            "e\u0301tter", "MORON.", "huf\u200Bter", "huf\u00ADter", "\u201Chufter\u201D"})
    EXPECT_TRUE(list.found_in(found)) << found;
  for (const char* fine : {"", "hufters", "hufterig", "geenhufter", "zak", "hooi zak", "zakken hooi",
                           "moronic", "huf ter", "хуфтер"})
    EXPECT_FALSE(list.found_in(fine)) << fine;
}

TEST(WordListO11, OtherScriptsAreWordsToo) {
  const WordList list("идиот\nß");
  EXPECT_TRUE(list.found_in("он идиот!"));
  EXPECT_FALSE(list.found_in("идиоты"));
  EXPECT_TRUE(list.found_in("ß"));
}

TEST(WordListO11, NothingIsFoundInAnEmptyList) {
  for (const char* lines : {"", "\n\n", " - \n!"}) {
    EXPECT_FALSE(WordList(lines).found_in("anything at all"));
    EXPECT_FALSE(WordList(lines).found_in(""));
  }
}

TEST(WordListO12, TheDefaultIsModestAndFindsItself) {
  const std::string lines = default_word_list();
  EXPECT_LT(lines.size(), limits::word_list_bytes_max);
  const WordList list(lines);
  std::istringstream each(lines);
  std::set<std::string> seen;
  for (std::string line; std::getline(each, line);) {
    EXPECT_FALSE(line.empty());
    EXPECT_TRUE(list.found_in("jij " + line + "!")) << line;
    EXPECT_TRUE(seen.insert(line).second) << line << " stands there twice";
  }
  EXPECT_GE(seen.size(), 60u);
  EXPECT_FALSE(list.found_in("Waarom krijgen wij geen extra personeel? What about the rosters?"));
}

}  // namespace
}  // namespace durf::domain
