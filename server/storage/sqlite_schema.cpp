// SPDX-License-Identifier: MIT
#include "storage/sqlite_schema.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "durf/storage/manifest.hpp"

namespace durf::storage {
namespace {

const std::string schema_version = "1";

constexpr const char* create_tables = R"sql(
BEGIN;
CREATE TABLE session (
  id BLOB NOT NULL PRIMARY KEY,
  generation INTEGER NOT NULL,
  definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE record (
  session BLOB NOT NULL REFERENCES session (id),
  sequence INTEGER NOT NULL,
  format INTEGER NOT NULL,
  nonce BLOB NOT NULL,
  ciphertext BLOB NOT NULL,
  crc INTEGER NOT NULL,
  PRIMARY KEY (session, sequence)
) STRICT, WITHOUT ROWID;
PRAGMA user_version = 1;
COMMIT;
)sql";

struct Setting {
  const char* set;
  const char* ask;
  std::string_view expected;
};

/// Each is asked back: SQLite ignores a pragma that it does not know or cannot follow.
constexpr Setting settings[] = {
    // Before the first access: then the WAL's index stays in memory and no other process can open the
    // database at all.
    {"PRAGMA locking_mode = EXCLUSIVE", "PRAGMA locking_mode", "exclusive"},
    {"PRAGMA journal_mode = WAL", "PRAGMA journal_mode", "wal"},
    {"PRAGMA synchronous = FULL", "PRAGMA synchronous", "2"},  // an acknowledgement means: on the disk
    {"PRAGMA secure_delete = ON", "PRAGMA secure_delete",
     "1"},  // deleted bytes become zeros at once; see SqliteStore::forget
    {"PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2"},  // no copies in temporary files
    {"PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1"},  // no record without a session
    {"PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0"},
    {"PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1"},
    {"PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0"},  // a read error is a result, not a signal
};

std::string failed(SqliteDatabase& database, std::string_view what) {
  return "The database could not be opened: " + std::string(what) + ": " + database.fault_words() + ".";
}

std::string apply_settings(SqliteDatabase& database) {
  for (const Setting& setting : settings) {
    if (!database.run(setting.set)) return failed(database, setting.set);
    if (database.ask(setting.ask) != setting.expected)
      return "The database could not be opened: SQLite does not follow \"" + std::string(setting.set) + "\".";
  }
  return {};
}

std::string unknown(std::string_view what) {
  return "The database holds something that this Durf does not know, " + std::string(what) +
         ", so nobody could say what it keeps. It was not opened.";
}

std::string compare_columns(SqliteDatabase& database, const std::string& table) {
  std::set<std::string, std::less<>> missing;
  for (const StoredColumn& stored : stored_columns())
    if (stored.table == table) missing.emplace(stored.column);
  SqliteStatement columns = database.prepare("SELECT name FROM pragma_table_xinfo(?)");
  if (!columns) return failed(database, "columns");
  columns.text(table);
  SqliteStatement::Step step;
  while ((step = columns.step()) == SqliteStatement::Step::row) {
    const auto known = missing.find(columns.bytes_at(0));
    if (known == missing.end())
      return unknown("the column " + table + "." + std::string(columns.bytes_at(0)));
    missing.erase(known);
  }
  if (step == SqliteStatement::Step::failed) return failed(database, "columns");
  if (!missing.empty()) return "The database lacks the column " + table + "." + *missing.begin() + ".";
  return {};
}

std::string compare_with_manifest(SqliteDatabase& database) {
  std::set<std::string, std::less<>> missing;
  for (const StoredColumn& stored : stored_columns()) missing.emplace(stored.table);
  const std::set<std::string, std::less<>> tables = missing;

  SqliteStatement objects = database.prepare("SELECT type, name FROM sqlite_schema");
  if (!objects) return failed(database, "tables");
  SqliteStatement::Step step;
  while ((step = objects.step()) == SqliteStatement::Step::row) {
    const std::string type(objects.bytes_at(0));
    const auto known = missing.find(objects.bytes_at(1));
    if (type != "table" || known == missing.end())
      return unknown("the " + type + " " + std::string(objects.bytes_at(1)));
    missing.erase(known);
  }
  if (step == SqliteStatement::Step::failed) return failed(database, "tables");
  if (!missing.empty()) return "The database lacks the table " + *missing.begin() + ".";
  for (const std::string& table : tables)
    if (std::string words = compare_columns(database, table); !words.empty()) return words;
  return {};
}

}  // namespace

std::string prepare_schema(SqliteDatabase& database) {
  if (std::string words = apply_settings(database); !words.empty()) return words;
  const auto version = database.ask("PRAGMA user_version");
  const auto objects = database.ask("SELECT count(*) FROM sqlite_schema");
  if (!version || !objects) return failed(database, "version");
  if (*version == "0" && *objects == "0" && !database.run(create_tables))
    return failed(database, "new tables");
  if (*version != "0" && *version != schema_version)
    return "The database was written by a newer Durf (its tables have version " + *version +
           ", this one knows " + schema_version + "). It was not opened.";
  return compare_with_manifest(database);
}

}  // namespace durf::storage
