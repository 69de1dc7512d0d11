// SPDX-License-Identifier: MIT
// The log in memory, for tests: keeps the same contract as SqliteLog (tests/storage/log_contract.hpp), and
// fails and is late on demand. Any thread; completions run inside the call, or inside `deliver` while they
// are held back.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "durf/base/keys.hpp"
#include "durf/log/event_log.hpp"

namespace durf::storage {

/// What outlives a crash: give the same disk to the next MemoryLog.
struct MemoryDisk {
  struct Session {
    std::uint32_t generation = 1;
    std::string definition;
    std::vector<std::string> payloads;
    log::Sequence next = 1;
    std::optional<std::string> archive;  ///< of a closed session
  };
  std::map<domain::SessionId, Session> sessions;
};

class MemoryLog final : public log::EventLog {
 public:
  MemoryLog(std::shared_ptr<MemoryDisk> disk, base::KeyVault& keys);
  ~MemoryLog() override;

  void append(log::Append append, std::function<void(log::AppendOutcome)> done) override;
  void load(domain::SessionId session, std::function<void(log::LoadedLog)> done) override;
  void definitions(std::function<void(std::optional<std::vector<log::StoredDefinition>>)> done) override;
  void remove(domain::SessionId session, std::function<void(bool)> done) override;
  void close() override;

  /// What becomes of the next append that would have succeeded.
  enum class Fault {
    disk_full,
    failed_and_lost,  ///< outcome `failed`; the record is not there
    failed_but_kept,  ///< outcome `failed`; the record is there nevertheless
  };
  void fail_next(Fault fault);

  /// While true, every append is answered `disk_full`.
  void set_disk_full(bool full);

  /// From here on completions wait until they are delivered: a slow disk.
  void hold_completions();
  /// Runs the oldest completion that waits. False when there is none.
  bool deliver();
  void deliver_all();

 private:
  log::AppendOutcome write(log::Append& append);
  log::AppendOutcome keep(log::Append& append);

  std::mutex mutex_;
  std::shared_ptr<MemoryDisk> disk_;
  base::KeyVault& keys_;
  std::deque<Fault> faults_;
  std::deque<std::function<void()>> held_;
  std::deque<std::function<void()>> abandoned_;  ///< for each of held_: the same completion with `failed`
  bool holding_ = false;
  bool full_ = false;
  bool closed_ = false;
};

}  // namespace durf::storage
