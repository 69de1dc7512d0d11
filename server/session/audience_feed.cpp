// SPDX-License-Identifier: MIT
#include "durf/session/audience_feed.hpp"

#include <utility>

#include "durf/domain/limits.hpp"
#include "durf/protocol/encode.hpp"

namespace durf::session {
namespace limits = domain::limits;

std::optional<protocol::SharedFrame> AudienceFeed::publish(domain::View view) {
  const domain::Delta delta = domain::difference(view_, view);
  if (delta.empty()) return std::nullopt;
  view_ = std::move(view);
  snapshot_.reset();
  ++number_;
  const protocol::SharedFrame frame = protocol::encode_frame(epoch_, number_, delta);
  ring_.push_back(frame);
  ring_bytes_ += frame->size();
  while (ring_.size() > limits::ring_frames_max || ring_bytes_ > limits::ring_bytes_max) {
    ring_bytes_ -= ring_.front()->size();
    ring_.pop_front();
  }
  return frame;
}

std::vector<protocol::SharedFrame> AudienceFeed::catch_up(const std::optional<protocol::Cursor>& cursor) {
  const bool reaches_back = cursor && cursor->epoch == epoch_ && cursor->frame <= number_ &&
                            number_ - cursor->frame <= ring_.size();
  if (!reaches_back) return {snapshot()};
  const auto missed = static_cast<std::ptrdiff_t>(number_ - cursor->frame);
  return {ring_.end() - missed, ring_.end()};
}

void AudienceFeed::purge() {
  ring_.clear();
  ring_bytes_ = 0;
}

const protocol::SharedFrame& AudienceFeed::snapshot() {
  if (!snapshot_) snapshot_ = protocol::encode_snapshot(epoch_, number_, view_);
  return snapshot_;
}

}  // namespace durf::session
