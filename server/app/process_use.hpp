// SPDX-License-Identifier: MIT
#pragma once

#include "durf/runtime/meters.hpp"

namespace durf::app {

/// What this process has used so far, rounded up: whole seconds and 4 MiB, which is more than a hundred connections. Zero where
/// the system does not tell. Any thread.
runtime::ProcessUse process_use();

}  // namespace durf::app
