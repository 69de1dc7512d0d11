// SPDX-License-Identifier: MIT
// Everything at once that people who mean ill can do to a server with the means of one machine, in a process of its
// own, so that it has its own descriptors and does not delay the phones that are measured: connections that only are
// there, heads that come a byte at a time, phones that give valid commands as fast as they can, and newcomers without
// end.
#pragma once

#include <cstdint>
#include <optional>

#include "load/trial.hpp"

namespace durf::load {

/// What the attack has done, from its start to its end.
struct AttackCounts {
  std::uint64_t idle = 0;              ///< connections that are there at the end
  std::uint64_t slow_heads = 0;        ///< the same
  std::uint64_t slow_heads_begun = 0;  ///< in all: the server ends them, and they come again
  std::uint64_t flooders = 0;          ///< that are in at the end
  std::uint64_t flooders_lost = 0;     ///< times that the server sent one away
  std::uint64_t commands = 0;          ///< that were sent
  std::uint64_t replies = 0;
  std::uint64_t handshakes = 0;       ///< begun
  std::uint64_t handshakes_done = 0;  ///< up to being caught up
};

class Attack {
 public:
  /// Forks; to be called before anything is connected. The child waits.
  Attack(const Options& options, const Room& room);
  ~Attack();
  Attack(const Attack&) = delete;
  Attack& operator=(const Attack&) = delete;

  void begin();
  /// Whether all of it is there that can be.
  bool is_under_way();
  /// Ends it and waits for the child's last word.
  AttackCounts end();

 private:
  int line_ = -1;  ///< to the child
  int child_ = -1;
};

}  // namespace durf::load
