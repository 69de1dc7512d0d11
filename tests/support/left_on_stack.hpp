// SPDX-License-Identifier: MIT
// Something that a call leaves on the stack when it returns, and whether it still stands there.
#pragma once

#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <string_view>

namespace durf::testing {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool stacks_are_real = false;
#else
inline constexpr bool stacks_are_real = true;
#endif

inline constexpr std::string_view left_behind = "what nobody should find here";

/// Where it stands: so deep that the next calls do not reach it.
[[gnu::noinline]] inline const void* leave_on_stack() {
  std::array<char, 64 * 1024> frame;
  std::memcpy(frame.data(), left_behind.data(), left_behind.size());
  const void* at = frame.data();
  asm volatile("" : "+r"(at) : : "memory");  // somebody could read it: so the compiler writes it
  return at;
}

/// Any thread. Asks the system, since the memory belongs to no object any more.
inline bool is_left(const void* at) {
  std::array<char, left_behind.size()> found{};
  const iovec here{found.data(), found.size()};
  const iovec there{const_cast<void*>(at), found.size()};
  const auto read = ::process_vm_readv(::getpid(), &here, 1, &there, 1, 0);
  return read == static_cast<ssize_t>(found.size()) && std::string_view(found.data(), found.size()) == left_behind;
}

}  // namespace durf::testing
