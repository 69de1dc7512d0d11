// SPDX-License-Identifier: MIT
// The log in one SQLite file, durf.db in the data directory. All work is done by one writer thread on the
// only connection there is: Debian's SQLite 3.40.1 can corrupt a log that is checkpointed by one connection
// while another restarts it. Appends of all sessions that come within a moment are one transaction and one
// sync.
//
// How it fails: a full disk is answered `disk_full` and work goes on; a failed sync means that nobody knows
// any more what the disk holds, so `fatal` is called and everything is answered `failed`; any other failure
// is answered `failed` and work goes on.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "durf/base/entropy.hpp"
#include "durf/base/keys.hpp"
#include "durf/log/event_log.hpp"

namespace durf::storage {

struct SqliteLogSettings {
  std::string directory;  ///< of a DataDirectory that is held
  /// Called once, on the writer thread, with what happened. The process must end: the next start reads the
  /// truth from the disk.
  std::function<void(std::string_view)> fatal;
  std::string vfs;  ///< how SQLite reaches files; empty: as the operating system has them
};

class SqliteLog final : public log::EventLog {
 public:
  struct Opened {
    std::unique_ptr<SqliteLog> log;
    std::string refusal;  ///< why there is none, in words for the host
  };

  /// Also destroys the keys that no session uses any more. `keys` and `entropy` must outlive the log.
  static Opened open(SqliteLogSettings settings, base::KeyVault& keys, base::Entropy& entropy);

  ~SqliteLog() override;

  void append(log::Append append, std::function<void(log::AppendOutcome)> done) override;
  void load(domain::SessionId session, std::function<void(log::LoadedLog)> done) override;
  void definitions(std::function<void(std::optional<std::vector<log::StoredDefinition>>)> done) override;
  void remove(domain::SessionId session, std::function<void(bool)> done) override;

  /// Once it has begun, completions of later calls run on the thread that calls.
  void close() override;

  /// Transactions that were committed since the start. Any thread.
  std::uint64_t commits() const;

 private:
  class Writer;
  explicit SqliteLog(std::unique_ptr<Writer> writer);

  std::unique_ptr<Writer> writer_;
};

}  // namespace durf::storage
