// SPDX-License-Identifier: MIT
// What goes on beside serving, on the main thread: waiting for the signal to stop, telling the service manager how it is,
// metrics, the log's minutes, the room on the disk. Made when everything else runs, gone before anything of it stops; the
// engine and the server outlive it.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/engine.hpp"
#include "app/gathered_log.hpp"
#include "app/notify.hpp"
#include "app/repeating.hpp"
#include "app/watchdog.hpp"
#include "durf/app/config.hpp"
#include "durf/net/metrics_listener.hpp"
#include "durf/net/server.hpp"

namespace durf::app {

class Attendance {
 public:
  /// From here on no signal is lost. SIGHUP calls `reload`; without one it ends the process, as a terminal that is closed ends any
  /// other, unless a service manager may have sent it: that one asks for no more than what there is to reload.
  Attendance(const Config& config, Engine& engine, net::Server& server, GatheredLog& log, const ServiceManager& manager,
             std::function<void()> reload);

  /// Opens the port for metrics, if there is to be one. False when it cannot; why is in the log.
  bool tell_metrics(std::size_t connections_max);

  /// Returns when the program was told to stop.
  void wait_for_signal();

 private:
  void attend();

  const Config& config_;
  Engine& engine_;
  net::Server& server_;
  GatheredLog& log_;
  const ServiceManager& manager_;
  const std::function<void()> reload_;
  boost::asio::io_context loop_;
  boost::asio::signal_set signals_;
  std::optional<net::MetricsListener> metrics_;
  Watchdog watchdog_;
  std::vector<std::unique_ptr<Repeating>> chores_;
};

}  // namespace durf::app
