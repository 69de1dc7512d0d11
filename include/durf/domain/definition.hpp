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

enum class Phase { lobby, live };

enum class Role { participant, presenter, facilitator, system };

struct Topic {
  TopicId id;
  Text name;
  friend bool operator==(const Topic&, const Topic&) = default;
};

/// A capability: who has its secret has this desk. Revoked by removing it.
struct Link {
  Role role = Role::presenter;  ///< presenter or facilitator
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
  friend bool operator==(const Definition&, const Definition&) = default;
};

}  // namespace durf::domain
