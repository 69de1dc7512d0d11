// SPDX-License-Identifier: MIT
// Entropy that is different at each draw and the same in each test run, and fails when it is told to. Any thread.
#pragma once

#include <atomic>

#include "durf/base/assert.hpp"
#include "durf/base/entropy.hpp"

namespace durf::runtime {

class CountingEntropy final : public base::Entropy {
 public:
  /// The next draw of so many bytes meets a bug.
  void break_next(std::size_t size) { breaks_at_ = size; }

  void fill(std::span<std::uint8_t> out) override {
    std::size_t size = out.size();
    DURF_ASSERT(!breaks_at_.compare_exchange_strong(size, 0));
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
  std::atomic<std::size_t> breaks_at_{0};  ///< 0: none
};

}  // namespace durf::runtime
