// SPDX-License-Identifier: MIT
// What a page hears, read as the page reads it: out of the bytes of a shared frame. Throws when they are not
// what PROTOCOL.md allows, which fails the test.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "durf/domain/project.hpp"
#include "durf/protocol/shared_frame.hpp"

namespace durf::testing {

/// Collection and id.
using Key = std::pair<std::string, std::string>;
using Entity = std::map<std::string, domain::Value>;
/// What a page holds.
using Entities = std::map<Key, Entity>;

struct Heard {
  enum class Kind { welcome, frame, snapshot, clock, reply, other };
  Kind kind = Kind::welcome;
  std::string text;   ///< the message as JSON
  std::string epoch;  ///< of welcome, frame, snapshot
  std::uint64_t number = 0;
  std::vector<std::pair<Key, Entity>> puts;
  std::vector<Key> removes;
  std::string command;  ///< of a reply
  std::string code;     ///< of a reply: empty when accepted
  std::string receipt;
};

Heard hear(const protocol::SharedFrame& frame);

/// A frame's changes upon what the page holds; a snapshot replaces it.
void take_in(Entities& entities, const Heard& heard);

/// What a page holds that was shown this view.
Entities entities_of(const domain::View& view);

}  // namespace durf::testing
