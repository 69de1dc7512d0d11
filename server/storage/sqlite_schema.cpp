// SPDX-License-Identifier: MIT
#include "storage/sqlite_schema.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <set>
#include <utility>

#include "durf/storage/manifest.hpp"

namespace durf::storage {
namespace {

/// From each version to the next; a new database takes all of them. What was released is never changed.
constexpr const char* migrations[] = {
    R"sql(
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
)sql",
    R"sql(
BEGIN;
CREATE TABLE archive (
  session BLOB NOT NULL PRIMARY KEY REFERENCES session (id),
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
PRAGMA user_version = 2;
COMMIT;
)sql",
};

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

/// Each step is a transaction, so that a start which is cut short is gone on with by the next.
std::string bring_up_to_date(SqliteDatabase& database) {
  const auto found = database.ask("PRAGMA user_version");
  const auto objects = database.ask("SELECT count(*) FROM sqlite_schema");
  if (!found || !objects) return failed(database, "version");
  constexpr long newest = std::size(migrations);
  const long version = std::strtol(found->c_str(), nullptr, 10);
  if (version < 0 || version > newest)
    return "The database was written by a newer Durf (its tables have version " + *found + ", this one knows " +
           std::to_string(newest) + "). It was not opened.";
  if (version == 0 && *objects != "0") return {};  // nobody's that we know: the comparison will name it
  for (long step = version; step < newest; ++step) {
    if (database.run(migrations[step])) continue;
    std::string words = failed(database, "new tables");
    if (database.in_transaction()) database.run("ROLLBACK");
    return words;
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
  if (std::string words = bring_up_to_date(database); !words.empty()) return words;
  return compare_with_manifest(database);
}

}  // namespace durf::storage
