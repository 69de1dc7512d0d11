// SPDX-License-Identifier: MIT
// The way from a session to the connections of one shard.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "durf/domain/ids.hpp"
#include "durf/session/session_core.hpp"

namespace durf::runtime {

using Delivery = std::variant<session::Push, session::Send, session::Close>;

class Deliveries {
 public:
  virtual ~Deliveries() = default;

  virtual std::uint32_t shards() const = 0;

  /// In order, and after all that was given for this shard before. From the session's shard; runs on the named one.
  virtual void deliver(std::uint32_t shard, const domain::SessionId& session, std::vector<Delivery> deliveries) = 0;
};

}  // namespace durf::runtime
