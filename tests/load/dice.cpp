// SPDX-License-Identifier: MIT
#include "load/dice.hpp"

#include <array>
#include <cstdint>
#include <span>

#include "durf/base/base64url.hpp"

namespace durf::load {

std::mt19937_64& dice() {
  static std::mt19937_64 dice{std::random_device{}()};
  return dice;
}

std::string random_id(std::size_t bits) {
  std::array<std::uint8_t, 16> bytes{};
  for (std::size_t i = 0; i < bytes.size(); i += 8) {
    const std::uint64_t drawn = dice()();
    for (std::size_t byte = 0; byte < 8; ++byte) bytes[i + byte] = static_cast<std::uint8_t>(drawn >> (8 * byte));
  }
  return base::to_base64url(std::span(bytes).first(bits / 8));
}

double random_part() { return std::uniform_real_distribution<double>(0, 1)(dice()); }

}  // namespace durf::load
