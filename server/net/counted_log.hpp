// SPDX-License-Identifier: MIT
// The only way in which this room writes log lines: counts, by kind, one line a minute. Nothing that came
// from a client fits through here: a line is a literal and numbers. So no line is caused by one person, and
// none says when somebody did something. Counting: any thread. Reporting: one thread.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace durf::net {

/// A text that stood in the source when it was compiled.
class Literal {
 public:
  template <std::size_t Size>
  consteval Literal(const char (&text)[Size]) : text_(text) {}
  const char* text() const { return text_; }

 private:
  const char* text_;
};

/// Writes "words: number".
void log_number(Literal words, std::int64_t number);
void log_words(Literal words);

enum class Counted : std::size_t {
  refused_heads,        ///< HTTP requests that were none, or too large, or too late
  refused_origins,      ///< foreign Host or Origin
  refused_upgrades,     ///< broken WebSocket handshakes
  refused_connections,  ///< the process is full
  refused_messages,     ///< binary, too large, not of this protocol
  late_hellos,
  unanswered_pings,
  slow_connections,
  failed_accepts,
  failed_tls_handshakes,
  limited_requests,  ///< requests, handshakes (those of TLS as well) and connections over the limits of an address
  limited_newcomers,
  floods,  ///< connections that sent too much
  count,
};

class CountedLog {
 public:
  void count(Counted kind) {
    counts_[static_cast<std::size_t>(kind)].fetch_add(1, std::memory_order_relaxed);
  }

  /// Writes one line for each kind that was counted since the last report.
  void report();

 private:
  std::array<std::atomic<std::int64_t>, static_cast<std::size_t>(Counted::count)> counts_{};
};

}  // namespace durf::net
