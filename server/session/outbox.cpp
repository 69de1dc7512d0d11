// SPDX-License-Identifier: MIT
#include "durf/session/outbox.hpp"

#include <algorithm>
#include <utility>

#include "durf/base/assert.hpp"

namespace durf::session {

namespace {
constexpr std::size_t ring_kept_max =
    8;  // slots that a drained outbox keeps, so that idle connections are small
}

bool Outbox::push(protocol::SharedFrame frame) {
  DURF_ASSERT(frame != nullptr && !frame->empty());
  if (stale_) return false;
  if (!has_room_for(frame)) {
    stale_ = true;
    drop_waiting();
    return false;
  }
  if (count_ == ring_.size()) grow();
  bytes_ += frame->size();
  if (is_small(frame)) ++small_;
  ring_[(first_ + count_) & (ring_.size() - 1)] = std::move(frame);
  ++count_;
  return true;
}

bool Outbox::has_room_for(const protocol::SharedFrame& frame) const {
  if (count_ == 0) return true;
  if (is_small(frame) ? small_ >= limits_.small_frames_max : count_ - small_ >= limits_.frames_max) return false;
  const std::size_t bytes = frame->size();
  if (bytes_ + bytes <= limits_.bytes_max) return true;
  std::size_t largest = std::max(bytes, at(0)->size() - offset_);
  for (std::size_t place = 1; place < count_; ++place) largest = std::max(largest, at(place)->size());
  return bytes_ + bytes - largest <= limits_.bytes_max;
}

void Outbox::drop_waiting() {
  const std::size_t kept = in_the_middle() ? 1 : 0;
  while (count_ > kept) {
    --count_;
    auto& last = ring_[(first_ + count_) & (ring_.size() - 1)];
    bytes_ -= last->size();
    if (is_small(last)) --small_;
    last.reset();
  }
  DURF_ASSERT(kept == 1 || bytes_ == 0);
}

std::size_t Outbox::gather(std::span<std::string_view> pieces) const {
  const std::size_t count = std::min(count_, pieces.size());
  for (std::size_t i = 0; i < count; ++i) pieces[i] = *at(i);
  if (count > 0) pieces[0].remove_prefix(offset_);
  return count;
}

void Outbox::written(std::size_t bytes) {
  DURF_ASSERT(bytes <= bytes_);
  bytes_ -= bytes;
  while (bytes > 0) {
    const std::size_t left = at(0)->size() - offset_;
    if (bytes < left) {
      offset_ += bytes;
      return;
    }
    bytes -= left;
    pop();
  }
}

void Outbox::grow() {
  std::vector<protocol::SharedFrame> larger(std::max<std::size_t>(4, ring_.size() * 2));
  for (std::size_t i = 0; i < count_; ++i) larger[i] = std::move(ring_[(first_ + i) & (ring_.size() - 1)]);
  ring_ = std::move(larger);
  first_ = 0;
}

void Outbox::pop() {
  if (is_small(ring_[first_])) --small_;
  ring_[first_].reset();
  first_ = (first_ + 1) & (ring_.size() - 1);
  offset_ = 0;
  if (--count_ > 0) return;
  first_ = 0;
  if (ring_.size() > ring_kept_max) std::vector<protocol::SharedFrame>().swap(ring_);
}

}  // namespace durf::session
