// SPDX-License-Identifier: MIT
// A disk that fails on demand, between SQLite and the real files: full, refusing to sync, writing half, or
// losing power. For a power loss it keeps beside each file what was last synced; bytes that were written
// since may be there or not.
#pragma once

#include <cstdint>
#include <string>

namespace durf::test {

/// The one disk of this process, as the VFS `name`. Thread-safe. `reset` before each use.
class FaultyDisk {
 public:
  static constexpr const char* name = "durf-faulty";
  static FaultyDisk& instance();

  void reset();

  /// Writes fail as on a full disk: half of the bytes are written first.
  void set_full(bool full);
  /// Writes fail as for a user whose quota is used up: an I/O error, whose cause the file knows.
  void set_over_quota(bool over);
  /// Syncs fail with an I/O error.
  void set_syncs_fail(bool fail);
  /// Syncs say that they worked and do nothing, as cheap disks do.
  void set_syncs_lie(bool lie);
  /// Only syncs of files whose name ends so fail.
  void set_syncs_fail_of(const std::string& suffix);
  /// Writes fail with an I/O error that is not about room.
  void set_writes_fail(bool fail);

  /// From here on nothing reaches the disk any more; every operation that would change it fails.
  void cut_power();
  /// So many syncs still work, and with the next one the power goes.
  void cut_power_after_syncs(int syncs);
  /// The files become what a disk may hold after the cut: everything that was synced, and of what was written
  /// since an arbitrary part, chosen by `seed`. Call it when nothing has the files open.
  void restore_power(std::uint64_t seed);

  int syncs() const;

 private:
  FaultyDisk();
};

}  // namespace durf::test
