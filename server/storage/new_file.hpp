// SPDX-License-Identifier: MIT
// A file that has its name only once it is whole and on the disk, and never takes the place of another. Until then it is called
// NAME.unfinished; one that a program left so is taken over by the next. For its owner only. One thread; every function that
// fails says why in words.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "storage/files.hpp"

namespace durf::storage {

class NewFile {
 public:
  explicit NewFile(std::string path);
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  /// Removes what was not finished.
  ~NewFile();

  std::string begin();
  std::string write(std::string_view bytes);
  std::string finish();
  /// After `finish`: as if it had never been.
  void take_back();

 private:
  std::string unfinished() const { return path_ + ".unfinished"; }
  std::string words(std::string_view what) const;

  std::string path_;
  std::optional<FileHandle> file_;
};

/// The folder in which a name stands.
std::string folder_of(const std::string& path);

}  // namespace durf::storage
