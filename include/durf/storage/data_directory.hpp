// SPDX-License-Identifier: MIT
// The folder in which a server keeps everything, held by one process at a time. Take it before anything else:
// two servers can share a port without noticing (SO_REUSEPORT), but never a log. Owned by the app, longer
// than whatever works inside.
#pragma once

#include <optional>
#include <string>

namespace durf::storage {

class DataDirectory {
 public:
  struct Opened;

  /// Makes the folder when it is not there, closes it to other users (0700) and locks it until the object is
  /// gone or the process has died, however it died.
  static Opened open(const std::string& path);

  DataDirectory(DataDirectory&& other) noexcept;
  DataDirectory& operator=(DataDirectory&&) = delete;
  ~DataDirectory();

  const std::string& path() const { return path_; }
  std::string keys_path() const { return path_ + "/keys"; }

 private:
  DataDirectory(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}

  std::string path_;
  int lock_;  ///< descriptor that holds the lock
};

struct DataDirectory::Opened {
  std::optional<DataDirectory> directory;
  std::string refusal;  ///< why there is none, in words for the host
};

}  // namespace durf::storage
