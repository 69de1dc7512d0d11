// SPDX-License-Identifier: MIT
#include "net/listener.hpp"

#include <sys/socket.h>

#include <boost/asio/co_spawn.hpp>
#include <chrono>
#include <utility>

#include "durf/runtime/faults.hpp"
#include "net/http_connection.hpp"
#include "net/limits.hpp"
#include "net/transport.hpp"

namespace durf::net {

namespace {
using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;
}

Listener::Listener(std::shared_ptr<Station> station, std::shared_ptr<TlsCertificate> certificate)
    : station_(std::move(station)),
      certificate_(std::move(certificate)),
      acceptor_(station_->executor()),
      pause_(station_->executor()) {}

error_code Listener::taken(const Tcp::endpoint& endpoint) {
  if (endpoint.port() == 0) return {};
  error_code error;
  Acceptor probe(station_->executor());
  if (probe.open(endpoint.protocol(), error); error) return error;
  if (probe.set_option(asio::socket_base::reuse_address(true), error); error) return error;
  probe.bind(endpoint, error);
  return error;
}

error_code Listener::open(const Tcp::endpoint& endpoint) {
  error_code error;
  const auto failed = [&] {
    error_code ignored;  // the first error is the one to tell
    if (error) acceptor_.close(ignored);
    return static_cast<bool>(error);
  };
  if (acceptor_.open(endpoint.protocol(), error); failed()) return error;
  if (acceptor_.set_option(asio::socket_base::reuse_address(true), error); failed()) return error;
  if (acceptor_.set_option(ReusePort(true), error); failed()) return error;
  // "::" means every address, those of IPv4 included.
  if (endpoint.protocol() == Tcp::v6()) {
    if (acceptor_.set_option(asio::ip::v6_only(false), error); failed()) return error;
  }
  if (acceptor_.bind(endpoint, error); failed()) return error;
  if (acceptor_.listen(limits::listen_backlog, error); failed()) return error;
  return {};
}

std::uint16_t Listener::port() const {
  error_code error;
  const auto endpoint = acceptor_.local_endpoint(error);
  return error ? std::uint16_t{0} : endpoint.port();
}

void Listener::start() { asio::co_spawn(station_->executor(), accept_all(), runtime::thrown_into_the_loop); }

void Listener::stop() {
  error_code ignored;  // nothing listens either way
  acceptor_.close(ignored);
  pause_.cancel();
}

Awaitable<> Listener::accept_all() {
  const auto self = shared_from_this();
  while (acceptor_.is_open()) {
    auto [error, socket] = co_await acceptor_.async_accept(as_result);
    if (!acceptor_.is_open()) co_return;
    if (!error) {
      admit(std::move(socket));
    } else if (error != asio::error::connection_aborted) {
      // No descriptors or no memory left: what is there goes on, and the next one waits in the kernel.
      station_->site().counted.count(Counted::failed_accepts);
      pause_.expires_after(std::chrono::milliseconds(limits::accept_pause_ms));
      co_await pause_.async_wait(as_result);
    }
  }
}

void Listener::admit(Socket socket) {
  Site& site = station_->site();
  if (site.connections.load(std::memory_order_relaxed) >= site.config.connections_max) {
    site.counted.count(Counted::refused_connections);
    return;
  }
  if (Transport::prepare(socket)) return;  // gone again already
  HttpConnection::begin(station_, certificate_ ? Transport(std::move(socket), *certificate_->current())
                                               : Transport(std::move(socket)));
}

}  // namespace durf::net
