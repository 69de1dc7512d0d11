// SPDX-License-Identifier: MIT
#include "durf/storage/key_files.hpp"

#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <string.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>

#include "durf/domain/ids.hpp"
#include "storage/files.hpp"

namespace durf::storage {
namespace {

constexpr std::string_view unfinished = ".new";

/// Bytes of a key on the stack, wiped when they go out of scope.
struct KeyBytes {
  std::array<std::uint8_t, 32> bytes{};
  ~KeyBytes() { ::explicit_bzero(bytes.data(), bytes.size()); }
};

bool is_session(std::string_view text) { return domain::SessionId::from_text(text).has_value(); }

/// The session's text may itself contain '-', so the generation begins behind the last one.
std::optional<base::KeyName> name_from(std::string_view file) {
  const std::size_t dash = file.rfind('-');
  if (dash == std::string_view::npos || !is_session(file.substr(0, dash))) return std::nullopt;
  base::KeyName name{std::string(file.substr(0, dash)), 0};
  const char* const end = file.data() + file.size();
  const auto [stopped, fault] = std::from_chars(file.data() + dash + 1, end, name.generation);
  if (fault != std::errc() || stopped != end || name.generation == 0) return std::nullopt;
  return name;
}

/// Overwrites and unlinks. True when no such file is left.
bool shred(const std::string& path) {
  const FileHandle file = open_file(path, O_WRONLY);
  if (!file) return errno == ENOENT;
  const KeyBytes zeros;
  // A file system may put the zeros elsewhere than the key was; nothing below the disk's encryption helps
  // against that.
  const bool overwritten = write_all(file.get(), zeros.bytes) && ::fsync(file.get()) == 0;
  return ::unlink(path.c_str()) == 0 && overwritten;
}

bool write_new(const std::string& path, std::span<const std::uint8_t> key) {
  const FileHandle file = open_file(path, O_WRONLY | O_CREAT | O_EXCL);
  return file && write_all(file.get(), key) && ::fsync(file.get()) == 0;
}

}  // namespace

KeyFiles::KeyFiles(std::string folder, base::Entropy& entropy)
    : folder_(std::move(folder)), entropy_(entropy) {
  if (!make_private_folder(folder_)) spdlog::error("keys: the folder cannot be made ({})", ::strerror(errno));
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder_, failed))
    if (entry.path().native().ends_with(unfinished)) shred(entry.path().native());
  sync_folder(folder_);
}

std::string KeyFiles::path_of(const base::KeyName& name) const {
  return folder_ + "/" + name.session + "-" + std::to_string(name.generation);
}

base::SharedKey KeyFiles::create(const base::KeyName& name) {
  KeyBytes key;
  entropy_.fill(key.bytes);
  return keep(name, std::make_shared<const base::SessionKey>(key.bytes));
}

base::SharedKey KeyFiles::keep(const base::KeyName& name, const base::SharedKey& key) {
  if (!is_session(name.session)) return nullptr;
  const std::string path = path_of(name);
  const std::string path_new = path + std::string(unfinished);
  shred(path_new);
  if (write_new(path_new, key->bytes()) && destroy(name) && ::rename(path_new.c_str(), path.c_str()) == 0 &&
      sync_folder(folder_))
    return key;
  spdlog::error("keys: a key could not be written ({})", ::strerror(errno));
  shred(path_new);
  destroy(name);
  return nullptr;
}

base::SharedKey KeyFiles::load(const base::KeyName& name) {
  if (!is_session(name.session)) return nullptr;
  const FileHandle file = open_file(path_of(name), O_RDONLY);
  KeyBytes key;
  if (!file || !read_all(file.get(), key.bytes)) return nullptr;
  return std::make_shared<const base::SessionKey>(key.bytes);
}

bool KeyFiles::destroy(const base::KeyName& name) {
  if (!is_session(name.session)) return true;
  const bool shredded = shred(path_of(name));
  // Also when nothing was there: an earlier attempt may have been cut short before this.
  return sync_folder(folder_) && shredded;
}

std::vector<base::KeyName> KeyFiles::list() {
  std::vector<base::KeyName> names;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder_, failed))
    if (auto name = name_from(entry.path().filename().native())) names.push_back(std::move(*name));
  return names;
}

}  // namespace durf::storage
