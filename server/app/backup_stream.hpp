// SPDX-License-Identifier: MIT
// The running server's side of a backup: a thread of its own, since replaying a session takes longer than a room may wait, and
// whoever keeps the backup may be slow. One at a time. `start` and `stop` may be called from different threads.
#pragma once

#include <mutex>
#include <string_view>
#include <thread>

#include "durf/base/entropy.hpp"
#include "durf/log/event_log.hpp"
#include "durf/storage/backup.hpp"

namespace durf::app {

/// All of it, to a socket. False when the other side is gone, or took nothing for a long time.
bool send_all(int socket, std::string_view bytes);

class BackupStream {
 public:
  BackupStream(log::EventLog& log, base::Entropy& entropy) : log_(log), entropy_(entropy) {}
  BackupStream(const BackupStream&) = delete;
  BackupStream& operator=(const BackupStream&) = delete;
  ~BackupStream() { stop(); }

  bool is_under_way();
  /// Takes the socket and closes it when all is given. False, and nothing taken, while another backup is under way.
  bool start(int socket, storage::BackupKeys keys);
  /// Breaks off what is under way. Before the log is closed.
  void stop();

 private:
  void give(int socket, storage::BackupKeys keys);

  log::EventLog& log_;
  base::Entropy& entropy_;
  std::mutex mutex_;
  std::thread thread_;
  int socket_ = -1;  ///< of the thread, while it runs
  bool stopped_ = false;
};

}  // namespace durf::app
