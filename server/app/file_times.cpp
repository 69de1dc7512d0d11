// SPDX-License-Identifier: MIT
#include "app/file_times.hpp"

#include <system_error>

namespace durf::app {

void freshen_file_times(const std::filesystem::path& data) {
  const auto now = std::filesystem::file_time_type::clock::now();
  for (const char* name : {"durf.db", "durf.db-wal", "durf.db-shm"}) {
    std::error_code not_there;
    std::filesystem::last_write_time(data / name, now, not_there);
  }
}

}  // namespace durf::app
