// SPDX-License-Identifier: MIT
#include "durf/runtime/wiped_memory.hpp"

#include <malloc.h>
#include <openssl/crypto.h>
#include <string.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>

#include "durf/base/assert.hpp"

namespace {

void wipe_and_free(void* memory) {
  if (memory == nullptr) return;
  ::explicit_bzero(memory, ::malloc_usable_size(memory));  // the compiler leaves this one in
  std::free(memory);
}

}  // namespace

namespace durf::runtime {

void wipe_freed_memory() {
  const int taken = CRYPTO_set_mem_functions(
      [](std::size_t size, const char*, int) { return size == 0 ? nullptr : std::malloc(size); },
      [](void* old, std::size_t size, const char*, int) -> void* {
        if (size == 0) {
          wipe_and_free(old);
          return nullptr;
        }
        void* const grown = std::malloc(size);
        if (grown == nullptr || old == nullptr) return grown;
        ::memcpy(grown, old, std::min(size, ::malloc_usable_size(old)));
        wipe_and_free(old);
        return grown;
      },
      [](void* memory, const char*, int) { wipe_and_free(memory); });
  DURF_ASSERT(taken == 1);
}

}  // namespace durf::runtime

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

// The other forms of the language's library come down to these.

void* operator new(std::size_t size) {
  for (;;) {
    if (void* const memory = std::malloc(std::max<std::size_t>(size, 1))) return memory;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

void* operator new(std::size_t size, std::align_val_t alignment) {
  for (;;) {
    void* memory = nullptr;
    const auto at = std::max(static_cast<std::size_t>(alignment), sizeof(void*));
    if (::posix_memalign(&memory, at, std::max<std::size_t>(size, 1)) == 0) return memory;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

void operator delete(void* memory) noexcept { wipe_and_free(memory); }
void operator delete(void* memory, std::size_t) noexcept { wipe_and_free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { wipe_and_free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { wipe_and_free(memory); }

#endif
