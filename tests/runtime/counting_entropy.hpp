// SPDX-License-Identifier: MIT
// Entropy that is different at each draw and the same in each test run. Any thread.
#pragma once

#include <atomic>

#include "durf/base/entropy.hpp"

namespace durf::runtime {

class CountingEntropy final : public base::Entropy {
 public:
  void fill(std::span<std::uint8_t> out) override {
    for (std::uint8_t& byte : out) {
      // SplitMix64 (Steele, Lea, Flood, 2014): enough to look random, nothing to rely on.
      std::uint64_t z = state_.fetch_add(0x9e3779b97f4a7c15u) + 0x9e3779b97f4a7c15u;
      z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
      z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
      byte = static_cast<std::uint8_t>((z ^ (z >> 31)) & 0xff);
    }
  }

 private:
  std::atomic<std::uint64_t> state_{1};
};

}  // namespace durf::runtime
