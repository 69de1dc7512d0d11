// SPDX-License-Identifier: MIT
// Appends: staged one by one inside a transaction, and true together once it is committed. Until then
// `tails_` stays as the disk has it, so that a failure has nothing to undo in memory.
#include <spdlog/spdlog.h>

#include <algorithm>

#include "durf/base/assert.hpp"
#include "durf/log/record_codec.hpp"
#include "storage/record_chain.hpp"
#include "storage/sqlite_store.hpp"

namespace durf::storage {

using log::AppendMode;
using log::AppendOutcome;

namespace {

std::string_view bytes_of(const domain::SessionId& id) {
  return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

}  // namespace

void SqliteStore::append(std::span<log::Append> appends, std::span<AppendOutcome> outcomes) {
  DURF_ASSERT(appends.size() == outcomes.size());
  Transaction transaction;
  bool sound = statements_.begin.restart().run();
  for (std::size_t i = 0; sound && i < appends.size(); ++i) {
    const auto outcome = stage(transaction, appends[i]);
    sound = outcome.has_value();
    if (sound) outcomes[i] = *outcome;
  }
  if (sound && statements_.commit.restart().run()) {
    // From here on the records are on the disk.
    ++commits_;
    settle(transaction);
    if (!broken_.empty()) std::ranges::fill(outcomes, AppendOutcome::failed);
  } else {
    std::ranges::fill(outcomes, give_up(transaction));
  }
}

/// The outcome that this append will have if the transaction is committed. Nothing when the database failed,
/// and with it the whole transaction.
std::optional<AppendOutcome> SqliteStore::stage(Transaction& transaction, const log::Append& append) {
  Tail tail;
  const auto staged = transaction.tails.find(append.session);
  const auto stored = tails_.find(append.session);
  const bool exists = staged != transaction.tails.end() || stored != tails_.end();
  if (exists) {
    tail = staged != transaction.tails.end() ? staged->second : stored->second;
    if (tail.closed || append.expected != tail.next) return AppendOutcome::conflict;
    if (!tail.key) return AppendOutcome::failed;
    if (append.mode == AppendMode::close) return stage_close(transaction, append, std::move(tail));
  } else if (append.expected != 1 || !append.definition || append.mode != AppendMode::extend) {
    return AppendOutcome::conflict;
  }

  // A key is durable before the first record that needs it.
  const base::KeyName key_before{append.session.text(), tail.generation};
  if (!exists || append.mode == AppendMode::anew) {
    if (exists) ++tail.generation;
    const base::KeyName key_now{append.session.text(), tail.generation};
    tail.key = keys_.create(key_now);
    if (!tail.key) return AppendOutcome::disk_full;
    transaction.keys_made.push_back(key_now);
    if (exists) transaction.keys_outdated.push_back(key_before);
  }

  const RecordPlace place(log::record_format, append.session, append.expected);
  const auto record = cipher_.seal(*tail.key, place, append.payload);
  if (!record) return std::nullopt;
  if (append.mode != AppendMode::extend) {
    tail.crc = chain_start;
    transaction.forgets = true;
  }
  tail.crc = chain(tail.crc, place, record->nonce_view(), record->ciphertext);
  if (!write(append, !exists, tail, *record)) return std::nullopt;
  tail.next = append.expected + 1;
  transaction.tails.insert_or_assign(append.session, std::move(tail));
  return AppendOutcome::durable;
}

/// With one commit the archive is there and the records are not. The key follows at once (`settle`), their
/// old bytes with the next forgetting; the start does both again, so a crash in between leaves nothing behind.
std::optional<AppendOutcome> SqliteStore::stage_close(Transaction& transaction, const log::Append& append,
                                                      Tail tail) {
  if (!append.definition) return AppendOutcome::conflict;
  Statements& s = statements_;
  const std::string_view session = bytes_of(append.session);
  const bool written = s.insert_archive.restart().blob(session).text(append.payload).run() &&
                       s.delete_records.restart().blob(session).run() &&
                       s.set_definition.restart().text(*append.definition).blob(session).run();
  if (!written) return std::nullopt;
  transaction.keys_outdated.push_back({append.session.text(), tail.generation});
  transaction.forgets = true;
  tail.key.reset();
  tail.closed = true;
  transaction.tails.insert_or_assign(append.session, std::move(tail));
  return AppendOutcome::durable;
}

bool SqliteStore::write(const log::Append& append, bool creates, const Tail& tail,
                        const SealedRecord& record) {
  Statements& s = statements_;
  const std::string_view session = bytes_of(append.session);
  if (creates) {
    if (!s.insert_session.restart().blob(session).text(*append.definition).run()) return false;
  } else if (append.definition) {
    if (!s.set_definition.restart().text(*append.definition).blob(session).run()) return false;
  }
  if (append.mode == AppendMode::anew &&
      !s.set_generation.restart().integer(tail.generation).blob(session).run())
    return false;
  if (append.mode != AppendMode::extend && !s.delete_records.restart().blob(session).run()) return false;
  return s.insert_record.restart()
      .blob(session)
      .integer(static_cast<std::int64_t>(append.expected))
      .integer(log::record_format)
      .blob(record.nonce_view())
      .blob(record.ciphertext)
      .integer(tail.crc)
      .run();
}

AppendOutcome SqliteStore::give_up(const Transaction& transaction) {
  const SqliteFault fault = report("append");
  // After a failed sync the transaction may be on the disk or not, and so its keys may be needed: they stay.
  if (fault == SqliteFault::sync_failed || !roll_back()) return AppendOutcome::failed;
  if (fault != SqliteFault::disk_full) {
    // Unknown outcome: what is true is what the database says now. If it says nothing, the next load will
    // fail too.
    read_tails();
    return AppendOutcome::failed;
  }
  for (const base::KeyName& name : transaction.keys_made) keys_.destroy(name);
  return AppendOutcome::disk_full;
}

void SqliteStore::settle(Transaction& transaction) {
  for (auto& [session, tail] : transaction.tails) tails_.insert_or_assign(session, std::move(tail));
  must_forget_ = must_forget_ || transaction.forgets;
  for (const base::KeyName& name : transaction.keys_outdated)
    if (!keys_.destroy(name)) spdlog::error("log: a key could not be destroyed; the next start tries again");
}

}  // namespace durf::storage
