// SPDX-License-Identifier: MIT
// The ways in which the simulator is lied to, each of them a bug that somebody could write.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "simulation/saboteur.hpp"

namespace durf::simulation {

struct Sabotage {
  std::string_view name;
  std::string_view invariant;  ///< that must find it: the beginning of what `Broken` says
  std::function<std::unique_ptr<Saboteur>()> make;
};

const std::vector<Sabotage>& sabotages();

}  // namespace durf::simulation
