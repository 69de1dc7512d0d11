// SPDX-License-Identifier: MIT
// The assertion that stays on in release builds (<cassert> is empty there).
// A broken assertion is a bug of ours: it throws `Bug`, which only the session host catches. It drops that one session
// and rebuilds it from the log; the process and the other sessions live.
#pragma once

#include <stdexcept>

namespace durf::base {

class Bug : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// Throws `Bug`, naming the condition and its place. Never carries anything that a client wrote.
[[noreturn]] void fail_assertion(const char* condition, const char* file, int line);

}  // namespace durf::base

#define DURF_ASSERT(condition) \
  (static_cast<bool>(condition) ? void(0) : ::durf::base::fail_assertion(#condition, __FILE__, __LINE__))
