// SPDX-License-Identifier: MIT
// One epoll loop with a timetable. Everything of the load program runs on it, in one thread. What is due goes before
// what has come in, so that reading much does not delay sending; how late it was nevertheless is recorded, because then
// it is this program that is measured and not the server.
#pragma once

#include <cstdint>
#include <functional>
#include <queue>
#include <vector>

#include "load/histogram.hpp"

namespace durf::load {

/// Microseconds of the monotonic clock.
using Us = std::int64_t;
constexpr Us us_per_second = 1'000'000;
Us now_us();

/// Whoever owns a descriptor. It outlives its descriptor's last event.
class Watched {
 public:
  virtual void ready(std::uint32_t events) = 0;

 protected:
  ~Watched() = default;
};

class Loop {
 public:
  Loop();
  ~Loop();
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  /// Edge-triggered, reading and writing. Closing the descriptor ends it. False when the system refuses.
  bool watch(int descriptor, Watched& owner);

  /// In order of time; of the same moment in the order of asking.
  void at(Us moment, std::function<void()> deed);

  /// Until `done` (asked after each turn) or until that moment. Returns whether it was done.
  bool run(Us until, const std::function<bool()>& done);

  /// How long after its moment a deed of the timetable was begun.
  const Histogram& lateness() const { return lateness_; }

 private:
  struct Deed {
    Us moment;
    std::uint64_t number;
    std::function<void()> what;
  };
  struct Later {
    bool operator()(const Deed& one, const Deed& other) const {
      return one.moment != other.moment ? one.moment > other.moment : one.number > other.number;
    }
  };

  void do_what_is_due();
  void set_alarm(Us until);

  int epoll_ = -1;
  int alarm_ = -1;  ///< epoll_wait counts in milliseconds, which is too coarse
  Us alarm_at_ = 0;
  std::uint64_t deeds_ = 0;
  std::priority_queue<Deed, std::vector<Deed>, Later> timetable_;
  Histogram lateness_;
};

}  // namespace durf::load
