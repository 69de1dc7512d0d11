// SPDX-License-Identifier: MIT
// The frames that wait for one connection: bounded, first in, first out, pure. Over the limit all but what is in flight is
// dropped and the outbox is stale: it takes nothing more until it has drained and a snapshot follows. A slow phone costs a
// snapshot, not memory. Used on the connection's shard.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "durf/protocol/shared_frame.hpp"

namespace durf::session {

struct OutboxLimits {
  std::size_t frames_max = 64;            ///< about three seconds of frames at the publish interval
  std::size_t bytes_max = 1'024 * 1'024;  ///< of all but the largest frame
  /// Up to this long a frame is small, and not one of `frames_max`. Replies are (160 bytes): those of a whole batch are pushed
  /// before any of them is written, and a page that lost one would wait for it until it comes back.
  std::size_t small_bytes_max = 256;
  /// A desk's burst of 4,000 commands, and what may flow in evenly until its peer is too slow (30 a second for 30 s). A phone
  /// may send a tenth of that burst, so that one which never reads gathers 1,300 replies: 400 KB with what each takes besides.
  std::size_t small_frames_max = 5'000;
};

class Outbox {
 public:
  explicit Outbox(OutboxLimits limits = {}) : limits_(limits) {}

  /// False: the limit was passed, or it was passed before and `caught_up` was not called since. The largest frame is not
  /// counted: a snapshot of a room that wrote much would make its reader stale again and again. Its bytes are shared anyway.
  bool push(protocol::SharedFrame frame);

  bool stale() const { return stale_; }
  /// What comes now is the snapshot that makes the page whole again.
  void caught_up() { stale_ = false; }

  /// Drops what waits, all but the frame in flight.
  void drop_waiting();

  bool empty() const { return count_ == 0; }
  std::size_t bytes() const { return bytes_; }

  /// The bytes to write next: frames in order, the first one without what was written already. Up to as many pieces as fit.
  std::size_t gather(std::span<std::string_view> pieces) const;

  /// So many bytes of what `gather` gave are with the kernel.
  void written(std::size_t bytes);

  /// Whether the first frame is partly written: nothing may be put in front of it.
  bool in_the_middle() const { return offset_ > 0; }

 private:
  const protocol::SharedFrame& at(std::size_t place) const { return ring_[(first_ + place) & (ring_.size() - 1)]; }
  bool is_small(const protocol::SharedFrame& frame) const { return frame->size() <= limits_.small_bytes_max; }
  bool has_room_for(const protocol::SharedFrame& frame) const;
  void grow();
  void pop();

  // A ring and not a deque: an idle connection has one, and an empty deque costs 600 bytes.
  std::vector<protocol::SharedFrame> ring_;  ///< its size is zero or a power of two
  std::size_t first_ = 0;
  std::size_t count_ = 0;
  std::size_t small_ = 0;   ///< of `count_`
  OutboxLimits limits_;
  std::size_t bytes_ = 0;   ///< of the frames, what was written of the first one not counted
  std::size_t offset_ = 0;  ///< of the first frame, what was written
  bool stale_ = false;
};

}  // namespace durf::session
