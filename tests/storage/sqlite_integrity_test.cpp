// SPDX-License-Identifier: MIT
// Files that somebody or something has changed between two starts, and who may open them at all.
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

#include "durf/storage/data_directory.hpp"
#include "durf/storage/manifest.hpp"
#include "log_contract.hpp"
#include "sqlite_backend.hpp"

namespace durf::test {
namespace {

/// Changes the database past the log, while no log has it open.
void alter(const SqliteBackend& backend, const std::string& sql) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(backend.database().c_str(), &database), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
      << sqlite3_errmsg(database);
  sqlite3_close(database);
}

class Tampering : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const auto& session : {a, b}) {
      ASSERT_EQ(append(backend.log(), creation(session, "1")), AppendOutcome::durable);
      for (log::Sequence next = 2; next <= 4; ++next)
        ASSERT_EQ(append(backend.log(), extension(session, next, numbered(next))), AppendOutcome::durable);
    }
    backend.close();
  }
  static std::string numbered(log::Sequence number) { return "record " + std::to_string(number); }

  LoadFault fault_after(const std::string& sql) {
    alter(backend, sql);
    backend.open();
    EXPECT_EQ(load(backend.log(), b).fault, LoadFault::none) << "the other session lives";
    const LoadFault fault = load(backend.log(), a).fault;
    EXPECT_TRUE(load(backend.log(), a).payloads.empty());
    return fault;
  }
  std::string refusal_after(const std::string& sql) {
    alter(backend, sql);
    return backend.try_open();
  }

  const domain::SessionId a = session_id(0xaa);
  const domain::SessionId b = session_id(0xbb);
  const std::string of_a = " session = x'" + std::string(32, 'a') + "'";
  SqliteBackend backend;
};

// [LG25]
TEST_F(Tampering, ADamagedRecordBreaksTheChain) {
  EXPECT_EQ(fault_after("UPDATE record SET ciphertext = zeroblob(length(ciphertext)) WHERE sequence = 2 AND" +
                        of_a),
            LoadFault::broken_chain);
}
TEST_F(Tampering, AMissingRecordBreaksTheChain) {
  EXPECT_EQ(fault_after("DELETE FROM record WHERE sequence = 3 AND" + of_a), LoadFault::broken_chain);
}
TEST_F(Tampering, AMissingBeginningBreaksTheChain) {
  EXPECT_EQ(fault_after("DELETE FROM record WHERE sequence = 1 AND" + of_a), LoadFault::broken_chain);
}
TEST_F(Tampering, AChecksumThatFitsDoesNotReplaceTheCipher) {
  // All records of the other session, chain and all: the key and the place do not fit.
  EXPECT_EQ(fault_after("DELETE FROM record WHERE" + of_a + "; INSERT INTO record SELECT x'" +
                        std::string(32, 'a') +
                        "', sequence, format, nonce, ciphertext, crc FROM record WHERE session = x'" +
                        std::string(32, 'b') + "'"),
            LoadFault::broken_chain);
}
// [LG26]
TEST_F(Tampering, ARecordOfANewerFormatIsRefused) {
  alter(backend, "UPDATE record SET format = 99 WHERE sequence = 4 AND" + of_a);
  backend.open();
  EXPECT_EQ(load(backend.log(), a).fault, LoadFault::newer_format);
  EXPECT_EQ(load(backend.log(), b).fault, LoadFault::none);
}
// [LG27]
TEST_F(Tampering, AnUnknownTableIsRefusedByName) {
  EXPECT_NE(refusal_after("CREATE TABLE author (question BLOB, phone TEXT)").find("table author"),
            std::string::npos);
}
TEST_F(Tampering, AnUnknownColumnIsRefusedByName) {
  EXPECT_NE(refusal_after("ALTER TABLE record ADD COLUMN arrived INTEGER").find("column record.arrived"),
            std::string::npos);
}
TEST_F(Tampering, AnUnknownIndexViewOrTriggerIsRefusedByName) {
  EXPECT_NE(refusal_after("CREATE INDEX spy ON record (crc)").find("index spy"), std::string::npos);
  alter(backend, "DROP INDEX spy");
  EXPECT_NE(refusal_after("CREATE VIEW peek AS SELECT * FROM record").find("view peek"), std::string::npos);
  alter(backend, "DROP VIEW peek");
  EXPECT_NE(
      refusal_after("CREATE TRIGGER tell AFTER INSERT ON record BEGIN SELECT 1; END").find("trigger tell"),
      std::string::npos);
  alter(backend, "DROP TRIGGER tell");
  EXPECT_EQ(backend.try_open(), "");
}
TEST_F(Tampering, AMissingTableOrNewerTablesAreRefused) {
  EXPECT_NE(refusal_after("PRAGMA user_version = 99").find("newer"), std::string::npos);
  EXPECT_NE(refusal_after("PRAGMA user_version = 2; DROP TABLE record").find("table record"),
            std::string::npos);
}
// [LG33]
TEST_F(Tampering, AnOlderDatabaseIsBroughtUpToDate) {
  alter(backend, "DROP TABLE archive; PRAGMA user_version = 1");  // as version 1 made it
  ASSERT_EQ(backend.try_open(), "");
  EXPECT_EQ(load(backend.log(), a).payloads.size(), 4u);
  EXPECT_EQ(append(backend.log(), closing(a, 5, "the archive")), AppendOutcome::durable);
  backend.restart();
  EXPECT_EQ(load(backend.log(), a).archive, "the archive");
  EXPECT_EQ(load(backend.log(), b).fault, LoadFault::none);
}
// [LG33]
TEST_F(Tampering, AnOlderDatabaseWithForeignTablesIsRefusedByName) {
  const std::string before = "DROP TABLE archive; PRAGMA user_version = 1; ";
  EXPECT_NE(refusal_after(before + "CREATE TABLE author (phone TEXT)").find("table author"), std::string::npos);
}
TEST_F(Tampering, AFileThatIsNoDatabaseIsRefused) {
  std::ofstream(backend.database(), std::ios::trunc) << std::string(5'000, 'x');
  EXPECT_NE(backend.try_open().find("not a database"), std::string::npos);
}

// [LG27]
TEST(Manifest, SaysAPurposeAndALifeSpanForEverything) {
  for (const auto& column : storage::stored_columns())
    EXPECT_FALSE(column.purpose.empty() || column.life_span.empty());
  for (const auto& file : storage::stored_files())
    EXPECT_FALSE(file.purpose.empty() || file.life_span.empty());
}

TEST(SqliteLogLG28, NobodyElseCanOpenTheDatabaseWhileItIsOpen) {
  SqliteBackend backend;
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(backend.database().c_str(), &other), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(other, "SELECT * FROM session", nullptr, nullptr, nullptr), SQLITE_BUSY);
  sqlite3_close(other);
}

TEST(DataDirectoryLG28, ASecondHolderIsRefusedInWords) {
  TemporaryFolder folder;
  const std::string path = folder.path() + "/new/data";
  auto first = storage::DataDirectory::open(path);
  ASSERT_TRUE(first.directory) << first.refusal;
  const auto second = storage::DataDirectory::open(path);
  EXPECT_FALSE(second.directory);
  EXPECT_NE(second.refusal.find("Another Durf"), std::string::npos);
  first.directory.reset();
  EXPECT_TRUE(storage::DataDirectory::open(path).directory) << "free again";
}

TEST(DataDirectoryLG28, ASecondProcessIsRefusedAndADeadOneHoldsNothing) {
  TemporaryFolder folder;
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t holder = ::fork();
  if (holder == 0) {
    const auto held = storage::DataDirectory::open(folder.path());
    const char word = held.directory ? 'y' : 'n';
    [[maybe_unused]] const auto told = ::write(ready[1], &word, 1);
    ::pause();
    ::_exit(0);
  }
  char word = 0;
  ASSERT_EQ(::read(ready[0], &word, 1), 1);
  EXPECT_EQ(word, 'y');
  EXPECT_FALSE(storage::DataDirectory::open(folder.path()).directory);
  ::kill(holder, SIGKILL);
  ::waitpid(holder, nullptr, 0);
  EXPECT_TRUE(storage::DataDirectory::open(folder.path()).directory);
  ::close(ready[0]);
  ::close(ready[1]);
}

TEST(DataDirectoryLG28, ALinkToADirectoryIsADirectory) {
  TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() + "/disk");
  std::filesystem::create_directory_symlink(folder.path() + "/disk", folder.path() + "/data");
  const auto opened = storage::DataDirectory::open(folder.path() + "/data");
  ASSERT_TRUE(opened.directory) << opened.refusal;
  EXPECT_FALSE(storage::DataDirectory::open(folder.path() + "/disk").directory)
      << "the same place by another name";
  SeededEntropy entropy(5);
  storage::KeyFiles keys(opened.directory->keys_path(), entropy);
  const auto log = storage::SqliteLog::open({opened.directory->path(), {}, {}}, keys, entropy);
  ASSERT_TRUE(log.log) << log.refusal;
  EXPECT_EQ(append(*log.log, creation(session_id(1))), AppendOutcome::durable);
}

TEST(DataDirectoryLG28, APathThatCannotBeADirectoryIsRefusedInWords) {
  TemporaryFolder folder;
  std::ofstream(folder.path() + "/file") << "x";
  EXPECT_FALSE(storage::DataDirectory::open(folder.path() + "/file").refusal.empty());
  EXPECT_FALSE(storage::DataDirectory::open(folder.path() + "/file/below").refusal.empty());
}

unsigned mode_of(const std::string& path) {
  struct stat status {};
  EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
  return status.st_mode & 0777u;
}

TEST(SqliteLogLG29, OnlyTheOwnerCanReadAnything) {
  const mode_t before = ::umask(0);
  SqliteBackend backend;
  ::chmod(backend.folder().c_str(), 0755);
  const auto held = storage::DataDirectory::open(backend.folder());
  ASSERT_EQ(append(backend.log(), creation(session_id(1))), AppendOutcome::durable);
  EXPECT_EQ(mode_of(backend.folder()), 0700u);
  EXPECT_EQ(mode_of(backend.folder() + "/lock"), 0600u);
  EXPECT_EQ(mode_of(backend.database()), 0600u);
  EXPECT_EQ(mode_of(backend.wal()), 0600u);
  EXPECT_EQ(mode_of(backend.folder() + "/keys"), 0700u);
  EXPECT_EQ(mode_of(backend.folder() + "/keys/" + session_id(1).text() + "-1"), 0600u);
  ::umask(before);
}

}  // namespace
}  // namespace durf::test
