// SPDX-License-Identifier: MIT
// Values of fields, written short.
#pragma once

#include "durf/domain/project.hpp"

namespace durf::domain {

inline Value number(std::int64_t value) { return value; }
inline Value text(std::string_view value) { return std::string(value); }
inline Value flag(bool value) { return value; }

/// Ids that may be empty stand as "" on the wire.
template <class Id>
Value id_or_nothing(const Id& id) {
  return id.empty() ? std::string() : id.text();
}

}  // namespace durf::domain
