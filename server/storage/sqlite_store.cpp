// SPDX-License-Identifier: MIT
// Opening, reading, removing and forgetting; sqlite_store_append.cpp has the appends.
#include "storage/sqlite_store.hpp"

#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <cstring>
#include <utility>

#include "durf/log/record_codec.hpp"
#include "storage/files.hpp"
#include "storage/limits.hpp"
#include "storage/record_chain.hpp"
#include "storage/sqlite_schema.hpp"

namespace durf::storage {

using log::LoadFault;
using Step = SqliteStatement::Step;

namespace {

std::string_view bytes_of(const domain::SessionId& id) {
  return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

std::optional<domain::SessionId> session_from(std::string_view bytes) {
  domain::SessionId id;
  if (bytes.size() != id.bytes.size()) return std::nullopt;
  std::memcpy(id.bytes.data(), bytes.data(), bytes.size());
  return id;
}

}  // namespace

SqliteStore::SqliteStore(std::string directory, base::KeyVault& keys, base::Entropy& entropy)
    : directory_(std::move(directory)), keys_(keys), cipher_(entropy) {}

SqliteStore::Opened SqliteStore::open(const std::string& directory, const std::string& vfs,
                                      base::KeyVault& keys, base::Entropy& entropy) {
  std::unique_ptr<SqliteStore> store(new SqliteStore(directory, keys, entropy));
  // Before SQLite opens the files, and never while it has them open: closing any descriptor of a file drops
  // all of this process's locks on it.
  drop_from_page_cache(store->database_path());
  drop_from_page_cache(store->wal_path());
  // SQLite gives the WAL the database's mode, so the database is made here, with ours.
  if (!open_file(store->database_path(), O_RDWR | O_CREAT))
    return {nullptr, "The database " + store->database_path() + " cannot be made or read."};
  if (!store->database_.open(store->database_path(), vfs))
    return {nullptr, "The database could not be opened: " + store->database_.fault_words() + "."};
  if (std::string refusal = prepare_schema(store->database_); !refusal.empty())
    return {nullptr, std::move(refusal)};
  if (!sync_folder(directory))
    return {nullptr, "The data directory " + directory + " cannot be synced to disk."};
  if (!store->prepare_statements())
    return {nullptr, "The database could not be opened: " + store->database_.fault_words() + "."};
  if (std::string refusal = store->read_tails(); !refusal.empty()) return {nullptr, std::move(refusal)};
  store->destroy_unused_keys();
  // A crash may have come between a replacement and the removal of the old bytes.
  if (!store->forget() && !store->broken_.empty())
    return {nullptr, "The database could not be synced to disk."};
  store->next_forget_ = {};
  return {std::move(store), {}};
}

bool SqliteStore::prepare_statements() {
  bool all = true;
  const auto prepare = [&](SqliteStatement& statement, std::string_view sql) {
    statement = database_.prepare(sql);
    all = all && statement;
  };
  Statements& s = statements_;
  prepare(s.begin, "BEGIN IMMEDIATE");
  prepare(s.commit, "COMMIT");
  prepare(s.roll_back, "ROLLBACK");
  prepare(s.insert_session, "INSERT INTO session (id, generation, definition) VALUES (?, 1, ?)");
  prepare(s.set_generation, "UPDATE session SET generation = ? WHERE id = ?");
  prepare(s.set_definition, "UPDATE session SET definition = ? WHERE id = ?");
  prepare(s.delete_session, "DELETE FROM session WHERE id = ?");
  prepare(s.insert_record,
          "INSERT INTO record (session, sequence, format, nonce, ciphertext, crc) VALUES (?, ?, ?, ?, ?, ?)");
  prepare(s.delete_records, "DELETE FROM record WHERE session = ?");
  prepare(s.insert_archive, "INSERT INTO archive (session, text) VALUES (?, ?)");
  prepare(s.delete_archive, "DELETE FROM archive WHERE session = ?");
  prepare(s.archive, "SELECT text FROM archive WHERE session = ?");
  prepare(s.sessions,
          "SELECT id, generation, definition, archive.session IS NOT NULL FROM session "
          "LEFT JOIN archive ON archive.session = id");
  prepare(s.last_record, "SELECT sequence, crc FROM record WHERE session = ? ORDER BY sequence DESC LIMIT 1");
  prepare(s.records,
          "SELECT sequence, format, nonce, ciphertext, crc FROM record WHERE session = ? ORDER BY sequence");
  return all;
}

std::string SqliteStore::read_tails() {
  const auto unreadable = [this] {
    return "The database could not be read: " + database_.fault_words() + ".";
  };
  Tails tails;
  SqliteStatement& sessions = statements_.sessions.restart();
  Step step;
  while ((step = sessions.step()) == Step::row) {
    const auto id = session_from(sessions.bytes_at(0));
    if (!id) return "The database holds a session whose id is none.";
    Tail tail;
    tail.generation = static_cast<std::uint32_t>(sessions.integer_at(1));
    tail.closed = sessions.integer_at(3) != 0;
    if (tail.closed) {
      tails.emplace(*id, std::move(tail));
      continue;
    }
    tail.key = keys_.load({id->text(), tail.generation});
    if (!tail.key) spdlog::error("log: a session has no key file; it cannot be opened");
    SqliteStatement& last = statements_.last_record.restart().blob(bytes_of(*id));
    const Step found = last.step();
    if (found == Step::failed) return unreadable();
    if (found == Step::row) {
      tail.next = static_cast<log::Sequence>(last.integer_at(0)) + 1;
      tail.crc = static_cast<std::uint32_t>(last.integer_at(1));
    }
    last.restart();
    tails.emplace(*id, std::move(tail));
  }
  const std::string fault = step == Step::failed ? unreadable() : std::string();
  sessions.restart();
  if (fault.empty()) tails_ = std::move(tails);
  return fault;
}

void SqliteStore::destroy_unused_keys() {
  for (const base::KeyName& name : keys_.list()) {
    const auto id = domain::SessionId::from_text(name.session);
    const auto found = id ? tails_.find(*id) : tails_.end();
    const bool in_use =
        found != tails_.end() && !found->second.closed && found->second.generation == name.generation;
    if (in_use) continue;
    if (!keys_.destroy(name)) spdlog::error("log: a key that is not used any more could not be destroyed");
  }
}

namespace {

log::LoadedLog fault_of(LoadFault fault) {
  log::LoadedLog loaded;
  loaded.fault = fault;
  return loaded;
}

}  // namespace

log::LoadedLog SqliteStore::load(const domain::SessionId& session) {
  const auto found = tails_.find(session);
  if (found == tails_.end()) return fault_of(LoadFault::unknown_session);
  const Tail& tail = found->second;
  if (tail.closed) return load_archive(session);
  if (!tail.key) return fault_of(LoadFault::missing_key);

  log::LoadedLog loaded;
  loaded.next = tail.next;
  loaded.key = tail.key;
  std::uint32_t crc = chain_start;
  log::Sequence expected = 0;
  SqliteStatement& records = statements_.records.restart().blob(bytes_of(session));
  Step step = Step::done;
  while (loaded.fault == LoadFault::none && (step = records.step()) == Step::row) {
    const auto sequence = static_cast<log::Sequence>(records.integer_at(0));
    const std::int64_t format = records.integer_at(1);
    const std::string_view nonce = records.bytes_at(2);
    const std::string_view ciphertext = records.bytes_at(3);
    const RecordPlace place(static_cast<std::uint32_t>(format), session, sequence);
    crc = chain(crc, place, nonce, ciphertext);
    if (format > log::record_format) {
      loaded.fault = LoadFault::newer_format;  // first, since a newer format may be chained in another way
    } else if ((expected != 0 && sequence != expected) || crc != records.integer_at(4)) {
      loaded.fault = LoadFault::broken_chain;
    } else if (auto plain = cipher_.unseal(*tail.key, place, nonce, ciphertext)) {
      loaded.payloads.push_back(std::move(*plain));
    } else {
      loaded.fault = LoadFault::broken_chain;
    }
    expected = sequence + 1;
  }
  if (step == Step::failed) {
    report("load");
    loaded.fault = LoadFault::failed;
  } else if (loaded.fault == LoadFault::none &&
             (crc != tail.crc || (expected != 0 && expected != tail.next))) {
    loaded.fault = LoadFault::broken_chain;  // what is on the disk is not what this process has written
  }
  records.restart();
  return loaded.fault == LoadFault::none ? std::move(loaded) : fault_of(loaded.fault);
}

log::LoadedLog SqliteStore::load_archive(const domain::SessionId& session) {
  log::LoadedLog loaded;
  SqliteStatement& archive = statements_.archive.restart().blob(bytes_of(session));
  const Step step = archive.step();
  if (step == Step::row) loaded.archive = std::string(archive.bytes_at(0));
  if (step == Step::failed) report("load");
  archive.restart();
  return loaded.archive ? std::move(loaded) : fault_of(LoadFault::failed);
}

std::optional<std::vector<log::StoredDefinition>> SqliteStore::definitions() {
  std::vector<log::StoredDefinition> all;
  SqliteStatement& sessions = statements_.sessions.restart();
  Step step;
  while ((step = sessions.step()) == Step::row)
    if (const auto id = session_from(sessions.bytes_at(0)))
      all.push_back({*id, std::string(sessions.bytes_at(2)), sessions.integer_at(3) != 0});
  if (step == Step::failed) report("definitions");
  sessions.restart();
  if (step == Step::failed) return std::nullopt;  // a part would be taken for all
  return all;
}

bool SqliteStore::remove(const domain::SessionId& session) {
  Statements& s = statements_;
  // The log before its key: if this is cut short in between, the next start finds a key that no session uses
  // and destroys it. The other way round it would find a session that cannot be read.
  const bool removed = s.begin.restart().run() && s.delete_records.restart().blob(bytes_of(session)).run() &&
                       s.delete_archive.restart().blob(bytes_of(session)).run() &&
                       s.delete_session.restart().blob(bytes_of(session)).run() && s.commit.restart().run();
  if (!removed) {
    report("remove");
    roll_back();
    return false;
  }
  ++commits_;
  tails_.erase(session);
  bool gone = forget();
  for (const base::KeyName& name : keys_.list())
    if (name.session == session.text()) gone = keys_.destroy(name) && gone;
  return gone && broken_.empty();
}

/// Afterwards no byte of a deleted record is in a file of the database. secure_delete is not enough for that:
/// when SQLite splits a page it leaves copies of the cells that moved behind in the unused part of the old
/// one, and overwrites only the cells themselves when they are deleted (found by searching the file, see
/// tests/storage/sqlite_forgetting_test.cpp). So the whole database is written anew, and then the WAL, which
/// has the old pages, is emptied.
bool SqliteStore::forget() {
  must_forget_ = true;
  next_forget_ = Clock::now() + limits::forget_interval;
  if (!database_.run("VACUUM") || !database_.checkpoint(SqliteDatabase::Checkpoint::truncate)) {
    report("forget");
    return false;
  }
  // SQLite does not sync the shortened WAL; after a power loss its old length and bytes could be back.
  const FileHandle wal = open_file(wal_path(), O_RDWR);
  if (wal && ::fsync(wal.get()) != 0) {
    broken_ = "the write-ahead log could not be synced";
    spdlog::error("log: {}", broken_);
    return false;
  }
  must_forget_ = false;
  return true;
}

std::optional<SqliteStore::Clock::time_point> SqliteStore::forgets_at() const {
  if (!must_forget_ || !broken_.empty()) return std::nullopt;
  return next_forget_;
}

void SqliteStore::tidy() {
  if (!broken_.empty()) return;
  if (must_forget_ && Clock::now() >= next_forget_) {
    forget();
  } else if (database_.wal_pages() >= limits::wal_pages_until_checkpoint &&
             !database_.checkpoint(SqliteDatabase::Checkpoint::carry_over)) {
    report("checkpoint");
  }
}

void SqliteStore::close() {
  if (broken_.empty() && must_forget_) {
    forget();
  } else if (broken_.empty() && !database_.checkpoint(SqliteDatabase::Checkpoint::truncate)) {
    report("close");
  }
  statements_ = {};
  database_.close();
}

bool SqliteStore::roll_back() {
  if (!database_.in_transaction()) return true;
  if (statements_.roll_back.restart().run()) return true;
  broken_ = "a transaction could not be rolled back: " + database_.fault_words();
  spdlog::error("log: {}", broken_);
  return false;
}

SqliteFault SqliteStore::report(std::string_view during) {
  const SqliteFault fault = database_.fault();
  const std::string words = std::string(during) + ": " + database_.fault_words();
  if (fault == SqliteFault::sync_failed) broken_ = words;
  spdlog::error("log: {}", words);
  return fault;
}

}  // namespace durf::storage
