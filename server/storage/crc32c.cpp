// SPDX-License-Identifier: MIT
#include "storage/crc32c.hpp"

#include <array>

namespace durf::storage {
namespace {

constexpr std::uint32_t polynomial_reflected = 0x82f63b78;

constexpr std::array<std::uint32_t, 256> table = [] {
  std::array<std::uint32_t, 256> all{};
  for (std::uint32_t byte = 0; byte < all.size(); ++byte) {
    std::uint32_t rest = byte;
    for (int bit = 0; bit < 8; ++bit) rest = rest & 1 ? (rest >> 1) ^ polynomial_reflected : rest >> 1;
    all[byte] = rest;
  }
  return all;
}();

}  // namespace

std::uint32_t crc32c(std::uint32_t before, std::string_view bytes) {
  std::uint32_t crc = ~before;
  for (const char byte : bytes) crc = (crc >> 8) ^ table[(crc ^ static_cast<std::uint8_t>(byte)) & 0xff];
  return ~crc;
}

}  // namespace durf::storage
