// SPDX-License-Identifier: MIT
// Where random bytes come from. The real one is the operating system's generator; tests give a seeded one.
#pragma once

#include <cstdint>
#include <span>

namespace durf::base {

class Entropy {
 public:
  virtual ~Entropy() = default;
  /// Fills `out` with bytes fit for keys. Any thread. Ends the process rather than return bytes that are not random.
  virtual void fill(std::span<std::uint8_t> out) = 0;
};

template <class Id>
Id random_id(Entropy& entropy) {
  Id id;
  entropy.fill(id.bytes);
  return id;
}

}  // namespace durf::base
