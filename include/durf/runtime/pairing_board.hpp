// SPDX-License-Identifier: MIT
// The pairing codes that screens show now. A screen without a link gets a code; a facilitator confirms it, which makes a link in
// the ordinary way (a command, durable); when that link stands, its secret goes to the screen. In memory only, valid two minutes,
// used on the directory's shard. Pure but for the entropy it is given.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "durf/base/clock.hpp"
#include "durf/base/entropy.hpp"
#include "durf/domain/definition.hpp"
#include "durf/protocol/messages.hpp"
#include "durf/session/connection_id.hpp"

namespace durf::runtime {

inline constexpr std::int64_t pairing_valid_ms = 120'000;
inline constexpr std::size_t pairing_screens_max = 200;  ///< one per session that a server can have

class PairingBoard {
 public:
  explicit PairingBoard(base::Entropy& entropy) : entropy_(entropy) {}

  /// A code for this screen; its earlier one ends. Nothing when too many screens wait.
  std::optional<std::string> show(session::ConnectionId screen, base::SteadyMs now);
  void leave(session::ConnectionId screen);

  /// A facilitator wants to give `link` to the screen with this code. False: no such code (any more), or it was promised to
  /// another link. Asking again for the same link is fine: commands are sent again.
  bool promise(const std::string& code, const domain::LinkId& link, const protocol::Secret& secret, base::SteadyMs now);

  struct Paired {
    session::ConnectionId screen;
    domain::Role role;  ///< what the screen becomes
    protocol::Secret secret;
  };
  /// The screens whose promised link stands in this definition now, each once.
  std::vector<Paired> fulfil(const domain::Definition& definition);

  /// Screens whose code has run out, to be given a new one.
  std::vector<session::ConnectionId> expired(base::SteadyMs now) const;

 private:
  struct Screen {
    session::ConnectionId connection;
    base::SteadyMs until;
    domain::LinkId link;  ///< empty until promised
    protocol::Secret secret;
    bool fulfilled = false;
  };

  base::Entropy& entropy_;
  std::map<std::string, Screen> by_code_;
};

}  // namespace durf::runtime
