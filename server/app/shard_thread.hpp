// SPDX-License-Identifier: MIT
#pragma once

#include "durf/runtime/shard.hpp"

namespace durf::app {

/// The whole life of a shard's thread. When a handler throws, it ends the process with `exit_code::bug`: at once, since other
/// shards still post to what is broken, and nothing that was acknowledged can be lost by it.
void run_or_end(runtime::Shard& shard);

}  // namespace durf::app
