// SPDX-License-Identifier: MIT
#include "load/loop.hpp"

#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <stdexcept>
#include <utility>

namespace durf::load {
namespace {

constexpr std::size_t events_per_turn = 64;  // a turn of small reads is then far below a millisecond
constexpr std::size_t deeds_per_turn = 256;

}  // namespace

Us now_us() {
  timespec time{};
  ::clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<Us>(time.tv_sec) * us_per_second + time.tv_nsec / 1'000;
}

Loop::Loop()
    : epoll_(::epoll_create1(EPOLL_CLOEXEC)), alarm_(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)) {
  epoll_event event{.events = EPOLLIN, .data = {.ptr = nullptr}};
  if (epoll_ < 0 || alarm_ < 0 || ::epoll_ctl(epoll_, EPOLL_CTL_ADD, alarm_, &event) != 0)
    throw std::runtime_error("the system gives no event loop");
}

Loop::~Loop() {
  ::close(alarm_);
  ::close(epoll_);
}

bool Loop::watch(int descriptor, Watched& owner) {
  epoll_event event{.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, .data = {.ptr = &owner}};
  return ::epoll_ctl(epoll_, EPOLL_CTL_ADD, descriptor, &event) == 0;
}

void Loop::at(Us moment, std::function<void()> deed) { timetable_.push({moment, deeds_++, std::move(deed)}); }

void Loop::do_what_is_due() {
  for (std::size_t done = 0; done < deeds_per_turn && !timetable_.empty(); ++done) {
    const Us now = now_us();
    if (timetable_.top().moment > now) return;
    lateness_.record(now - timetable_.top().moment);
    // The queue gives its top as const; it is popped before anybody can look at it again.
    const auto what = std::move(const_cast<Deed&>(timetable_.top()).what);
    timetable_.pop();
    what();
  }
}

void Loop::set_alarm(Us until) {
  const Us next = timetable_.empty() ? until : std::min(until, timetable_.top().moment);
  if (next == alarm_at_) return;
  alarm_at_ = next;
  const Us moment = std::max<Us>(next, 1);  // zero would switch it off
  const itimerspec when{.it_interval = {}, .it_value = {moment / us_per_second, moment % us_per_second * 1'000}};
  ::timerfd_settime(alarm_, TFD_TIMER_ABSTIME, &when, nullptr);
}

bool Loop::run(Us until, const std::function<bool()>& done) {
  std::array<epoll_event, events_per_turn> events;
  for (;;) {
    do_what_is_due();
    if (done()) return true;
    const Us now = now_us();
    if (now >= until) return false;
    const bool waits = timetable_.empty() || timetable_.top().moment > now;
    if (waits) set_alarm(until);
    const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), waits ? -1 : 0);
    for (int i = 0; i < count; ++i) {
      const epoll_event& event = events[static_cast<std::size_t>(i)];
      if (event.data.ptr != nullptr) {
        static_cast<Watched*>(event.data.ptr)->ready(event.events);
      } else {
        std::uint64_t expired = 0;
        [[maybe_unused]] const auto ignored = ::read(alarm_, &expired, sizeof expired);
        alarm_at_ = 0;
      }
    }
  }
}

}  // namespace durf::load
