// SPDX-License-Identifier: MIT
// A disk that fails, for a program that has this loaded before its C library: as long as the file named in $SYNC_FAILS_WHILE is
// there, nothing can be synced. Everything else goes on, which is how a page cache that lies looks from inside.
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace {

int sync_by(long number, int descriptor) {
  const char* flag = std::getenv("SYNC_FAILS_WHILE");
  if (flag == nullptr || ::access(flag, F_OK) != 0) return static_cast<int>(::syscall(number, descriptor));
  errno = EIO;
  return -1;
}

}  // namespace

extern "C" int fsync(int descriptor) { return sync_by(SYS_fsync, descriptor); }
extern "C" int fdatasync(int descriptor) { return sync_by(SYS_fdatasync, descriptor); }
