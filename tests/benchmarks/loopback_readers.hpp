// SPDX-License-Identifier: MIT
// The other end of a fan-out benchmark: a process of its own that opens N connections, does nothing but read,
// and tells through an eventfd how many whole messages have reached everybody. One epoll loop.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace durf::benchmarks {

struct Readers {
  std::size_t connections = 0;
  std::size_t message_bytes = 0;  ///< of one message on the wire
  bool websocket = false;         ///< each connection begins with an upgrade

  /// Forks. `told` is an eventfd that gets 1 once all are connected, and then 1 for each message that
  /// everybody has. Returns the child's id; it ends when the server closes its connections.
  int start(std::uint16_t port, int told) const;
};

/// On this CPU from now on, so that server and readers do not share one.
void pin_to_cpu(int cpu);

/// CPU time of the calling thread, in seconds.
double thread_cpu_seconds();
double wall_seconds();
std::size_t resident_bytes();

}  // namespace durf::benchmarks
