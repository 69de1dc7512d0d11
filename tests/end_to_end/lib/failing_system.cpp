// SPDX-License-Identifier: MIT
// A system that fails, for a program that has this loaded before its C library. As long as the file named in $SYNC_FAILS_WHILE is
// there, nothing can be synced; everything else goes on, which is how a page cache that lies looks from inside. As long as the one
// named in $MEMORY_FAILS_WHILE is there, no large piece of memory is to be had.
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdlib>

extern "C" void* __libc_malloc(std::size_t size);  // the one that is hidden here

namespace {

/// Above what the program asks for by itself, below a body of the longest length.
constexpr std::size_t large = 50'000;

bool fails_by(const char* variable) {
  const char* flag = std::getenv(variable);
  return flag != nullptr && ::access(flag, F_OK) == 0;
}

int sync_by(long number, int descriptor) {
  if (!fails_by("SYNC_FAILS_WHILE")) return static_cast<int>(::syscall(number, descriptor));
  errno = EIO;
  return -1;
}

}  // namespace

extern "C" int fsync(int descriptor) { return sync_by(SYS_fsync, descriptor); }
extern "C" int fdatasync(int descriptor) { return sync_by(SYS_fdatasync, descriptor); }

extern "C" void* malloc(std::size_t size) {
  if (size < large || !fails_by("MEMORY_FAILS_WHILE")) return __libc_malloc(size);
  errno = ENOMEM;
  return nullptr;
}
