// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace durf::app {

/// IP addresses of this machine's interfaces that are up, as text. Those of a local network first, loopback last.
std::vector<std::string> own_addresses();

/// How phones call this server: "http://ADDRESS:PORT".
std::string address_for_phones(const std::string& listen_address, unsigned short port);

/// The same over TLS, by a name that the certificate may have: "https://NAME:PORT". A port that stands in `name` already is
/// what others see of this server, and stays.
std::string address_over_tls(const std::string& name, unsigned short port);

}  // namespace durf::app
