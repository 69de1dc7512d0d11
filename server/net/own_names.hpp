// SPDX-License-Identifier: MIT
// Under which names this server answers, so that a foreign page cannot reach it by pointing a name of its own
// here (DNS rebinding): the address that the client in fact connected to, localhost, and the names that were
// configured. Any thread.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace durf::net {

/// How the client reached us; each has its own port.
enum class Scheme { http, https };

class OwnNames {
 public:
  /// A configured name with a port is taken only with that port; one without is taken with `port` or none
  /// (behind a proxy).
  explicit OwnNames(const std::vector<std::string>& configured);

  void set_port(std::uint16_t port, Scheme scheme = Scheme::http) {
    (scheme == Scheme::http ? port_ : tls_port_) = port;
  }

  /// `host` is the value of the Host header; `local` the address of this end of the connection: of an own
  /// interface, whatever interfaces came and went since the start.
  bool include(std::string_view host, const boost::asio::ip::address& local,
               Scheme scheme = Scheme::http) const;

  /// Whether `host` is a configured name of this machine and no other, with whatever port: no IP address, and not localhost,
  /// which in every browser is its own machine: what a browser keeps of it would hold for whatever else runs there.
  bool have_given_name(std::string_view host) const;

 private:
  std::vector<std::string> configured_;  ///< in lower case
  std::uint16_t port_ = 0;
  std::uint16_t tls_port_ = 0;
};

/// Whether a page of this origin belongs to this host: same name, same port, and over TLS a page that came over
/// TLS. `host` was found to be an own name.
bool same_origin(std::string_view origin, std::string_view host, Scheme scheme = Scheme::http);

/// One spelling for what is one address: IPv4 written as IPv6 becomes IPv4, IPv6 loses the name of its interface.
boost::asio::ip::address plain(const boost::asio::ip::address& address);

/// An address of this machine that only this machine reaches. IPv4 written as IPv6 counts as IPv4.
bool is_loopback(const boost::asio::ip::address& address);

/// Whether a Host header names this machine as only its own browsers do: localhost, or such an address.
bool names_loopback(std::string_view host);

}  // namespace durf::net
