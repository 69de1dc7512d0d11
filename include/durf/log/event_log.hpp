// SPDX-License-Identifier: MIT
// The log as a port: six functions that a backend must have. A session's log is a dense sequence of records; a record is what
// one COMMIT made durable. A backend encrypts each record under the session's key and keeps the definition beside the log
// (in the clear: the server must find a session by code or link before it has a key, and without one).
//
// Completions run on the backend's own thread: the caller posts to where it wants to be. They are called exactly once,
// also when the backend closes (with `failed`).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "durf/base/keys.hpp"
#include "durf/domain/ids.hpp"

namespace durf::log {

/// Index of a record in a session's log, from 1.
using Sequence = std::uint64_t;

enum class AppendMode {
  extend,   ///< one more record
  replace,  ///< this record (a snapshot) takes the place of all earlier ones, whose bytes are gone seconds later
  anew,     ///< as replace, under a new key; the old key is destroyed ("now for real")
  /// The last one. The payload is the archive, kept in the clear as it is; with it goes the definition that remains, which must
  /// be given. The records are deleted, the key is destroyed, and nothing can be appended afterwards (`conflict`).
  close,
};

struct Append {
  domain::SessionId session;
  Sequence expected = 1;  ///< the sequence that this record will have. The fence: another owner's append makes it `conflict`
  AppendMode mode = AppendMode::extend;
  std::string payload;                    ///< plain record, see record_codec.hpp
  std::optional<std::string> definition;  ///< the definition that stands from this record on, if it changed
};

enum class AppendOutcome {
  durable,    ///< on disk, synced
  disk_full,  ///< known outcome: nothing was kept; try later
  conflict,   ///< the expected sequence was taken
  failed,     ///< unknown outcome: drop the core, rebuild it from the log
};

enum class LoadFault { none, unknown_session, missing_key, broken_chain, newer_format, failed };

struct LoadedLog {
  LoadFault fault = LoadFault::none;
  std::vector<std::string> payloads;  ///< plain records in order; the first may be a snapshot
  Sequence next = 1;                  ///< the sequence that the next append expects
  base::SharedKey key;                ///< of the session as it stands: the shell makes nullifiers with it
  std::optional<std::string> archive; ///< of a closed session, which has no records and no key any more
};

struct StoredDefinition {
  domain::SessionId session;
  std::string definition;
  bool closed = false;  ///< there is an archive, and nothing else
};

class EventLog {
 public:
  virtual ~EventLog() = default;

  /// Any thread. Appends of one session complete in the order of their calls. The first append of a session
  /// (`expected` 1, with a definition) creates it: its key first, durable, then the record. When closing is `durable`, the
  /// archive is on disk and the key is gone; a close that was cut short is finished by the next start, or was never begun.
  virtual void append(Append append, std::function<void(AppendOutcome)> done) = 0;

  /// Any thread.
  virtual void load(domain::SessionId session, std::function<void(LoadedLog)> done) = 0;

  /// All sessions; nothing when they cannot be read. Any thread.
  virtual void definitions(std::function<void(std::optional<std::vector<StoredDefinition>>)> done) = 0;

  /// Log, archive, definition and key are gone when `done(true)` is called. Can be repeated after a crash. Any thread.
  virtual void remove(domain::SessionId session, std::function<void(bool)> done) = 0;

  /// Finishes what waits, checkpoints, closes. Later calls complete with `failed`. Blocks; not from a completion.
  virtual void close() = 0;
};

}  // namespace durf::log
