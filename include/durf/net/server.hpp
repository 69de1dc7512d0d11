// SPDX-License-Identifier: MIT
// Everything that listens: HTTP, the pages and the WebSockets of all shards. Made, started and stopped by app
// on a thread that is no shard's; the work is done on the shards' threads. Shards, gateways, assets, policy
// and clock outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <system_error>
#include <vector>

#include "durf/base/clock.hpp"
#include "durf/net/assets.hpp"
#include "durf/net/create_policy.hpp"
#include "durf/net/readiness.hpp"
#include "durf/net/tls_certificate.hpp"
#include "durf/runtime/gateway.hpp"
#include "durf/runtime/shard.hpp"

namespace durf::net {

struct ServerConfig {
  std::string listen_address = "127.0.0.1";  ///< an IP address
  std::uint16_t port = 8080;                 ///< 0: any free one, see `Server::port`
  std::shared_ptr<TlsCertificate> certificate;  ///< none: plain HTTP only
  std::string tls_listen_address = "0.0.0.0";   ///< an IP address
  std::uint16_t tls_port = 8443;                ///< 0: any free one, see `Server::tls_port`
  std::vector<std::string> host_names;       ///< under which this server is known, with or without a port
  /// IP addresses of proxies in front: what they say of a client's address counts, for limits only.
  std::vector<std::string> proxies = {};
  std::string build;                         ///< of the pages inside
  std::size_t connections_max = 880;         ///< of the whole process; this many suit 1,024 open files
  std::int64_t sessions_max = 200;           ///< told to who asks for one more
};

class Server {
 public:
  /// One gateway per shard.
  struct Place {
    runtime::Shard* shard;
    runtime::Gateway* gateway;
  };

  Server(ServerConfig config, std::vector<Place> places, std::span<const Asset> assets, CreatePolicy& policy,
         const base::Clock& clock);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();

  /// Binds and listens for all shards. With an error nothing listens.
  std::error_code listen();

  /// After `listen`; the same for TLS, when there is a certificate.
  std::error_code listen_tls();

  /// After `listen`.
  std::uint16_t port() const;
  /// After `listen_tls`.
  std::uint16_t tls_port() const;

  /// Where phones find this server ("http://192.168.1.20:8080"); before `start`.
  void announce(std::string address);

  /// What `/readyz` says. As long as the server.
  Readiness& readiness();

  /// Begins to accept on every shard, after all of them listen. Shards may run already or later.
  void start();

  /// Stops accepting, says 1001 to all and waits until they are gone, at most 2.5 s; then cuts. The shards
  /// must run. Blocks.
  void stop();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace durf::net
