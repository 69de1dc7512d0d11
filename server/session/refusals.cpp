// SPDX-License-Identifier: MIT
#include "durf/session/refusals.hpp"

#include "durf/domain/limits.hpp"

namespace durf::session {

void Refusals::remember(const domain::CommandId& command, const domain::Rejection& rejection) {
  if (!by_command_.emplace(command, rejection).second) return;
  oldest_first_.push_back(command);
  if (oldest_first_.size() <= domain::limits::refusals_remembered_max) return;
  by_command_.erase(oldest_first_.front());
  oldest_first_.pop_front();
}

std::optional<domain::Rejection> Refusals::find(const domain::CommandId& command) const {
  const auto found = by_command_.find(command);
  if (found == by_command_.end()) return std::nullopt;
  return found->second;
}

}  // namespace durf::session
