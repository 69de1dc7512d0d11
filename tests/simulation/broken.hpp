// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>

namespace durf::simulation {

/// An invariant does not hold.
class Broken : public std::runtime_error {
 public:
  Broken(const std::string& invariant, const std::string& detail)
      : std::runtime_error(invariant + ": " + detail) {}
};

inline void require(bool holds, const char* invariant, const std::string& detail = {}) {
  if (!holds) throw Broken(invariant, detail);
}

}  // namespace durf::simulation
