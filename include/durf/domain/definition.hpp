// SPDX-License-Identifier: MIT
// What a session is apart from its participants: its title, its settings and its links. The only part of a session that
// stands on the disk in the clear, so nothing of participants may ever be added here.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "durf/domain/ids.hpp"
#include "durf/domain/limits.hpp"
#include "durf/domain/text.hpp"

namespace durf::domain {

/// Closed and deleted sessions have no phase: there is no state of them any more.
enum class Phase { lobby, live, ended };

/// Everyone but the system looks at the session; the last one is the core's own timers and the server's operator.
enum class Role { participant, presenter, facilitator, moderator, stage, system };

struct Topic {
  TopicId id;
  Text name;
  friend bool operator==(const Topic&, const Topic&) = default;
};

/// A capability: who has its secret has this desk. Revoked by removing it.
struct Link {
  Role role = Role::presenter;  ///< any but participant and system
  std::string label;
  SecretHash secret_hash;
  friend bool operator==(const Link&, const Link&) = default;
};

struct Definition {
  SessionId id;
  Text title;
  std::vector<Topic> topics;  ///< in the order of the screen
  std::int64_t round_ms = limits::round_ms_default;
  bool lobby = true;  ///< begins in the lobby instead of live
  bool rehearsal = false;
  std::uint32_t expected = 25;
  JoinKey join_key;
  std::string join_code;  ///< 6 digits (8 when more than 10 sessions are open)
  std::map<LinkId, Link> links;
  bool moderation = false;  ///< what comes out of the hat waits until a moderator approves it
  /// Insults, one on each line. Without moderation, a text that holds one of them waits for a moderator all the same.
  std::string word_list;
  std::int32_t keep_days = limits::keep_days_default;  ///< after the end, then the session is closed by itself
  std::int32_t ended_day = 0;    ///< days since 1970-01-01 (UTC); 0: not ended
  SecretHash results_hash;       ///< of the results page's link; empty: there is none
  friend bool operator==(const Definition&, const Definition&) = default;
};

}  // namespace durf::domain
