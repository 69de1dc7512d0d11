// SPDX-License-Identifier: MIT
// Whether this server should be sent people now, and if not, why: what `/readyz` says. Set by the app as things happen, read by
// every shard; any thread. It says nothing of what anybody did: sessions are loaded by the server itself, and the room on the
// disk is looked up by the clock.
#pragma once

#include <atomic>
#include <optional>
#include <string_view>

namespace durf::net {

enum class NotReady {
  starting,   ///< sessions are still being read; who comes waits for the own one
  stopping,   ///< no new connections. Heard only on a connection that is open already: the listeners close first
  disk_full,  ///< hardly any room where the data is: what people do may be refused, what is there is shown
};

/// The word that stands first in the answer.
std::string_view code_of(NotReady why);

class Readiness {
 public:
  void sessions_are_loaded() { loaded_ = true; }
  void stops() { stopping_ = true; }
  void disk_has_room(bool has_room) { has_room_ = has_room; }

  /// Nothing when it is ready. The reason that lasts longest comes first.
  std::optional<NotReady> why_not() const;

 private:
  std::atomic<bool> loaded_{false};
  std::atomic<bool> stopping_{false};
  std::atomic<bool> has_room_{true};
};

}  // namespace durf::net
