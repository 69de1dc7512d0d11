// SPDX-License-Identifier: MIT
#include "durf/storage/data_directory.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "storage/files.hpp"

namespace durf::storage {
namespace {

DataDirectory::Opened refuse(std::string words) { return {std::nullopt, std::move(words)}; }

}  // namespace

DataDirectory::Opened DataDirectory::open(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code failed;
  const fs::path whole = fs::absolute(path, failed).lexically_normal();
  const fs::path parent = whole.has_filename() ? whole.parent_path() : whole.parent_path().parent_path();
  if (!failed) fs::create_directories(parent, failed);
  if (failed) return refuse("The data directory " + path + " cannot be made: " + failed.message() + ".");
  if (!make_private_folder(path))
    return refuse("The data directory " + path +
                  " cannot be made or closed to other users: " + std::strerror(errno) + ".");

  FileHandle lock = open_file(path + "/lock", O_RDWR | O_CREAT);
  if (!lock)
    return refuse("The data directory " + path + " cannot be written: " + std::strerror(errno) + ".");
  if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK)
      return refuse("Another Durf is working with the data directory " + path +
                    ". Stop that one, or give this one a directory of its own.");
    return refuse("The data directory " + path + " cannot be locked: " + std::strerror(errno) + ".");
  }
  // A parent that we may pass through but not read was there before us, so our name in it is old enough.
  if (!sync_folder(path) || (!sync_folder(parent) && errno != EACCES))
    return refuse("The data directory " + path + " cannot be synced to disk: " + std::strerror(errno) + ".");
  return {DataDirectory(path, lock.release()), {}};
}

DataDirectory::DataDirectory(DataDirectory&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

DataDirectory::~DataDirectory() {
  if (lock_ >= 0)
    ::close(
        lock_);  // and with it the lock; the file stays, or a third process could lock a name that is gone
}

}  // namespace durf::storage
