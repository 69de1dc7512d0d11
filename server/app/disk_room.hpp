// SPDX-License-Identifier: MIT
// Whether there is room left where the data is. Looked up by the clock and not found out by a commit that was refused: so it
// tells nothing of what anybody does.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace durf::app {

/// The log is written anew to forget, which takes its size once more; a session of 500 questions has some 2 MB. With less than
/// this, several of them at the same time may be refused.
inline constexpr std::uint64_t disk_room_bytes_min = 64 * 1'024 * 1'024;
inline constexpr std::chrono::seconds disk_room_every{10};

/// True when it cannot be found out: the log will tell.
bool disk_has_room(const std::string& directory, std::uint64_t bytes_min = disk_room_bytes_min);

}  // namespace durf::app
