// SPDX-License-Identifier: MIT
// Chance for the load program: ids, masks, who does what when. Fast and good enough for load, worthless for secrets.
// One thread.
#pragma once

#include <random>
#include <string>

namespace durf::load {

/// One for the whole process; seeded by the system, or by `--seed` before anything is drawn.
std::mt19937_64& dice();

/// So many random bits as base64url: 128 (an id, a token, a secret) or 80 (a join key).
std::string random_id(std::size_t bits = 128);

/// From 0 up to, not including, 1.
double random_part();

}  // namespace durf::load
