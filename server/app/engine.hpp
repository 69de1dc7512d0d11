// SPDX-License-Identifier: MIT
// Everything of the server but its sockets: data directory, keys, log, shards, gateways, directory; started and stopped in
// order. `serve` puts the network in front of it, `links` uses it alone when no server runs.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "durf/app/config.hpp"
#include "durf/runtime/directory.hpp"
#include "durf/runtime/meters.hpp"
#include "durf/runtime/os.hpp"
#include "durf/runtime/shard.hpp"
#include "durf/runtime/shard_gateway.hpp"
#include "durf/storage/data_directory.hpp"
#include "durf/storage/key_files.hpp"
#include "durf/storage/sqlite_log.hpp"

namespace durf::app {

class Engine {
 public:
  struct Opened {
    std::unique_ptr<Engine> engine;
    std::string refusal;  ///< why there is none, in words
    int exit_code = 0;
  };

  /// Takes the data directory and opens the log. Nothing runs yet.
  static Opened open(const Config& config);

  /// Where phones find the server. Before `start`.
  void set_address(std::string address) { world_->settings.address = std::move(address); }

  /// Starts the threads and the sessions. False when the log cannot be read; the reason is in the program's log.
  bool start();

  /// Stops sessions, checkpoints and closes the log, ends the threads.
  void stop();

  std::vector<std::unique_ptr<runtime::Shard>>& shards() { return shards_; }
  std::vector<std::unique_ptr<runtime::ShardGateway>>& gateways() { return gateways_; }
  runtime::Directory& directory() { return *directory_; }
  log::EventLog& log() { return *log_; }
  const base::Clock& clock() const { return clock_; }
  base::Entropy& entropy() { return entropy_; }
  const runtime::Meters& meters() const { return meters_; }

 private:
  Engine(const Config& config, storage::DataDirectory data);

  runtime::OsClock clock_;
  runtime::OsCalendar calendar_;
  runtime::OsEntropy entropy_;
  runtime::Meters meters_;
  storage::DataDirectory data_;
  storage::KeyFiles keys_;
  std::unique_ptr<storage::SqliteLog> log_;
  std::vector<std::unique_ptr<runtime::Shard>> shards_;
  std::vector<std::unique_ptr<runtime::ShardGateway>> gateways_;
  std::unique_ptr<runtime::Switchboard> switchboard_;
  std::optional<runtime::World> world_;
  std::shared_ptr<runtime::Directory> directory_;
  std::vector<std::thread> threads_;
};

}  // namespace durf::app
