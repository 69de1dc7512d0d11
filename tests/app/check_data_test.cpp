// SPDX-License-Identifier: MIT
// What --check says about a data directory, without touching it.
#include "app/check_data.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/disk_room.hpp"

namespace durf::app {
namespace {

namespace fs = std::filesystem;

/// Root may do everything, and access() asks for the real user: while this lives that is one who owns nothing.
class AsSomebodyElse {
 public:
  AsSomebodyElse() : real_(::getuid()) {
    if (::geteuid() == 0) EXPECT_EQ(::setreuid(nobody, static_cast<uid_t>(-1)), 0);
  }
  ~AsSomebodyElse() {
    if (::geteuid() == 0) EXPECT_EQ(::setreuid(real_, static_cast<uid_t>(-1)), 0);
  }
  static constexpr uid_t nobody = 65'534;

 private:
  uid_t real_;
};

class CheckDataOP3 : public ::testing::Test {
 protected:
  CheckDataOP3() {
    std::string name = (fs::temp_directory_path() / "durf-check-XXXXXX").string();
    EXPECT_NE(::mkdtemp(name.data()), nullptr);
    folder = name;
  }
  ~CheckDataOP3() override { fs::remove_all(folder); }
  fs::path folder;
};

TEST_F(CheckDataOP3, OneThatIsThereOrCanBeMadeIsFineAndIsNotMade) {
  EXPECT_EQ(check_data_directory(folder.string()), "");
  EXPECT_EQ(check_data_directory(folder.string() + "/"), "");
  EXPECT_EQ(check_data_directory((folder / "a" / "b").string()), "");
  EXPECT_TRUE(fs::is_empty(folder));
}

TEST_F(CheckDataOP3, AFileInItsPlaceOrOnTheWayIsNamed) {
  std::ofstream(folder / "file") << "text";
  for (const fs::path& path : {folder / "file", folder / "file" / "data"}) {
    const std::string wrong = check_data_directory(path.string());
    EXPECT_NE(wrong.find((folder / "file").string()), std::string::npos) << wrong;
  }
}

TEST_F(CheckDataOP3, KeysThatAreNoFolderAreNamed) {
  std::ofstream(folder / "keys") << "text";
  EXPECT_NE(check_data_directory(folder.string()).find((folder / "keys").string()), std::string::npos);
}

TEST_F(CheckDataOP3, KeysThatThisUserCannotWriteAreNamed) {
  fs::create_directory(folder / "keys");
  fs::permissions(folder, fs::perms::all);
  fs::permissions(folder / "keys", fs::perms::all);
  const AsSomebodyElse nobody;
  EXPECT_EQ(check_data_directory(folder.string()), "");
  fs::permissions(folder / "keys", fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_NE(check_data_directory(folder.string()).find((folder / "keys").string()), std::string::npos);
}

TEST_F(CheckDataOP3, OneThatThisUserCannotWriteIsNamed) {
  const AsSomebodyElse nobody;
  fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_NE(check_data_directory(folder.string()), "");
  EXPECT_NE(check_data_directory((folder / "data").string()), "");
}

TEST(DiskRoomOP2, IsWhatTheFileSystemSays) {
  const std::string here = fs::temp_directory_path().string();
  EXPECT_TRUE(disk_has_room(here, 0));
  EXPECT_FALSE(disk_has_room(here, ~std::uint64_t{0}));
  EXPECT_TRUE(disk_has_room("/does/not/exist")) << "unknown is no reason to send people away";
}

}  // namespace
}  // namespace durf::app
