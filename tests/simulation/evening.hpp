// SPDX-License-Identifier: MIT
// One simulated evening: a handful of phones, desks and a projector, a server that crashes, a disk that fills
// up, a network that is bad; and in the end everything heals and everything must be right. The same seed is
// always the same evening.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "simulation/counts.hpp"
#include "simulation/saboteur.hpp"

namespace durf::simulation {

struct Outcome {
  std::optional<std::string> broken;  ///< which invariant, and how
  std::int64_t at_ms = 0;             ///< when, in simulated time
  Counts counts;
};

Outcome run_evening(std::uint64_t seed, Saboteur& saboteur);

}  // namespace durf::simulation
