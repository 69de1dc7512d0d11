// SPDX-License-Identifier: MIT
#include "app/disk_room.hpp"

#include <sys/statvfs.h>

namespace durf::app {

bool disk_has_room(const std::string& directory, std::uint64_t bytes_min) {
  struct statvfs found {};
  if (::statvfs(directory.c_str(), &found) != 0) return true;
  return std::uint64_t{found.f_bavail} * found.f_frsize >= bytes_min;
}

}  // namespace durf::app
