// SPDX-License-Identifier: MIT
// A socket in the data directory by which `durf links` asks the running server: only one process may have the database open.
// Whoever may enter the data directory may ask. One line in, text out.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <memory>
#include <optional>
#include <string>

#include "durf/runtime/directory.hpp"
#include "durf/runtime/shard.hpp"

namespace durf::app {

/// The links as lines of text, for the terminal.
std::string describe(const std::vector<runtime::RescueLink>& links, const std::string& address);

class Control : public std::enable_shared_from_this<Control> {
 public:
  Control(runtime::Shard& shard, runtime::Directory& directory, std::string data, std::string address);

  /// Listens. False when the socket cannot be made; the server then runs without it.
  bool start();
  void stop();

 private:
  boost::asio::awaitable<void> accept();
  boost::asio::awaitable<void> answer(boost::asio::local::stream_protocol::socket socket);

  runtime::Shard& shard_;
  runtime::Directory& directory_;
  std::string path_;
  std::string address_;
  boost::asio::local::stream_protocol::acceptor acceptor_;
};

/// The line with which the running server is asked for them.
std::string request_for_links(const std::string& join_code, const std::vector<domain::Role>& roles);

/// Asks the server that runs on this data directory. Nothing when none runs there.
std::optional<std::string> ask_running_server(const std::string& data, const std::string& line);

}  // namespace durf::app
