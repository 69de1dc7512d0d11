// SPDX-License-Identifier: MIT
#include "storage/sqlite_database.hpp"

#include <sqlite3.h>

#include <cerrno>
#include <utility>

namespace durf::storage {

SqliteStatement::SqliteStatement(SqliteStatement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)),
      bound_(other.bound_),
      bindings_ok_(other.bindings_ok_) {}

SqliteStatement& SqliteStatement::operator=(SqliteStatement&& other) noexcept {
  std::swap(statement_, other.statement_);
  std::swap(bound_, other.bound_);
  std::swap(bindings_ok_, other.bindings_ok_);
  return *this;
}

SqliteStatement::~SqliteStatement() { sqlite3_finalize(statement_); }

SqliteStatement& SqliteStatement::restart() {
  sqlite3_reset(statement_);
  bound_ = 0;
  bindings_ok_ = true;
  return *this;
}

SqliteStatement& SqliteStatement::integer(std::int64_t value) {
  bindings_ok_ = sqlite3_bind_int64(statement_, ++bound_, value) == SQLITE_OK && bindings_ok_;
  return *this;
}

SqliteStatement& SqliteStatement::blob(std::string_view bytes) {
  bindings_ok_ =
      sqlite3_bind_blob64(statement_, ++bound_, bytes.data(), bytes.size(), SQLITE_STATIC) == SQLITE_OK &&
      bindings_ok_;
  return *this;
}

SqliteStatement& SqliteStatement::text(std::string_view text) {
  bindings_ok_ = sqlite3_bind_text64(statement_, ++bound_, text.data(), text.size(), SQLITE_STATIC,
                                     SQLITE_UTF8) == SQLITE_OK &&
                 bindings_ok_;
  return *this;
}

SqliteStatement::Step SqliteStatement::step() {
  if (!bindings_ok_) return Step::failed;
  switch (sqlite3_step(statement_)) {
    case SQLITE_ROW:
      return Step::row;
    case SQLITE_DONE:
      return Step::done;
    default:
      return Step::failed;
  }
}

bool SqliteStatement::run() {
  const bool done = step() == Step::done;
  sqlite3_reset(statement_);  // repeats the step's error, if there was one; the connection still tells which
  return done;
}

std::int64_t SqliteStatement::integer_at(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string_view SqliteStatement::bytes_at(int column) const {
  const void* const bytes = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return {static_cast<const char*>(bytes), bytes ? static_cast<std::size_t>(size) : 0};
}

SqliteDatabase::~SqliteDatabase() { close(); }

bool SqliteDatabase::open(const std::string& path, const std::string& vfs) {
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  if (sqlite3_open_v2(path.c_str(), &database_, flags, vfs.empty() ? nullptr : vfs.c_str()) != SQLITE_OK)
    return false;
  const auto remember = [](void* pages, sqlite3*, const char*, int in_wal) {
    *static_cast<int*>(pages) = in_wal;
    return SQLITE_OK;
  };
  sqlite3_wal_hook(database_, remember, &wal_pages_);  // takes the place of SQLite's own checkpoints
  int is_off = 0;
  return sqlite3_db_config(database_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, &is_off) == SQLITE_OK &&
         is_off == 1 && sqlite3_db_config(database_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr) == SQLITE_OK;
}

void SqliteDatabase::close() { sqlite3_close_v2(std::exchange(database_, nullptr)); }

bool SqliteDatabase::run(const char* sql) {
  return sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

SqliteStatement SqliteDatabase::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                     &statement, nullptr);
  return SqliteStatement(statement);
}

std::optional<std::string> SqliteDatabase::ask(const char* sql) {
  SqliteStatement statement = prepare(sql);
  if (!statement || statement.step() != SqliteStatement::Step::row) return std::nullopt;
  return std::string(statement.bytes_at(0));
}

bool SqliteDatabase::checkpoint(Checkpoint how) {
  const int mode = how == Checkpoint::truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
  if (sqlite3_wal_checkpoint_v2(database_, nullptr, mode, nullptr, nullptr) != SQLITE_OK) return false;
  wal_pages_ = 0;
  return true;
}

bool SqliteDatabase::in_transaction() const { return sqlite3_get_autocommit(database_) == 0; }

namespace {

/// Room that ran out by a quota: SQLite knows ENOSPC as "full", but EDQUOT only as a write that failed. By
/// the time the statement returns errno has been overwritten; the files remember it, the database as well as
/// its WAL.
bool is_over_quota(sqlite3* database) {
  for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(database, "main", which, &file) != SQLITE_OK || !file || !file->pMethods)
      continue;
    int cause = 0;
    file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &cause);
    if (cause == EDQUOT || cause == ENOSPC) return true;
  }
  return false;
}

}  // namespace

SqliteFault SqliteDatabase::fault() const {
  switch (sqlite3_extended_errcode(database_)) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
      return SqliteFault::none;
    case SQLITE_FULL:
      return SqliteFault::disk_full;
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_DIR_FSYNC:
      return SqliteFault::sync_failed;
    case SQLITE_IOERR_WRITE:
      return is_over_quota(database_) ? SqliteFault::disk_full : SqliteFault::other;
    default:
      return SqliteFault::other;
  }
}

std::string SqliteDatabase::fault_words() const {
  const int code = sqlite3_extended_errcode(database_);
  return std::string(sqlite3_errstr(code)) + " (SQLite " + std::to_string(code) + ")";
}

}  // namespace durf::storage
