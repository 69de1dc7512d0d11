// SPDX-License-Identifier: MIT
// The chain of checksums through a session's log: each covers its record and the checksum before, so that a
// record that is missing, old or out of place shows, and not only one that is damaged. Pure; any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "storage/crc32c.hpp"
#include "storage/record_cipher.hpp"

namespace durf::storage {

/// Before the first record, and again before a snapshot that took the place of all earlier ones.
inline constexpr std::uint32_t chain_start = 0;

inline std::uint32_t chain(std::uint32_t before, const RecordPlace& place, std::string_view nonce,
                           std::string_view ciphertext) {
  return crc32c(crc32c(crc32c(before, place.bytes()), nonce), ciphertext);
}

}  // namespace durf::storage
