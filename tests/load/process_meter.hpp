// SPDX-License-Identifier: MIT
// What another process of this machine has used, as /proc tells it: CPU of all its threads to the nanosecond where the
// kernel counts so (threads that have ended are not in it; the server's do not), else to its tick of 10 ms; and memory.
// Zero everywhere for no process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace durf::load {

class ProcessMeter {
 public:
  explicit ProcessMeter(int process) : process_(process) {}

  bool is_on() const { return process_ > 0; }
  double cpu_seconds() const;
  std::uint64_t resident_kib() const;
  std::uint64_t resident_peak_kib() const;  ///< since it started
  std::size_t open_files() const;

 private:
  std::uint64_t status_kib(const std::string& name) const;

  int process_;
};

}  // namespace durf::load
