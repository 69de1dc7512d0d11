// SPDX-License-Identifier: MIT
// Random order from the entropy of a stamp. Pure: the same entropy gives the same order, and every order is
// equally likely as far as 256 bits of entropy reach.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace durf::domain {

/// The generator xoshiro256** (D. Blackman, S. Vigna: "Scrambled Linear Pseudorandom Number Generators", ACM
/// Transactions on Mathematical Software 47(4), 2021). The standard library's shuffle would do, but each
/// library has another one, and then a seed of the simulator would mean something else on each machine.
class Xoshiro256 {
 public:
  explicit Xoshiro256(const std::array<std::uint64_t, 4>& seed);

  std::uint64_t next();

  /// Evenly from 0 to bound - 1. Draws that fall into the incomplete last multiple of `bound` are thrown
  /// away, since a remainder alone would favour small numbers.
  std::uint64_t below(std::uint64_t bound);

 private:
  std::array<std::uint64_t, 4> state_;
};

/// Fisher and Yates, in Durstenfeld's form: from the back, each item changes places with one of those not yet
/// placed.
template <class Item>
void shuffle(std::vector<Item>& items, Xoshiro256& generator) {
  for (std::size_t left = items.size(); left > 1; --left)
    std::swap(items[left - 1], items[static_cast<std::size_t>(generator.below(left))]);
}

}  // namespace durf::domain
