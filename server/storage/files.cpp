// SPDX-License-Identifier: MIT
#include "storage/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace durf::storage {

FileHandle::~FileHandle() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

int FileHandle::release() { return std::exchange(descriptor_, -1); }

FileHandle open_file(const std::string& path, int flags) {
  return FileHandle(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
}

bool write_all(int descriptor, std::span<const std::uint8_t> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

bool read_all(int descriptor, std::span<std::uint8_t> bytes) {
  while (!bytes.empty()) {
    const ssize_t got = ::read(descriptor, bytes.data(), bytes.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(got));
  }
  std::uint8_t beyond = 0;
  return ::read(descriptor, &beyond, 1) == 0;
}

bool sync_folder(const std::string& path) {
  const FileHandle folder(
      ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));  // may be reached by a link
  return folder && ::fsync(folder.get()) == 0;
}

bool make_private_folder(const std::string& path) {
  if (::mkdir(path.c_str(), S_IRWXU) != 0 && errno != EEXIST) return false;
  return ::chmod(path.c_str(), S_IRWXU) == 0;
}

void drop_from_page_cache(const std::string& path) {
  const FileHandle file = open_file(path, O_RDONLY);
  if (file) ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED);
}

}  // namespace durf::storage
