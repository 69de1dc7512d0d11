// SPDX-License-Identifier: MIT
#include "app/shard_thread.hpp"

#include <exception>

#include "app/endings.hpp"
#include "durf/runtime/faults.hpp"

namespace durf::app {

void run_or_end(runtime::Shard& shard) {
  try {
    shard.run();
  } catch (const std::exception& thrown) {
    end_for_bug(runtime::words_for_log(thrown));
  } catch (...) {
    end_for_bug("an exception without a name");
  }
}

}  // namespace durf::app
