// SPDX-License-Identifier: MIT
#include "app/attendance.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/ip/address.hpp>
#include <chrono>
#include <csignal>
#include <utility>

#include "app/disk_room.hpp"
#include "app/exposition.hpp"
#include "app/file_times.hpp"
#include "durf/app/embedded_assets.hpp"

namespace durf::app {
namespace asio = boost::asio;
using std::chrono::milliseconds;

namespace {

std::vector<runtime::Shard*> shards_of(Engine& engine) {
  std::vector<runtime::Shard*> shards;
  for (const auto& shard : engine.shards()) shards.push_back(shard.get());
  return shards;
}

std::string url_of(const std::string& address, std::uint16_t port) {
  const bool is_v6 = address.find(':') != std::string::npos;
  return "http://" + (is_v6 ? "[" + address + "]" : address) + ":" + std::to_string(port) + "/metrics";
}

}  // namespace

Attendance::Attendance(const Config& config, Engine& engine, net::Server& server, GatheredLog& log,
                       const ServiceManager& manager, std::function<void()> reload)
    : config_(config),
      engine_(engine),
      server_(server),
      log_(log),
      manager_(manager),
      reload_(std::move(reload)),
      signals_(loop_, SIGINT, SIGTERM),
      watchdog_(shards_of(engine)) {
  // Here and not when it begins to wait: who is told READY=1 by another thread may send one before that.
  if (reload_ || manager_.is_there()) signals_.add(SIGHUP);
}

bool Attendance::tell_metrics(std::size_t connections_max) {
  if (!config_.metrics) return true;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const About about{DURF_VERSION, std::string(embedded_build_id()),
                    std::chrono::duration_cast<std::chrono::seconds>(now).count(), connections_max};
  metrics_.emplace(loop_, [about, this] { return exposition(about, engine_.meters().published()); });
  if (const std::error_code error = metrics_->start(config_.metrics->address, config_.metrics->port)) {
    spdlog::critical("cannot listen for metrics on {}:{}: {}", config_.metrics->address, config_.metrics->port,
                     error.message());
    return false;
  }
  boost::system::error_code error;
  const auto address = asio::ip::make_address(config_.metrics->address, error);
  if (!error && !address.is_loopback())
    spdlog::warn("metrics can be read by every machine that reaches {}; nobody is asked for a password",
                 config_.metrics->address);
  spdlog::info("metrics at {}", url_of(config_.metrics->address, metrics_->port()));
  return true;
}

/// The service manager is told that all is well twice as often as it asks for.
void Attendance::attend() {
  const auto every = [this](milliseconds interval, std::function<void()> what) {
    chores_.push_back(std::make_unique<Repeating>(loop_, interval, std::move(what)));
  };
  every(gathered_log_every, [this] { log_.report(); });
  every(file_times_every, [this] { freshen_file_times(config_.data); });
  every(disk_room_every, [this] { server_.readiness().disk_has_room(disk_has_room(config_.data)); });
  if (const auto silence = manager_.watchdog()) {
    every(std::chrono::duration_cast<milliseconds>(*silence / 2), [this] {
      if (watchdog_.all_turn()) manager_.tell("WATCHDOG=1");
    });
  }
}

void Attendance::wait_for_signal() {
  attend();
  const std::function<void()> wait = [&] {
    signals_.async_wait([&](const boost::system::error_code&, int signal) {
      if (signal != SIGHUP) return loop_.stop();
      manager_.tell("RELOADING=1");
      if (reload_) reload_();
      log_.report();  // who asked for it is waiting to hear how it went
      // While sessions are being read, whoever sees to that says when it is so.
      if (server_.readiness().why_not() != net::NotReady::starting) manager_.tell("READY=1");
      wait();
    });
  };
  wait();
  loop_.run();
}

}  // namespace durf::app
