// SPDX-License-Identifier: MIT
#include "durf/base/dead_stack.hpp"

#include <cstring>

namespace durf::base {

[[gnu::noinline]] void wipe_dead_stack() {
  unsigned char below[dead_stack_wiped_bytes];
  std::memset(below, 0, sizeof below);
  asm volatile("" : : "r"(below) : "memory");  // somebody could read it: so the compiler leaves it in
}

}  // namespace durf::base
