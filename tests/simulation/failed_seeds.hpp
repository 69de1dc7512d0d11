// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace durf::simulation {

/// Adds it to simulation/failed_seeds.txt beside the program.
void keep_failed_seed(std::uint64_t seed);

}  // namespace durf::simulation
