// SPDX-License-Identifier: MIT
// Sessions and records in durf.db, one call after the other: what SqliteLog's writer thread does with the
// only connection. Owned by that thread. When `broken` says something, a sync has failed: the disk holds
// nobody knows what, and nothing may be asked of the store any more.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "durf/base/entropy.hpp"
#include "durf/base/keys.hpp"
#include "durf/log/event_log.hpp"
#include "storage/record_cipher.hpp"
#include "storage/sqlite_database.hpp"

namespace durf::storage {

class SqliteStore {
 public:
  using Clock = std::chrono::steady_clock;

  struct Opened {
    std::unique_ptr<SqliteStore> store;
    std::string refusal;
  };
  static Opened open(const std::string& directory, const std::string& vfs, base::KeyVault& keys,
                     base::Entropy& entropy);

  /// All in one transaction; `outcomes` has a place for each.
  void append(std::span<log::Append> appends, std::span<log::AppendOutcome> outcomes);
  log::LoadedLog load(const domain::SessionId& session);
  std::optional<std::vector<log::StoredDefinition>> definitions();
  bool remove(const domain::SessionId& session);

  /// Work that nobody waits for: removes old bytes, carries a long WAL over.
  void tidy();
  /// Empties the WAL and closes the file.
  void close();

  /// When `tidy` has old bytes to remove, if there are any.
  std::optional<Clock::time_point> forgets_at() const;
  const std::string& broken() const { return broken_; }
  std::uint64_t commits() const { return commits_; }

 private:
  /// The end of a session's log: all that the next append must know.
  struct Tail {
    std::uint32_t generation = 1;
    log::Sequence next = 1;
    std::uint32_t crc = 0;
    base::SharedKey key;  ///< null: there is no such file, and this session cannot go on
    bool closed = false;  ///< an archive stands in its place
  };
  using Tails = std::unordered_map<domain::SessionId, Tail, base::IdHash>;

  /// What a transaction will have done once it is committed.
  struct Transaction {
    Tails tails;
    std::vector<base::KeyName> keys_made;
    std::vector<base::KeyName> keys_outdated;
    bool forgets = false;
  };

  SqliteStore(std::string directory, base::KeyVault& keys, base::Entropy& entropy);

  bool prepare_statements();
  /// From the database. When that fails the words say why, and the tails stay as they were.
  std::string read_tails();
  void destroy_unused_keys();

  std::optional<log::AppendOutcome> stage(Transaction& transaction, const log::Append& append);
  std::optional<log::AppendOutcome> stage_close(Transaction& transaction, const log::Append& append, Tail tail);
  bool write(const log::Append& append, bool creates, const Tail& tail, const SealedRecord& record);
  log::AppendOutcome give_up(const Transaction& transaction);
  void settle(Transaction& transaction);

  log::LoadedLog load_archive(const domain::SessionId& session);
  bool forget();
  bool roll_back();
  /// Says what went wrong in the log; a failed sync breaks the store.
  SqliteFault report(std::string_view during);
  std::string database_path() const { return directory_ + "/durf.db"; }
  std::string wal_path() const { return directory_ + "/durf.db-wal"; }

  std::string directory_;
  base::KeyVault& keys_;
  RecordCipher cipher_;
  SqliteDatabase database_;
  Tails tails_;
  bool must_forget_ = false;
  Clock::time_point next_forget_{};
  std::string broken_;
  std::uint64_t commits_ = 0;

  // Behind the database, so that they are gone before it.
  struct Statements {
    SqliteStatement begin, commit, roll_back;
    SqliteStatement insert_session, set_generation, set_definition, delete_session;
    SqliteStatement insert_record, delete_records;
    SqliteStatement insert_archive, delete_archive;
    SqliteStatement sessions, last_record, records, archive;
  };
  Statements statements_;
};

}  // namespace durf::storage
