// SPDX-License-Identifier: MIT
// The few things about files that the standard library does not say: modes, syncing, the page cache. All
// report failure by their result and leave errno as it was set. Any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace durf::storage {

/// Owns a file descriptor.
class FileHandle {
 public:
  FileHandle() = default;
  explicit FileHandle(int descriptor) : descriptor_(descriptor) {}
  FileHandle(FileHandle&& other) noexcept : descriptor_(other.release()) {}
  FileHandle& operator=(FileHandle&&) = delete;
  ~FileHandle();

  explicit operator bool() const { return descriptor_ >= 0; }
  int get() const { return descriptor_; }
  int release();

 private:
  int descriptor_ = -1;
};

/// `flags` as for open(2); a file that is made can be read by its owner only. A link is not followed.
FileHandle open_file(const std::string& path, int flags);

bool write_all(int descriptor, std::span<const std::uint8_t> bytes);
/// True only when exactly as many bytes were there.
bool read_all(int descriptor, std::span<std::uint8_t> bytes);

/// A new or removed name is durable only when its folder is synced too.
bool sync_folder(const std::string& path);

/// Makes the folder if it is not there (its parents must be), and closes it to other users in any case.
bool make_private_folder(const std::string& path);

/// Drops what the page cache believes of this file: after a failed sync it may show pages that never reached
/// the disk. A file that is not there is fine.
void drop_from_page_cache(const std::string& path);

}  // namespace durf::storage
