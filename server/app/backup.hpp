// SPDX-License-Identifier: MIT
// `durf backup` and `durf restore` as their operator meets them.
#pragma once

#include "durf/app/config.hpp"

namespace durf::app {

/// Asks the running server for a backup or, when none runs, opens the data directory. The exit code.
int back_up(const BackUp& wish);

/// The exit code.
int restore(const Restore& wish);

}  // namespace durf::app
