// SPDX-License-Identifier: MIT
// What happens when, in simulated milliseconds. Things of the same moment happen in the order in which they
// were planned.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <utility>

namespace durf::simulation {

class Agenda {
 public:
  std::int64_t now() const { return now_; }

  void after(std::int64_t ms, std::function<void()> what) {
    plans_.emplace(std::pair(now_ + (ms > 0 ? ms : 0), ++serial_), std::move(what));
  }

  /// Lets the next thing happen. False: nothing is planned up to and including `until`.
  bool step(std::int64_t until) {
    if (plans_.empty() || plans_.begin()->first.first > until) return false;
    auto next = plans_.extract(plans_.begin());
    now_ = next.key().first;
    next.mapped()();
    return true;
  }

 private:
  std::int64_t now_ = 0;
  std::uint64_t serial_ = 0;
  std::map<std::pair<std::int64_t, std::uint64_t>, std::function<void()>> plans_;
};

}  // namespace durf::simulation
