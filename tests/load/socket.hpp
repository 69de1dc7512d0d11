// SPDX-License-Identifier: MIT
// Sockets to the server under load. Only ever to this machine: whoever could point this program elsewhere would have a
// weapon.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "load/connection.hpp"

namespace durf::load {

/// "127.0.0.1:8080". Nothing for any address that is not in 127.0.0.0/8.
std::optional<Target> parse_target(std::string_view text);

/// The address of the n-th network of phones: 127.`network`.0.1, 127.`network`.0.2, … The server sees so many different
/// peers.
std::uint32_t source_address(std::uint8_t network, std::uint32_t n);

/// A descriptor that does not block and whose connection is under way; -1 when the system refuses. With `receive_bytes`
/// it is as over a real network with a receiver that holds no more; 0 leaves all to the system.
int begin_connecting(const Target& target, std::uint32_t source, int receive_bytes);

/// Asks over HTTP and waits for the whole answer, five seconds at most for each part of it. Empty when there is none.
std::string ask_over_http(const Target& target, std::string_view path, std::string_view body);

}  // namespace durf::load
