// SPDX-License-Identifier: MIT
// The last refusals of this epoch, so that a refused command that is sent again is told the same, even if it would be
// accepted now. Bounded; accepted commands are remembered by the state, for as long as the session lives. Pure.
#pragma once

#include <deque>
#include <optional>
#include <unordered_map>

#include "durf/base/id.hpp"
#include "durf/domain/ids.hpp"
#include "durf/domain/rejection.hpp"

namespace durf::session {

class Refusals {
 public:
  void remember(const domain::CommandId& command, const domain::Rejection& rejection);
  std::optional<domain::Rejection> find(const domain::CommandId& command) const;

 private:
  std::unordered_map<domain::CommandId, domain::Rejection, base::IdHash> by_command_;
  std::deque<domain::CommandId> oldest_first_;
};

}  // namespace durf::session
