// SPDX-License-Identifier: MIT
#include "storage/new_file.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <span>
#include <utility>

namespace durf::storage {
namespace {

bool is_there(const std::string& path) {
  struct stat found {};
  return ::lstat(path.c_str(), &found) == 0;
}

/// Not every file system can rename without replacing; there the last look comes a moment before.
bool name(const std::string& from, const std::string& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  if (is_there(to)) {
    errno = EEXIST;
    return false;
  }
  return ::rename(from.c_str(), to.c_str()) == 0;
}

}  // namespace

std::string folder_of(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  return folder.empty() ? "." : folder.native();
}

NewFile::NewFile(std::string path) : path_(std::move(path)) {}

NewFile::~NewFile() {
  if (file_) ::unlink(unfinished().c_str());  // while its lock is held: it is nobody else's
}

std::string NewFile::words(std::string_view what) const {
  return path_ + " cannot be " + std::string(what) + ": " + std::strerror(errno) + ".";
}

std::string NewFile::begin() {
  if (is_there(path_)) return path_ + " is there already. It was not touched; choose another name.";
  FileHandle file = open_file(unfinished(), O_WRONLY | O_CREAT);
  if (!file) return words("made");
  if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) return path_ + " is being written by another program.";
  if (::fchmod(file.get(), S_IRUSR | S_IWUSR) != 0 || ::ftruncate(file.get(), 0) != 0) return words("made");
  file_.emplace(std::move(file));
  return {};
}

std::string NewFile::write(std::string_view bytes) {
  const auto* begin = reinterpret_cast<const std::uint8_t*>(bytes.data());
  return write_all(file_->get(), {begin, bytes.size()}) ? std::string() : words("written");
}

std::string NewFile::finish() {
  if (::fsync(file_->get()) != 0) return words("written");
  if (!name(unfinished(), path_)) return words("given its name");
  file_.reset();
  if (sync_folder(folder_of(path_))) return {};
  std::string why = words("synced to disk");
  take_back();
  return why;
}

void NewFile::take_back() {
  ::unlink(path_.c_str());
  sync_folder(folder_of(path_));
}

}  // namespace durf::storage
