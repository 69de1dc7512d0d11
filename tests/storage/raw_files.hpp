// SPDX-License-Identifier: MIT
// What the files of a log hold, read past the log.
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <string>
#include <vector>

#include "sqlite_backend.hpp"

namespace durf::test {

/// Ciphertexts of a session, read past the log from a copy of its files. While nothing is being written.
inline std::vector<std::string> ciphertexts(const SqliteBackend& backend, const domain::SessionId& session) {
  TemporaryFolder copy;
  const std::string path = copy.path() + "/durf.db";
  std::filesystem::copy_file(backend.database(), path);
  if (std::filesystem::exists(backend.wal())) std::filesystem::copy_file(backend.wal(), path + "-wal");
  std::vector<std::string> all;
  sqlite3* database = nullptr;
  EXPECT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  sqlite3_stmt* rows = nullptr;
  EXPECT_EQ(
      sqlite3_prepare_v2(database, "SELECT ciphertext FROM record WHERE session = ?", -1, &rows, nullptr),
      SQLITE_OK);
  sqlite3_bind_blob(rows, 1, session.bytes.data(), static_cast<int>(session.bytes.size()), SQLITE_STATIC);
  while (sqlite3_step(rows) == SQLITE_ROW)
    all.emplace_back(static_cast<const char*>(sqlite3_column_blob(rows, 0)),
                     static_cast<std::size_t>(sqlite3_column_bytes(rows, 0)));
  sqlite3_finalize(rows);
  sqlite3_close(database);
  return all;
}

}  // namespace durf::test
