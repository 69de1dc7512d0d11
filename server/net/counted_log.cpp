// SPDX-License-Identifier: MIT
#include "net/counted_log.hpp"

#include <spdlog/spdlog.h>

namespace durf::net {

namespace {

Literal words_for(Counted kind) {
  switch (kind) {
    case Counted::refused_heads:
      return "requests that could not be read, last minute";
    case Counted::refused_origins:
      return "requests with a foreign host or origin, last minute";
    case Counted::refused_upgrades:
      return "handshakes refused, last minute";
    case Counted::refused_connections:
      return "connections refused because the server is full, last minute";
    case Counted::refused_messages:
      return "messages refused, last minute";
    case Counted::late_hellos:
      return "connections without hello, last minute";
    case Counted::unanswered_pings:
      return "connections gone silent, last minute";
    case Counted::slow_connections:
      return "connections too slow, last minute";
    case Counted::failed_accepts:
      return "accepting failed, last minute";
    case Counted::failed_tls_handshakes:
      return "TLS handshakes that came to nothing, last minute";
    case Counted::limited_requests:
      return "requests over the limit of an address, last minute";
    case Counted::limited_newcomers:
      return "phones told to wait, over the limit of an address, last minute";
    case Counted::floods:
      return "connections that sent too much, last minute";
    case Counted::count:
      break;
  }
  return "counted, last minute";
}

}  // namespace

void log_number(Literal words, std::int64_t number) { spdlog::info("net: {}: {}", words.text(), number); }
void log_words(Literal words) { spdlog::info("net: {}", words.text()); }

void CountedLog::report() {
  for (std::size_t kind = 0; kind < counts_.size(); ++kind) {
    const std::int64_t count = counts_[kind].exchange(0, std::memory_order_relaxed);
    if (count > 0) log_number(words_for(static_cast<Counted>(kind)), count);
  }
}

}  // namespace durf::net
