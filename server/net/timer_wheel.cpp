// SPDX-License-Identifier: MIT
#include "net/timer_wheel.hpp"

#include <algorithm>

namespace durf::net {

void TimerWheel::Waiter::unlink() {
  if (wheel_ == nullptr) return;
  previous->next = next;
  next->previous = previous;
  --wheel_->waiting_;
  wheel_ = nullptr;
}

TimerWheel::TimerWheel(base::SteadyMs now) : now_(now) {}

void TimerWheel::set(Waiter& waiter, base::SteadyMs at) {
  waiter.unlink();
  waiter.at_ = std::max(at, now_);
  waiter.wheel_ = this;
  ++waiting_;
  Link& slot = slots_[static_cast<std::size_t>(tick_of(waiter.at_) % slots)];
  waiter.next = &slot;
  waiter.previous = slot.previous;
  slot.previous->next = &waiter;
  slot.previous = &waiter;
}

void TimerWheel::advance(base::SteadyMs now) {
  if (now < now_) return;
  // The slot of the last tick is visited again: what was due in its second half is due now. After a long
  // pause one round visits every slot.
  const std::int64_t last = tick_of(now);
  const std::int64_t first = std::max(tick_of(now_), last - slots + 1);
  now_ = now;
  for (std::int64_t tick = first; tick <= last; ++tick) fire_slot(tick, now);
}

void TimerWheel::fire_slot(std::int64_t tick, base::SteadyMs now) {
  Link& slot = slots_[static_cast<std::size_t>(tick % slots)];
  if (slot.next == &slot) return;
  // The list is moved aside first: who is set again during the firing lands in the slot and not in this walk.
  Link visited{slot.next, slot.previous};
  visited.next->previous = &visited;
  visited.previous->next = &visited;
  slot.next = slot.previous = &slot;
  while (visited.next != &visited) {
    Waiter& waiter = static_cast<Waiter&>(*visited.next);
    waiter.unlink();
    if (waiter.at_ <= now) {
      waiter.due(now);
    } else {
      set(waiter, waiter.at_);
    }
  }
}

}  // namespace durf::net
