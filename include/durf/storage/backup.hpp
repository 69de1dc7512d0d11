// SPDX-License-Identifier: MIT
// A backup of everything that a log holds, as one file, and a data directory made from it. Whoever has the log gives the backup
// (`give_backup`), while appends go on beside it; whoever is to have the file keeps it (`keep_backup`): two programs, with a
// socket between them, or two threads. So the server needs no right to write where the backup goes, and a backup of which one
// end dies has never had its name. `restore_backup` makes a data directory from it.
//
// A live session is in it as its snapshot, encrypted under its key: what was withdrawn or forgotten is not in there, nor is any
// order of arrival. Keys come along only when they are asked for, and then into a file of their own.
//
// All three block, and are called on any thread but a log's. They report failure in words for the host, and leave nothing behind
// then.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "durf/base/entropy.hpp"
#include "durf/log/event_log.hpp"

namespace durf::storage {

enum class BackupKeys { left_out, along };

/// Every session as it stands when its turn comes; what was answered `durable` before the call is in it. False when `give` was,
/// or when the log failed; what was given is then no backup, and says so by its missing end.
bool give_backup(log::EventLog& log, base::Entropy& entropy, BackupKeys keys,
                 const std::function<bool(std::string_view)>& give);

/// A session of a backup, for the host to read.
struct SessionInBackup {
  enum class State {
    closed,      ///< its archive is there
    whole,       ///< live; restored: with everything in it
    empty,       ///< live; restored: with its definition alone
    unreadable,  ///< only its definition could be backed up; restored as an empty one
  };
  State state = State::whole;
  std::string title;
  std::string join_code;
};

struct BackupReport {
  std::string refusal;  ///< empty: it is done
  std::vector<SessionInBackup> sessions;
};

/// What a descriptor gives until its end, as a file that was not there before: whole, synced, for its owner only. Keys that come
/// along are kept in `keys_to`, which is then given, in the same way.
BackupReport keep_backup(int from, const std::string& to, const std::optional<std::string>& keys_to);

/// Into a directory that is not there or has nothing in it. The whole backup is read and checked first; the directory then holds
/// all of it, or what it held before.
BackupReport restore_backup(const std::string& directory, const std::string& from,
                            const std::optional<std::string>& keys_from, base::Entropy& entropy);

}  // namespace durf::storage
