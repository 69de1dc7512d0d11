// SPDX-License-Identifier: MIT
// CRC-32C (Castagnoli): finds what disks do to bytes by accident. Against intent there is the cipher's tag.
// Pure; any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace durf::storage {

/// Continues from `before`, which is 0 at the beginning.
std::uint32_t crc32c(std::uint32_t before, std::string_view bytes);

}  // namespace durf::storage
