// SPDX-License-Identifier: MIT
#include "durf/base/assert.hpp"

#include <string>

namespace durf::base {

void fail_assertion(const char* condition, const char* file, int line) {
  throw Bug(std::string(file) + ":" + std::to_string(line) + ": " + condition);
}

}  // namespace durf::base
