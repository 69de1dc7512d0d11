// SPDX-License-Identifier: MIT
// Keys as files: whole or not there, and gone when they are destroyed.
#include "durf/storage/key_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "test_support.hpp"

namespace durf::test {
namespace {

class KeyFilesLG31 : public ::testing::Test {
 protected:
  std::string path(std::uint32_t generation) const {
    return folder.path() + "/" + session + "-" + std::to_string(generation);
  }
  TemporaryFolder folder;
  SeededEntropy entropy{3};
  storage::KeyFiles keys{folder.path(), entropy};
  const std::string session = session_id(0xfb).text();  // has '-' in it: "-_v7…"
};

TEST_F(KeyFilesLG31, AKeyIsTheSameAfterARestart) {
  ASSERT_NE(session.find('-'), std::string::npos);
  const auto made = keys.create({session, 1});
  ASSERT_TRUE(made);
  storage::KeyFiles again(folder.path(), entropy);
  const auto loaded = again.load({session, 1});
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->bytes(), made->bytes());
  EXPECT_EQ(again.list(), (std::vector<base::KeyName>{{session, 1}}));
  EXPECT_FALSE(again.load({session, 2}));
}

TEST_F(KeyFilesLG31, CreatingAgainReplaces) {
  const auto first = keys.create({session, 1});
  const auto second = keys.create({session, 1});
  ASSERT_TRUE(first && second);
  EXPECT_NE(first->bytes(), second->bytes());
  EXPECT_EQ(keys.load({session, 1})->bytes(), second->bytes());
}

TEST_F(KeyFilesLG31, ADestroyedKeyIsOverwrittenAndGone) {
  const auto made = keys.create({session, 1});
  ASSERT_TRUE(keys.create({session, 2}));
  // A second name for the same file shows what became of its bytes.
  std::filesystem::create_hard_link(path(1), folder.path() + "/witness");
  EXPECT_TRUE(keys.destroy({session, 1}));
  EXPECT_FALSE(std::filesystem::exists(path(1)));
  EXPECT_EQ(file_bytes(folder.path() + "/witness"), std::string(32, '\0'));
  EXPECT_FALSE(keys.load({session, 1}));
  EXPECT_TRUE(keys.load({session, 2}));
  EXPECT_TRUE(keys.destroy({session, 1})) << "can be repeated";
}

TEST_F(KeyFilesLG31, AnUnfinishedKeyIsDestroyedAtTheStart) {
  std::ofstream(path(1) + ".new") << std::string(32, 'k');
  storage::KeyFiles again(folder.path(), entropy);
  EXPECT_TRUE(again.list().empty());
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_F(KeyFilesLG31, AKeyOfAnotherLengthIsNoKey) {
  std::ofstream(path(1)) << std::string(31, 'k');
  EXPECT_FALSE(keys.load({session, 1}));
  std::ofstream(path(1)) << std::string(33, 'k');
  EXPECT_FALSE(keys.load({session, 1}));
}

TEST_F(KeyFilesLG31, NamesThatAreNoSessionsReachNoFile) {
  const std::string outside = folder.path() + "/../outside-durf-test";
  EXPECT_FALSE(keys.create({"../outside-durf-test", 1}));
  EXPECT_FALSE(keys.load({"../outside-durf-test", 1}));
  EXPECT_TRUE(keys.destroy({"../outside-durf-test", 1}));
  EXPECT_FALSE(std::filesystem::exists(outside + "-1"));
  std::ofstream(folder.path() + "/readme-1") << "x";
  std::ofstream(folder.path() + "/" + session + "-x") << "x";
  EXPECT_TRUE(keys.list().empty());
}

TEST_F(KeyFilesLG31, AFolderThatCannotBeWrittenLeavesNothing) {
  std::filesystem::remove_all(folder.path());
  EXPECT_FALSE(keys.create({session, 1}));
  EXPECT_FALSE(keys.load({session, 1}));
}

}  // namespace
}  // namespace durf::test
