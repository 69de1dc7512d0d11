// SPDX-License-Identifier: MIT
// What one audience has been shown in this epoch: the last view, the frames that led to it (a bounded ring, for pages that
// return), and one snapshot that all newcomers share. Owned by the session core. Pure.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "durf/domain/project.hpp"
#include "durf/protocol/messages.hpp"
#include "durf/protocol/shared_frame.hpp"

namespace durf::session {

class AudienceFeed {
 public:
  AudienceFeed(const protocol::Epoch& epoch, domain::View view) : epoch_(epoch), view_(std::move(view)) {}

  /// The frame that leads from what was shown to `view`, encoded once; nothing when they are equal.
  std::optional<protocol::SharedFrame> publish(domain::View view);

  /// What a page lacks that has applied `cursor`: the missed frames, or the shared snapshot when the ring does not reach
  /// back that far or the page comes from another epoch.
  std::vector<protocol::SharedFrame> catch_up(const std::optional<protocol::Cursor>& cursor);

  /// Forgets the frames gathered so far: one of them holds a text that must be gone.
  void purge();

  std::uint64_t number() const { return number_; }
  const domain::View& view() const { return view_; }

 private:
  const protocol::SharedFrame& snapshot();

  protocol::Epoch epoch_;
  domain::View view_;
  std::uint64_t number_ = 0;  ///< of the last frame
  std::deque<protocol::SharedFrame> ring_;  ///< ends with frame `number_`
  std::size_t ring_bytes_ = 0;
  protocol::SharedFrame snapshot_;  ///< of `view_`; null until somebody needs it
};

}  // namespace durf::session
