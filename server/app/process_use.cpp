// SPDX-License-Identifier: MIT
#include "app/process_use.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <fstream>

namespace durf::app {
namespace {

constexpr std::uint64_t memory_step_bytes = 4 * 1'024 * 1'024;

std::uint64_t resident_bytes() {
  std::ifstream file("/proc/self/statm");  // proc(5): pages in all, pages in memory
  std::uint64_t all = 0;
  std::uint64_t resident = 0;
  if (!(file >> all >> resident)) return 0;
  return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

runtime::ProcessUse process_use() {
  runtime::ProcessUse use;
  rusage used{};
  if (::getrusage(RUSAGE_SELF, &used) == 0)
    use.cpu_seconds = static_cast<std::uint64_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1);
  use.memory_bytes = (resident_bytes() + memory_step_bytes - 1) / memory_step_bytes * memory_step_bytes;
  return use;
}

}  // namespace durf::app
