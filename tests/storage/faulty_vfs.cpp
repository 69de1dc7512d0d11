// SPDX-License-Identifier: MIT
#include "faulty_vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <new>
#include <optional>
#include <random>
#include <vector>

namespace durf::test {
namespace {

/// A write (or, without bytes, a truncation) that was not synced yet.
struct Change {
  sqlite3_int64 offset = 0;
  std::string bytes;
  bool truncates = false;
};

struct Image {
  std::string synced;
  std::vector<Change> since;
};

void carry_out(std::string& file, const Change& change) {
  const auto offset = static_cast<std::size_t>(change.offset);
  if (change.truncates) return file.resize(offset);
  if (file.size() < offset + change.bytes.size()) file.resize(offset + change.bytes.size());
  std::copy(change.bytes.begin(), change.bytes.end(), file.begin() + static_cast<std::ptrdiff_t>(offset));
}

struct State {
  std::mutex mutex;
  bool full = false;
  bool over_quota = false;
  bool writes_fail = false;
  bool syncs_fail = false;
  bool syncs_lie = false;
  std::string syncs_fail_of;
  bool dead = false;
  std::optional<int> syncs_left;
  int syncs = 0;
  std::map<std::string, Image> images;
};

State& state() {
  static State all;
  return all;
}

struct FaultyFile {
  sqlite3_file base;
  sqlite3_file* real;
  const char* path;
};

FaultyFile& of(sqlite3_file* file) { return *reinterpret_cast<FaultyFile*>(file); }
sqlite3_file* real(sqlite3_file* file) { return of(file).real; }

int close(sqlite3_file* file) {
  const int result = real(file)->pMethods->xClose(real(file));
  sqlite3_free(of(file).real);
  return result;
}

int read(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
  return real(file)->pMethods->xRead(real(file), to, size, offset);
}

int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  const std::lock_guard lock(state().mutex);
  if (state().dead || state().writes_fail) return SQLITE_IOERR_WRITE;
  if (state().over_quota) return SQLITE_IOERR_WRITE;
  const int fits = state().full ? size / 2 : size;
  const int result = real(file)->pMethods->xWrite(real(file), from, fits, offset);
  if (result == SQLITE_OK && of(file).path)
    state().images[of(file).path].since.push_back(
        {offset, std::string(static_cast<const char*>(from), static_cast<std::size_t>(fits))});
  return state().full ? SQLITE_FULL : result;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  const std::lock_guard lock(state().mutex);
  if (state().dead) return SQLITE_IOERR_TRUNCATE;
  const int result = real(file)->pMethods->xTruncate(real(file), size);
  if (result == SQLITE_OK && of(file).path) state().images[of(file).path].since.push_back({size, "", true});
  return result;
}

int sync(sqlite3_file* file, int flags) {
  const std::lock_guard lock(state().mutex);
  const std::string path = of(file).path ? of(file).path : "";
  const bool chosen = !state().syncs_fail_of.empty() && path.ends_with(state().syncs_fail_of);
  if (state().syncs_left && (*state().syncs_left)-- == 0) state().dead = true;
  if (state().dead || state().syncs_fail || chosen) return SQLITE_IOERR_FSYNC;
  ++state().syncs;
  if (state().syncs_lie) return SQLITE_OK;
  Image& image = state().images[path];
  for (const Change& change : image.since) carry_out(image.synced, change);
  image.since.clear();
  return real(file)->pMethods->xSync(real(file), flags);
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}
int lock(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }
int unlock(sqlite3_file* file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
int check_lock(sqlite3_file* file, int* locked) {
  return real(file)->pMethods->xCheckReservedLock(real(file), locked);
}
int control(sqlite3_file* file, int what, void* with) {
  if (what == SQLITE_FCNTL_LAST_ERRNO) {
    const std::lock_guard lock(state().mutex);
    *static_cast<int*>(with) = state().over_quota ? EDQUOT : 0;
    return SQLITE_OK;
  }
  return real(file)->pMethods->xFileControl(real(file), what, with);
}
int sector_size(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
int characteristics(sqlite3_file*) { return 0; }  // promises nothing

sqlite3_io_methods methods() {
  sqlite3_io_methods all{};
  all.iVersion = 1;  // no shared memory: the log must not need any
  all.xClose = close;
  all.xRead = read;
  all.xWrite = write;
  all.xTruncate = truncate;
  all.xSync = sync;
  all.xFileSize = file_size;
  all.xLock = lock;
  all.xUnlock = unlock;
  all.xCheckReservedLock = check_lock;
  all.xFileControl = control;
  all.xSectorSize = sector_size;
  all.xDeviceCharacteristics = characteristics;
  return all;
}

sqlite3_vfs* real_vfs() {
  static sqlite3_vfs* const vfs = sqlite3_vfs_find(nullptr);
  return vfs;
}

int open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* flags_out) {
  static const sqlite3_io_methods all = methods();
  auto& faulty = *new (file) FaultyFile{};
  faulty.real = static_cast<sqlite3_file*>(sqlite3_malloc(real_vfs()->szOsFile));
  std::memset(faulty.real, 0, static_cast<std::size_t>(real_vfs()->szOsFile));
  faulty.path = path;
  const int result = real_vfs()->xOpen(real_vfs(), path, faulty.real, flags, flags_out);
  if (result != SQLITE_OK) {
    sqlite3_free(faulty.real);
    return result;
  }
  faulty.base.pMethods = &all;
  const std::lock_guard lock(state().mutex);
  if (path && !state().images.contains(path)) {
    // What is there when the disk is first used counts as synced.
    std::ifstream present(path, std::ios::binary);
    state().images[path].synced.assign(std::istreambuf_iterator<char>(present), {});
  }
  return SQLITE_OK;
}

int remove(sqlite3_vfs*, const char* path, int sync_folder) {
  const std::lock_guard lock(state().mutex);
  if (state().dead) return SQLITE_IOERR_DELETE;
  state().images.erase(path);
  return real_vfs()->xDelete(real_vfs(), path, sync_folder);
}

}  // namespace

FaultyDisk& FaultyDisk::instance() {
  static FaultyDisk disk;
  return disk;
}

FaultyDisk::FaultyDisk() {
  static sqlite3_vfs vfs = *real_vfs();
  vfs.zName = name;
  vfs.szOsFile = sizeof(FaultyFile);
  vfs.pNext = nullptr;
  vfs.xOpen = open;
  vfs.xDelete = remove;
  sqlite3_vfs_register(&vfs, 0);
}

void FaultyDisk::reset() {
  const std::lock_guard lock(state().mutex);
  state().full = state().over_quota = state().writes_fail = state().syncs_fail = state().syncs_lie =
      state().dead = false;
  state().syncs_fail_of.clear();
  state().syncs_left.reset();
  state().syncs = 0;
  state().images.clear();
}

void FaultyDisk::set_full(bool full) {
  const std::lock_guard lock(state().mutex);
  state().full = full;
}

void FaultyDisk::set_over_quota(bool over) {
  const std::lock_guard lock(state().mutex);
  state().over_quota = over;
}

void FaultyDisk::set_syncs_fail(bool fail) {
  const std::lock_guard lock(state().mutex);
  state().syncs_fail = fail;
}

void FaultyDisk::set_syncs_lie(bool lie) {
  const std::lock_guard lock(state().mutex);
  state().syncs_lie = lie;
}

void FaultyDisk::set_syncs_fail_of(const std::string& suffix) {
  const std::lock_guard lock(state().mutex);
  state().syncs_fail_of = suffix;
}

void FaultyDisk::set_writes_fail(bool fail) {
  const std::lock_guard lock(state().mutex);
  state().writes_fail = fail;
}

void FaultyDisk::cut_power() {
  const std::lock_guard lock(state().mutex);
  state().dead = true;
}

void FaultyDisk::cut_power_after_syncs(int syncs) {
  const std::lock_guard lock(state().mutex);
  state().syncs_left = syncs;
}

void FaultyDisk::restore_power(std::uint64_t seed) {
  const std::lock_guard lock(state().mutex);
  std::mt19937_64 random(seed);
  for (auto& [path, image] : state().images) {
    for (const Change& change : image.since)
      if (random() % 2 == 0) carry_out(image.synced, change);
    image.since.clear();
    std::ofstream(path, std::ios::binary | std::ios::trunc) << image.synced;
  }
  state().dead = false;
  state().syncs_left.reset();
}

int FaultyDisk::syncs() const {
  const std::lock_guard lock(state().mutex);
  return state().syncs;
}

}  // namespace durf::test
