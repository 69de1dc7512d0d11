// SPDX-License-Identifier: MIT
#pragma once

#include "app/gathered_log.hpp"
#include "durf/app/config.hpp"

namespace durf::app {

/// Serves until SIGINT or SIGTERM; `log` is what the program's log goes through. The exit code.
int serve(const Config& config, GatheredLog& log);

/// Prints fresh desk links, by the running server or, when none runs, by opening the data directory. The exit code.
int print_links(const PrintLinks& wish);

/// Whether a server could start with this configuration, without starting one. The exit code.
int check(const Config& config);

}  // namespace durf::app
