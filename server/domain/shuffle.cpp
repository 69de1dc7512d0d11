// SPDX-License-Identifier: MIT
#include "domain/shuffle.hpp"

#include <bit>

#include "durf/base/assert.hpp"

namespace durf::domain {

Xoshiro256::Xoshiro256(const std::array<std::uint64_t, 4>& seed) : state_(seed) {
  // From nothing but zeros this generator never gets away.
  if (state_ == std::array<std::uint64_t, 4>{}) state_[0] = 1;
}

std::uint64_t Xoshiro256::next() {
  const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

std::uint64_t Xoshiro256::below(std::uint64_t bound) {
  DURF_ASSERT(bound > 0);
  constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t even = largest - largest % bound;  // a multiple of the bound
  std::uint64_t drawn = next();
  while (drawn >= even) drawn = next();
  return drawn % bound;
}

}  // namespace durf::domain
