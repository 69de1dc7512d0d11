// SPDX-License-Identifier: MIT
#include "app/backup_stream.hpp"

#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <exception>
#include <utility>

#include "durf/runtime/faults.hpp"

namespace durf::app {
namespace {

/// Who takes nothing for so long has been suspended or has a disk that hangs; the next backup must not wait for that.
constexpr timeval send_timeout{30, 0};

/// Asio leaves sockets non-blocking; this one has a thread that may wait.
void make_blocking(int socket) {
  ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) & ~O_NONBLOCK);
  ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &send_timeout, sizeof send_timeout);
}

}  // namespace

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool BackupStream::is_under_way() {
  const std::lock_guard lock(mutex_);
  return socket_ >= 0;
}

bool BackupStream::start(int socket, storage::BackupKeys keys) {
  const std::lock_guard lock(mutex_);
  if (socket_ >= 0 || stopped_) return false;
  if (thread_.joinable()) thread_.join();  // it has given its socket back, and with that it is over
  make_blocking(socket);
  socket_ = socket;
  thread_ = std::thread([this, socket, keys] {
    give(socket, keys);
    const std::lock_guard over(mutex_);
    ::close(std::exchange(socket_, -1));
  });
  return true;
}

/// A session that cannot be backed up must not end a server that can do everything else.
void BackupStream::give(int socket, storage::BackupKeys keys) {
  bool whole = false;
  try {
    whole = storage::give_backup(log_, entropy_, keys, [socket](std::string_view bytes) { return send_all(socket, bytes); });
  } catch (const std::exception& thrown) {
    spdlog::error("a backup cannot be made: {}", runtime::words_for_log(thrown));
  }
  whole ? spdlog::info("a backup was given") : spdlog::warn("a backup broke off");
}

void BackupStream::stop() {
  std::thread running;
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    if (socket_ >= 0) ::shutdown(socket_, SHUT_RDWR);
    running = std::move(thread_);
  }
  if (running.joinable()) running.join();
}

}  // namespace durf::app
