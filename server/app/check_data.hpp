// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace durf::app {

/// What is wrong with this data directory, as far as that can be seen without touching it; empty when nothing is. One that is
/// not there yet is fine when it can be made. That a server works in it is fine, too: its configuration may be checked meanwhile.
std::string check_data_directory(const std::string& path);

/// Whether a server has ever worked here: what only reads a data directory must not make one of a path that was mistyped.
bool has_database(const std::string& path);

}  // namespace durf::app
