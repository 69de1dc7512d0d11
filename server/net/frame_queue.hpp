// SPDX-License-Identifier: MIT
// In which order the bytes of one WebSocket leave: our frames from the outbox, Beast's own control frames,
// our pings, our goodbye. The one serialiser: a frame once begun is finished before anything else; at a frame
// boundary control frames go first; of pongs that wait a few are kept; after a close frame nothing
// leaves. Pure and bounded; shard's thread.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "durf/protocol/close_code.hpp"
#include "durf/session/outbox.hpp"

namespace durf::net {

class FrameQueue {
 public:
  explicit FrameQueue(session::OutboxLimits limits = {}) : outbox_(limits) {}

  /// False: the outbox is stale. True, with the frame dropped, once the end has begun.
  bool push(protocol::SharedFrame frame);
  bool stale() const { return outbox_.stale(); }
  void caught_up() { outbox_.caught_up(); }

  void ping() { ping_ = true; }

  /// A close frame after all that is queued; nothing is taken afterwards.
  void goodbye(protocol::CloseCode code);

  enum class Taken {
    done,  ///< whoever wrote may go on: the bytes are kept, replaced older pongs, or are no longer wanted
    waiting,  ///< whoever wrote waits until `written` says that these bytes have left
  };
  /// Bytes of Beast: the answer to the handshake, or one whole control frame. One at a time.
  Taken take(std::string bytes);

  /// What to write next; commits to that order until `written`. Needs room for at least two pieces. Zero:
  /// nothing to write.
  std::size_t gather(std::span<std::string_view> pieces);

  /// So many bytes of what `gather` gave have left. True: the bytes that waited in `take` are among them.
  bool written(std::size_t bytes);

 private:
  void drop_unsent();
  void commit_control();

  enum class End { none, goodbye_waits, closing, closed };

  session::Outbox outbox_;
  std::string committed_;  ///< control frames on their way, and how much of them has left
  std::size_t committed_left_ = 0;
  std::size_t beast_ends_ =
      0;               ///< place in `committed_` after which Beast's bytes have left; zero: none there
  std::string beast_;  ///< waits for a commit, as do the next three
  std::string pong_;
  std::string goodbye_;
  bool ping_ = false;
  End end_ = End::none;
};

}  // namespace durf::net
