// SPDX-License-Identifier: MIT
// The session that the phones of the load program are in: made over HTTP, as the home page does it, and what can be
// seen of it.
#pragma once

#include <string>
#include <vector>

#include "load/socket.hpp"
#include "load/view.hpp"

namespace durf::load {

struct Room {
  std::string session;
  std::string join_key;
  std::string code;
  std::string facilitator_secret;
  std::vector<std::string> questions;  ///< ids of those that were asked for the phones to support
  View view;
};

/// Live from the beginning, with the shortest rounds that there are. Throws when the server does not make it.
Room create_room(const Target& target, std::size_t expected);

constexpr int round_seconds = 5;

}  // namespace durf::load
