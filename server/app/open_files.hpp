// SPDX-License-Identifier: MIT
// How many connections the system lets this process have: each one is an open file.
#pragma once

#include <cstddef>
#include <cstdint>

namespace durf::app {

/// Raises the process's limit of open files as far as it may. What it is then.
std::uint64_t raise_open_files();

/// Connections for which `open_files` leave room, beside what `threads` threads, the log and the keys need. With very few, half
/// of them.
std::size_t connections_within(std::uint64_t open_files, std::size_t threads);

}  // namespace durf::app
