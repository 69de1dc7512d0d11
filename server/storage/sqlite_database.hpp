// SPDX-License-Identifier: MIT
// One SQLite connection and its statements, owned by one thread. Knows how SQLite reports trouble and which
// kinds of trouble Durf tells apart; knows no table. No exceptions: every step says how it went.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace durf::storage {

enum class SqliteFault {
  none,
  disk_full,    ///< nothing of the transaction was kept
  sync_failed,  ///< nobody knows what the disk holds
  other,
};

class SqliteStatement {
 public:
  enum class Step { row, done, failed };

  SqliteStatement() = default;
  explicit SqliteStatement(sqlite3_stmt* statement) : statement_(statement) {}
  SqliteStatement(SqliteStatement&& other) noexcept;
  SqliteStatement& operator=(SqliteStatement&& other) noexcept;
  ~SqliteStatement();

  explicit operator bool() const { return statement_ != nullptr; }

  /// Ready to be bound anew, from the first parameter on. What is bound is not copied: it must outlive the
  /// steps.
  SqliteStatement& restart();
  SqliteStatement& integer(std::int64_t value);
  SqliteStatement& blob(std::string_view bytes);
  SqliteStatement& text(std::string_view text);

  Step step();
  /// For statements without rows: steps once, and is restarted so that it holds no lock and no bound bytes.
  bool run();

  std::int64_t integer_at(int column) const;
  /// Stands until the next step.
  std::string_view bytes_at(int column) const;

 private:
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
  bool bindings_ok_ = true;
};

class SqliteDatabase {
 public:
  SqliteDatabase() = default;
  SqliteDatabase(const SqliteDatabase&) = delete;
  SqliteDatabase& operator=(const SqliteDatabase&) = delete;
  ~SqliteDatabase();

  /// The file must be there. Leaves checkpoints to `checkpoint`: SQLite's own, after a commit, hide their
  /// failures.
  bool open(const std::string& path, const std::string& vfs);
  /// Without a checkpoint: that is said aloud, when the log is sound. All statements must be gone.
  void close();

  bool run(const char* sql);
  SqliteStatement prepare(std::string_view sql);
  /// First column of the first row of a pragma or query.
  std::optional<std::string> ask(const char* sql);

  enum class Checkpoint {
    carry_over,  ///< pages of the WAL into the database; the WAL is written from its beginning again
    truncate,    ///< and the WAL is cut to nothing
  };
  bool checkpoint(Checkpoint how);
  /// After the last commit. Since the WAL was last started from its beginning.
  int wal_pages() const { return wal_pages_; }

  bool in_transaction() const;

  /// Of the last call that failed.
  SqliteFault fault() const;
  /// The same in words without any value of ours, fit for a log line.
  std::string fault_words() const;

 private:
  sqlite3* database_ = nullptr;
  int wal_pages_ = 0;
};

}  // namespace durf::storage
