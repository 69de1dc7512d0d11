// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace durf::app {

/// IP addresses of this machine's interfaces that are up, as text. Those of a local network first, loopback last.
std::vector<std::string> own_addresses();

/// How phones call this server: "http://ADDRESS:PORT".
std::string address_for_phones(const std::string& listen_address, unsigned short port);

}  // namespace durf::app
