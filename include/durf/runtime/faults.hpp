// SPDX-License-Identifier: MIT
// What happens to exceptions that nobody expected. One that a session owns costs that session its core (session_host.cpp). Any
// other one leaves the loop, and the process with it: what the handler left half done is still reachable by all others.
#pragma once

#include <exception>
#include <typeinfo>

#include "durf/base/assert.hpp"

namespace durf::runtime {

/// What may stand in the program's log: a bug names a condition of ours, but other exceptions may quote what somebody wrote.
inline const char* words_for_log(const std::exception& thrown) {
  const auto* bug = dynamic_cast<const base::Bug*>(&thrown);
  return bug ? bug->what() : typeid(thrown).name();
}

/// For `co_spawn`, in place of Asio's `detached`, which swallows: then a coroutine that broke would be gone without a word, and
/// with it its session, or the connection to which others still point.
struct ThrownIntoTheLoop {
  void operator()(std::exception_ptr thrown) const {
    if (thrown) std::rethrow_exception(thrown);
  }
};
inline constexpr ThrownIntoTheLoop thrown_into_the_loop;

}  // namespace durf::runtime
