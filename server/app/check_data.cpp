// SPDX-License-Identifier: MIT
#include "app/check_data.hpp"

#include <unistd.h>

#include <filesystem>
#include <system_error>

namespace durf::app {

namespace fs = std::filesystem;

std::string check_data_directory(const std::string& path) {
  std::error_code failed;
  fs::path place = fs::absolute(path, failed).lexically_normal();
  if (!place.has_filename()) place = place.parent_path();
  const fs::path wanted = place;
  // The nearest folder that is there: in it the others will be made.
  while (!failed && !fs::exists(place, failed) && place.has_parent_path() && place != place.parent_path())
    place = place.parent_path();
  if (failed) return "the data directory '" + path + "' cannot be reached: " + failed.message();
  if (!fs::is_directory(place, failed)) return "'" + place.string() + "' is not a directory";
  if (::access(place.c_str(), R_OK | W_OK | X_OK) != 0) {
    return place == wanted ? "the data directory '" + path + "' cannot be read and written by this user"
                           : "the data directory '" + path + "' cannot be made in '" + place.string() + "' by this user";
  }
  for (const char* name : {"durf.db", "lock"}) {
    const fs::path file = wanted / name;
    if (fs::exists(file, failed) && ::access(file.c_str(), R_OK | W_OK) != 0)
      return "'" + file.string() + "' cannot be read and written by this user";
  }
  // Without its keys no session can be read, and none can be made.
  const fs::path keys = wanted / "keys";
  if (fs::exists(keys, failed)) {
    if (!fs::is_directory(keys, failed)) return "'" + keys.string() + "' is not a directory";
    if (::access(keys.c_str(), R_OK | W_OK | X_OK) != 0)
      return "'" + keys.string() + "' cannot be read and written by this user";
  }
  return "";
}

bool has_database(const std::string& path) {
  std::error_code ignored;
  return fs::exists(path + "/durf.db", ignored);
}

}  // namespace durf::app
