// SPDX-License-Identifier: MIT
// The single gate through which anything of a session becomes visible, and therefore the most security-critical function
// of the program: whatever it does not say, nobody learns. It yields a view: generic entities by collection and id, so that a
// page needs no copy of the rules. What changed between two views is a delta.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "durf/domain/presence.hpp"
#include "durf/domain/state.hpp"

namespace durf::domain {

/// A class of viewers that receives the same frames.
enum class Audience { participant, presenter, facilitator, moderator, stage };
inline constexpr std::array<Audience, 5> all_audiences = {
    Audience::participant, Audience::presenter, Audience::facilitator, Audience::moderator, Audience::stage};

std::string_view name_of(Audience audience);
Audience audience_of(Role role);

enum class Collection { session, topic, question, receipt, link, merge, answer, ask_back };
std::string_view name_of(Collection collection);

using Value = std::variant<bool, std::int64_t, std::string>;

/// Fields of one entity by name. Names are string literals of project.cpp.
using Fields = std::map<std::string_view, Value>;

struct EntityKey {
  Collection collection = Collection::session;
  std::string id;
  friend auto operator<=>(const EntityKey&, const EntityKey&) = default;
};

using View = std::map<EntityKey, Fields>;

View project(const State& state, const Presence& presence, Audience audience);

/// Puts hold only the fields that changed, with absolute values, so that repeating a delta does no harm.
struct Delta {
  std::vector<std::pair<EntityKey, Fields>> puts;
  std::vector<EntityKey> removes;
  bool empty() const { return puts.empty() && removes.empty(); }
  friend bool operator==(const Delta&, const Delta&) = default;
};

Delta difference(const View& before, const View& after);

}  // namespace durf::domain
