// SPDX-License-Identifier: MIT
#include "durf/runtime/meters.hpp"

#include <utility>

#include "durf/session/session_core.hpp"

namespace durf::runtime {

Meters::Meters(const base::Clock& clock, std::function<ProcessUse()> process_use)
    : clock_(clock), process_use_(std::move(process_use)) {}

void Meters::hand_over(const session::Measures& measures, const session::Crowd& change) {
  const std::lock_guard lock(mutex_);
  gathered_ += measures;
  crowd_.participants += change.participants;
  crowd_.desks += change.desks;
  // What comes too early waits for the next release of any session, and not for a timer: between releases nothing moves.
  const base::SteadyMs now = clock_.now();
  if (published_at_ && now - *published_at_ < publish_meters_every_ms) return;
  published_at_ = now;
  published_.measures = gathered_;
  published_.crowd = crowd_;
  published_.process = process_use_();
}

void Meters::session_opened() {
  const std::lock_guard lock(mutex_);
  ++published_.sessions;
}

void Meters::session_closed() {
  const std::lock_guard lock(mutex_);
  --published_.sessions;
}

Meters::Published Meters::published() const {
  const std::lock_guard lock(mutex_);
  return published_;
}

SessionMeter::SessionMeter(Meters* meters) : meters_(meters) {
  if (meters_) meters_->session_opened();
}

void SessionMeter::after_step(session::SessionCore& core) {
  if (!core.take_release()) return;
  keep(core.take_measures());
  tell(core.crowd());
}

void SessionMeter::keep(const session::Measures& measures) { kept_ += measures; }

void SessionMeter::tell(const session::Crowd& crowd) {
  const session::Measures kept = std::exchange(kept_, {});
  const session::Crowd told = std::exchange(told_, crowd);
  if (meters_) meters_->hand_over(kept, {crowd.participants - told.participants, crowd.desks - told.desks});
}

void SessionMeter::close() {
  tell({});
  if (Meters* meters = std::exchange(meters_, nullptr)) meters->session_closed();
}

}  // namespace durf::runtime
