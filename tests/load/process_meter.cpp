// SPDX-License-Identifier: MIT
#include "load/process_meter.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <system_error>

namespace durf::load {
namespace {

std::string folder_of(int process) { return "/proc/" + std::to_string(process); }

double seconds_by_nanoseconds(int process) {
  double nanoseconds = 0;
  std::error_code error;
  for (std::filesystem::directory_iterator task(folder_of(process) + "/task", error), end; !error && task != end;
       task.increment(error)) {
    std::ifstream file(task->path() / "schedstat");
    double running = 0;
    if (file >> running) nanoseconds += running;
  }
  return nanoseconds / 1e9;
}

double seconds_by_ticks(int process) {
  std::ifstream file(folder_of(process) + "/stat");
  file.ignore(std::numeric_limits<std::streamsize>::max(), ')');  // a program's name may hold anything
  std::string skipped;
  constexpr int fields_before_user_time = 11;
  for (int i = 0; i < fields_before_user_time; ++i) file >> skipped;
  double user = 0, system = 0;
  file >> user >> system;
  return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

}  // namespace

double ProcessMeter::cpu_seconds() const {
  if (!is_on()) return 0;
  const double exact = seconds_by_nanoseconds(process_);
  return exact > 0 ? exact : seconds_by_ticks(process_);
}

std::uint64_t ProcessMeter::resident_kib() const { return status_kib("VmRSS:"); }
std::uint64_t ProcessMeter::resident_peak_kib() const { return status_kib("VmHWM:"); }

std::size_t ProcessMeter::open_files() const {
  if (!is_on()) return 0;
  std::error_code error;
  std::size_t count = 0;
  for (std::filesystem::directory_iterator file(folder_of(process_) + "/fd", error), end; !error && file != end;
       file.increment(error))
    ++count;
  return count;
}

std::uint64_t ProcessMeter::status_kib(const std::string& name) const {
  if (!is_on()) return 0;
  std::ifstream file(folder_of(process_) + "/status");
  for (std::string word; file >> word;) {
    std::uint64_t kib = 0;
    if (word == name && file >> kib) return kib;
  }
  return 0;
}

}  // namespace durf::load
