// SPDX-License-Identifier: MIT
// Accepts connections for one shard. Every shard has a socket of its own on the same port (SO_REUSEPORT) and
// the kernel spreads what arrives, so no connection changes threads. Running out of file descriptors is
// waited out. Shard's thread, but for `open`.
#pragma once

#include <cstdint>
#include <memory>

#include "durf/net/tls_certificate.hpp"
#include "net/station.hpp"

namespace durf::net {

class Listener : public std::enable_shared_from_this<Listener> {
 public:
  /// With a certificate everybody who comes is to speak TLS.
  explicit Listener(std::shared_ptr<Station> station, std::shared_ptr<TlsCertificate> certificate = nullptr);

  /// Whether another program listens there: our own listeners share their port, and would share it with that
  /// one in silence.
  error_code taken(const Tcp::endpoint& endpoint);

  /// Before the shard runs or on its thread. `endpoint` with port 0 takes a free port.
  error_code open(const Tcp::endpoint& endpoint);
  std::uint16_t port() const;

  void start();
  void stop();

 private:
  Awaitable<> accept_all();
  void admit(Socket socket);

  std::shared_ptr<Station> station_;
  std::shared_ptr<TlsCertificate> certificate_;
  Acceptor acceptor_;
  SteadyTimer pause_;
};

}  // namespace durf::net
