// SPDX-License-Identifier: MIT
// Reads the log through its port, as a start does, so that appends of all sessions go on in between.
#include <future>
#include <utility>

#include "durf/log/record_codec.hpp"
#include "durf/storage/backup.hpp"
#include "storage/backup_format.hpp"
#include "storage/record_cipher.hpp"

namespace durf::storage {
namespace {

using Kind = BackedUpSession::Kind;
using Definitions = std::optional<std::vector<log::StoredDefinition>>;

Definitions definitions_of(log::EventLog& log) {
  std::promise<Definitions> answer;
  log.definitions([&answer](Definitions all) { answer.set_value(std::move(all)); });
  return answer.get_future().get();
}

log::LoadedLog load(log::EventLog& log, const domain::SessionId& session) {
  std::promise<log::LoadedLog> answer;
  log.load(session, [&answer](log::LoadedLog loaded) { answer.set_value(std::move(loaded)); });
  return answer.get_future().get();
}

/// The state and not the records: those tell in which order things arrived, and still hold what was withdrawn a moment ago.
std::optional<BackedUpSession> snapshot(const domain::SessionId& session, const log::LoadedLog& loaded, RecordCipher& cipher,
                                        BackupKeys keys) {
  const auto state = log::replay(loaded.payloads);
  if (!state || !loaded.key) return std::nullopt;
  BackedUpSession one;
  one.session = session;
  one.definition = log::encode_definition(state->definition);
  one.format = log::record_format;
  auto record = cipher.seal(*loaded.key, place_in_backup(one.format, session), log::encode_snapshot(*state));
  if (!record) return std::nullopt;
  one.nonce = record->nonce_view();
  one.ciphertext = std::move(record->ciphertext);
  if (keys == BackupKeys::along) one.key = loaded.key;
  return one;
}

enum class Copied { yes, gone, failed };

Copied copy(log::EventLog& log, const log::StoredDefinition& stored, RecordCipher& cipher, BackupKeys keys,
            BackedUpSession& one) {
  log::LoadedLog loaded = load(log, stored.session);
  one = {Kind::unreadable, stored.session, stored.definition, 0, {}, {}, nullptr, {}};
  switch (loaded.fault) {
    case log::LoadFault::unknown_session:
      return Copied::gone;  // deleted meanwhile
    case log::LoadFault::failed:
      return Copied::failed;
    case log::LoadFault::missing_key:
    case log::LoadFault::broken_chain:
    case log::LoadFault::newer_format:
      return Copied::yes;
    case log::LoadFault::none:
      break;
  }
  if (loaded.archive) {
    one.kind = Kind::closed;
    one.archive = std::move(*loaded.archive);
  } else if (auto live = snapshot(stored.session, loaded, cipher, keys)) {
    one = std::move(*live);
  }
  return Copied::yes;
}

}  // namespace

bool give_backup(log::EventLog& log, base::Entropy& entropy, BackupKeys keys,
                 const std::function<bool(std::string_view)>& give) {
  RecordCipher cipher(entropy);
  BackupEncoder encoder;
  const Definitions all = definitions_of(log);
  if (!all || !give(encoder.begin())) return false;
  for (log::StoredDefinition stored : *all) {
    BackedUpSession one;
    Copied copied = copy(log, stored, cipher, keys, one);
    if (copied == Copied::yes && one.kind == Kind::closed && !stored.closed) {
      // Closed meanwhile: of its definition, too, only what remains may be kept.
      const Definitions now = definitions_of(log);
      if (!now) return false;
      copied = Copied::gone;
      for (const log::StoredDefinition& remaining : *now) {
        if (remaining.session != stored.session) continue;
        one.definition = remaining.definition;
        copied = Copied::yes;
      }
    }
    if (copied == Copied::failed) return false;
    if (copied == Copied::yes && !give(encoder.session(one))) return false;
  }
  return give(encoder.end());
}

}  // namespace durf::storage
