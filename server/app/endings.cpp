// SPDX-License-Identifier: MIT
#include "app/endings.hpp"

#include <spdlog/spdlog.h>
#include <unistd.h>

#include "durf/app/exit_code.hpp"

namespace durf::app {

void end_for_disk_fault(std::string_view what) {
  spdlog::critical("the disk failed ({}); ending, so that a restart reads what is really on it", what);
  spdlog::default_logger()->flush();
  ::_exit(exit_code::disk_fault);
}

void end_for_bug(std::string_view what) {
  spdlog::critical("a bug that no session owns ({}); ending, so that a restart goes on from the log", what);
  spdlog::default_logger()->flush();
  ::_exit(exit_code::bug);
}

}  // namespace durf::app
