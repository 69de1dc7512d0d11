// SPDX-License-Identifier: MIT
// A file's time says when it was last written to, and in a quiet hour that is the moment at which somebody asked
// something. So the database's files get the time of a beat that nobody causes. Main thread.
#pragma once

#include <chrono>
#include <filesystem>

namespace durf::app {

inline constexpr std::chrono::milliseconds file_times_every = std::chrono::seconds(5);

/// Files that are not there are left alone.
void freshen_file_times(const std::filesystem::path& data);

}  // namespace durf::app
