// SPDX-License-Identifier: MIT
// The real clock and the real entropy. Any thread.
#pragma once

#include "durf/base/clock.hpp"
#include "durf/base/entropy.hpp"

namespace durf::runtime {

class OsClock final : public base::Clock {
 public:
  base::SteadyMs now() const override;
};

class OsEntropy final : public base::Entropy {
 public:
  void fill(std::span<std::uint8_t> out) override;
};

}  // namespace durf::runtime
