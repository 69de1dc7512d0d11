// SPDX-License-Identifier: MIT
#include "durf/net/server.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <boost/system/error_code.hpp>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

#include "durf/base/assert.hpp"
#include "net/limits.hpp"
#include "net/listener.hpp"
#include "net/station.hpp"
#include "net/websocket_connection.hpp"
#ifdef DURF_TEST_ECHO
#include "net/echo_connection.hpp"
#endif

namespace durf::net {

namespace {

/// Counts down once per shard; the stopping thread waits for zero.
class Gone {
 public:
  explicit Gone(std::size_t shards) : left_(shards) {}

  void one() {
    const std::lock_guard lock(mutex_);
    if (--left_ == 0) all_.notify_all();
  }
  bool wait(std::int64_t ms) {
    std::unique_lock lock(mutex_);
    return all_.wait_for(lock, std::chrono::milliseconds(ms), [this] { return left_ == 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable all_;
  std::size_t left_;
};

/// The listeners of one address, one on each shard.
struct Door {
  std::vector<std::shared_ptr<Listener>> listeners;

  /// With an error nothing listens. With port 0 the first one picks, the others follow.
  boost::system::error_code open(const std::string& listen_address, std::uint16_t port) {
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(listen_address, error);
    if (error) return error;
    if ((error = listeners.front()->taken({address, port}))) return error;
    for (const auto& listener : listeners) {
      error = listener->open({address, port});
      if (error) {
        for (const auto& opened : listeners) opened->stop();
        return error;
      }
      port = listener->port();
    }
    return {};
  }
  std::uint16_t port() const { return listeners.front()->port(); }
};

/// Where WebSockets are opened. A release has one such place; an echo would be a door for strangers.
std::vector<SocketPath> socket_paths() {
  std::vector<SocketPath> paths{{"/ws", &WebsocketConnection::begin}};
#ifdef DURF_TEST_ECHO
  log_words("this build is for tests: it says back at /echo whatever it is told");
  paths.push_back({"/echo", &EchoConnection::begin});
#endif
  return paths;
}

}  // namespace

struct Server::Parts {
  std::shared_ptr<Site> site;
  std::vector<std::shared_ptr<Station>> stations;
  Door plain;
  std::optional<Door> tls;
  bool is_stopped = false;
};

Server::Server(ServerConfig config, std::vector<Place> places, std::span<const Asset> assets,
               CreatePolicy& policy, const base::Clock& clock)
    : parts_(std::make_unique<Parts>()) {
  DURF_ASSERT(!places.empty());
  OwnNames names(config.host_names);
  parts_->site.reset(
      new Site{std::move(config), StaticFiles(assets), std::move(names), policy, clock, {}, {}, {}});
  parts_->site->sockets = socket_paths();
  for (const Place& place : places) {
    parts_->stations.push_back(std::make_shared<Station>(parts_->site, *place.shard, *place.gateway));
    parts_->plain.listeners.push_back(std::make_shared<Listener>(parts_->stations.back()));
  }
  const auto& certificate = parts_->site->config.certificate;
  if (!certificate) return;
  parts_->tls.emplace();
  for (const auto& station : parts_->stations)
    parts_->tls->listeners.push_back(std::make_shared<Listener>(station, certificate));
}

Server::~Server() = default;

std::error_code Server::listen() {
  const ServerConfig& config = parts_->site->config;
  if (const auto error = parts_->plain.open(config.listen_address, config.port)) return error;
  parts_->site->names.set_port(port());
  return {};
}

std::error_code Server::listen_tls() {
  if (!parts_->tls) return {};
  const ServerConfig& config = parts_->site->config;
  if (const auto error = parts_->tls->open(config.tls_listen_address, config.tls_port)) return error;
  parts_->site->names.set_port(tls_port(), Scheme::https);
  return {};
}

std::uint16_t Server::port() const { return parts_->plain.port(); }

std::uint16_t Server::tls_port() const { return parts_->tls ? parts_->tls->port() : std::uint16_t{0}; }

void Server::announce(std::string address) { parts_->site->address = std::move(address); }

Readiness& Server::readiness() { return parts_->site->readiness; }

void Server::start() {
  for (const auto& listener : parts_->plain.listeners) listener->start();
  if (parts_->tls) {
    for (const auto& listener : parts_->tls->listeners) listener->start();
  }
  // One line a minute and kind, written by the first shard.
  parts_->stations.front()->report_counts();
}

void Server::stop() {
  if (std::exchange(parts_->is_stopped, true)) return;
  parts_->site->readiness.stops();
  const auto gone = std::make_shared<Gone>(parts_->stations.size());
  for (std::size_t i = 0; i < parts_->stations.size(); ++i) {
    asio::post(parts_->stations[i]->executor(),
               [gone, station = parts_->stations[i], plain = parts_->plain.listeners[i],
                tls = parts_->tls ? parts_->tls->listeners[i] : nullptr] {
                 plain->stop();
                 if (tls) tls->stop();
                 station->close([gone] { gone->one(); });
               });
  }
  if (gone->wait(limits::stop_ms_max)) return;
  for (const auto& station : parts_->stations)
    asio::post(station->executor(), [station] { station->cut_all(); });
  gone->wait(limits::cut_ms_max);
}

}  // namespace durf::net
