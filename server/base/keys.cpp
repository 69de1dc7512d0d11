// SPDX-License-Identifier: MIT
#include "durf/base/keys.hpp"

namespace durf::base {

SessionKey::~SessionKey() {
  // Through a volatile pointer, or the compiler may leave out stores to memory that is about to be freed.
  volatile std::uint8_t* byte = bytes_.data();
  for (std::size_t i = 0; i < bytes_.size(); ++i) byte[i] = 0;
}

}  // namespace durf::base
