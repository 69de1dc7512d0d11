// SPDX-License-Identifier: MIT
// Chance under a seed: the same seed always throws the same. SplitMix64, since the standard's distributions
// differ between libraries, and a seed that failed must fail everywhere.
#pragma once

#include <cstdint>
#include <vector>

namespace durf::simulation {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15U + 1) {}

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31);
  }
  /// From 0, below `bound`. The bounds here are tiny, so the bias of the remainder does not matter.
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  std::int64_t between(std::int64_t from, std::int64_t to) {
    return from + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(to - from + 1)));
  }
  bool chance(std::uint64_t of_1000) { return below(1'000) < of_1000; }
  template <class Thing>
  const Thing& pick(const std::vector<Thing>& things) {
    return things[below(things.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace durf::simulation
