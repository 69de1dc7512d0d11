// SPDX-License-Identifier: MIT
// A socket in the data directory by which `durf links` and `durf backup` ask the running server: only one process may have the
// database open. Whoever may enter the data directory may ask. One line in, text out; a backup follows its line of text.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "app/backup_stream.hpp"
#include "durf/runtime/directory.hpp"
#include "durf/runtime/shard.hpp"

namespace durf::app {

/// The links as lines of text, for the terminal; `no_links` when there are none.
std::string describe(const std::vector<runtime::RescueLink>& links, const std::string& address);

inline constexpr std::string_view no_links =
    "No links: there is no such session, or it has all the links that it may have.\n";

class Control : public std::enable_shared_from_this<Control> {
 public:
  /// `backups` must outlive it.
  Control(runtime::Shard& shard, runtime::Directory& directory, BackupStream& backups, std::string data, std::string address);

  /// Listens. False when the socket cannot be made; the server then runs without it.
  bool start();
  void stop();

 private:
  boost::asio::awaitable<void> accept();
  boost::asio::awaitable<void> answer(boost::asio::local::stream_protocol::socket socket);
  boost::asio::awaitable<void> give_backup(boost::asio::local::stream_protocol::socket socket, storage::BackupKeys keys);

  runtime::Shard& shard_;
  runtime::Directory& directory_;
  BackupStream& backups_;
  std::string path_;
  std::string address_;
  boost::asio::local::stream_protocol::acceptor acceptor_;
};

/// The line with which the running server is asked for them.
std::string request_for_links(const std::string& join_code, const std::vector<domain::Role>& roles);

/// Asks the server that runs on this data directory. Nothing when none runs there.
std::optional<std::string> ask_running_server(const std::string& data, const std::string& line);

/// The line with which it is asked for a backup, and the one that comes before the backup; any other says why there is none.
std::string request_for_backup(storage::BackupKeys keys);
inline constexpr std::string_view backup_follows = "The backup follows.";

/// An open line to the server, for an answer that is too long for the memory. The descriptor blocks.
class ServerLine {
 public:
  explicit ServerLine(int descriptor) : descriptor_(descriptor) {}
  ServerLine(ServerLine&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  ServerLine& operator=(ServerLine&&) = delete;
  ~ServerLine();

  /// Without its line feed; what was read so far when the server said no more.
  std::string first_line();
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

/// As `ask_running_server`.
std::optional<ServerLine> connect_to_running_server(const std::string& data, const std::string& line);

}  // namespace durf::app
