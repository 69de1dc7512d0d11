// SPDX-License-Identifier: MIT
// What the server tells about itself in numbers, for whoever watches over it. Everything that a participant moves stands still
// between two round releases, and is then published for all sessions together, at most once a minute: a number that moved with
// a tap, kept by whoever reads it every few seconds, would be the record of times that no log of ours keeps. That goes for what
// the process uses as well, since every tap costs something. Owned by the app, longer than the sessions. Any thread; the mutex
// is on the path of no message.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>

#include "durf/base/clock.hpp"
#include "durf/session/measures.hpp"

namespace durf::session {
class SessionCore;
}

namespace durf::runtime {

/// From one publication to the next. Rounds may be as short as 5 s; a minute is what counted log lines have, too.
inline constexpr std::int64_t publish_meters_every_ms = 60'000;

/// Rounded by whoever finds it out, so that it does not tell of a single connection.
struct ProcessUse {
  std::uint64_t cpu_seconds = 0;
  std::uint64_t memory_bytes = 0;
  friend bool operator==(const ProcessUse&, const ProcessUse&) = default;
};

class Meters {
 public:
  struct Published {
    session::Measures measures;
    session::Crowd crowd;
    ProcessUse process;
    std::int64_t sessions = 0;  ///< not closed. Moved by facilitators and by the calendar, so it is told at once
    friend bool operator==(const Published&, const Published&) = default;
  };

  /// `clock` outlives this. `process_use` is asked with every publication, on the thread that hands over.
  Meters(const base::Clock& clock, std::function<ProcessUse()> process_use);

  /// What a session counted, and by how much its crowd differs from what it told last. Only when it may: at a round release,
  /// and at its end.
  void hand_over(const session::Measures& measures, const session::Crowd& change);

  void session_opened();
  void session_closed();

  Published published() const;

 private:
  const base::Clock& clock_;
  const std::function<ProcessUse()> process_use_;
  mutable std::mutex mutex_;  // guards all below
  session::Measures gathered_;
  session::Crowd crowd_;
  Published published_;
  std::optional<base::SteadyMs> published_at_;
};

/// The hand of one session, on its shard: remembers what its crowd was told to be, and keeps what must wait.
class SessionMeter {
 public:
  /// Without meters nothing is kept.
  explicit SessionMeter(Meters* meters);
  SessionMeter(const SessionMeter&) = delete;
  SessionMeter& operator=(const SessionMeter&) = delete;

  /// What the core has counted is told when a round has left nothing in the hat, as questions are.
  void after_step(session::SessionCore& core);

  /// From a core that goes: it waits for a release of the next one. Why a core goes may be one person's doing.
  void keep(const session::Measures& measures);
  // What only the host can count.
  void keep_append(log::AppendOutcome outcome, std::int64_t ms) { kept_.count_append(outcome, ms); }
  void keep_bug() { ++kept_.bugs; }

  /// The session is closed: what was kept, and nobody is there any more.
  void close();

 private:
  void tell(const session::Crowd& crowd);

  Meters* meters_;
  session::Measures kept_;
  session::Crowd told_;
};

}  // namespace durf::runtime
