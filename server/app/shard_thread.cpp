// SPDX-License-Identifier: MIT
#include "app/shard_thread.hpp"

#include <spdlog/spdlog.h>
#include <unistd.h>

#include "durf/app/exit_code.hpp"
#include "durf/runtime/faults.hpp"

namespace durf::app {
namespace {

[[noreturn]] void end_for_bug(const char* what) {
  spdlog::critical("a bug that no session owns ({}); ending, so that a restart goes on from the log", what);
  spdlog::default_logger()->flush();
  ::_exit(exit_code::bug);
}

}  // namespace

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
