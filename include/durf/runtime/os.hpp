// SPDX-License-Identifier: MIT
// The real clock, the real calendar and the real entropy. Any thread.
#pragma once

#include "durf/base/calendar.hpp"
#include "durf/base/clock.hpp"
#include "durf/base/entropy.hpp"

namespace durf::runtime {

class OsClock final : public base::Clock {
 public:
  base::SteadyMs now() const override;
};

class OsCalendar final : public base::Calendar {
 public:
  std::int32_t today() const override;
  std::int64_t seconds() const override;
};

class OsEntropy final : public base::Entropy {
 public:
  void fill(std::span<std::uint8_t> out) override;
};

}  // namespace durf::runtime
