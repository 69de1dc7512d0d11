// SPDX-License-Identifier: MIT
// How the runtime sees one socket: a place to put frames. Implemented by net; lives on the thread of its shard and is called
// there only.
#pragma once

#include "durf/protocol/close_code.hpp"
#include "durf/protocol/shared_frame.hpp"
#include "durf/session/connection_id.hpp"

namespace durf::runtime {

using session::ConnectionId;

enum class Pushed {
  queued,  ///< will leave together with the other frames that wait by then, in order
  stale,   ///< over the outbox's limit: all but the frame in flight was dropped; `Gateway::drained` will ask for a snapshot
};

class Connection {
 public:
  virtual ~Connection() = default;

  /// Queues a frame. On a stale connection frames are dropped (and `stale` returned) until `caught_up`.
  virtual Pushed push(const protocol::SharedFrame& frame) = 0;

  /// The same for a frame that goes to many at this moment. It may leave some turns later, so that answers to others do not
  /// stand behind it; what is pushed to this connection leaves in order all the same.
  virtual Pushed push_as_one_of_many(const protocol::SharedFrame& frame) { return push(frame); }

  /// The next pushed frame is the snapshot that ends staleness.
  virtual void caught_up() = 0;

  /// Sends what is queued, then a close frame with this code, then closes; with a time limit. Later pushes are dropped.
  virtual void close(protocol::CloseCode code) = 0;

  /// Whether a phone that its session does not know may come in here: of those every address brings a limited number
  /// (ANONYMITY.md, rule 5). Asked once, before the session is; what was granted stands until `let_in` or `close`.
  virtual bool may_bring_newcomer() { return true; }
  /// The session let the phone in. Not a newcomer: it remembered the token, and nothing was used up.
  virtual void let_in(bool /*is_newcomer*/) {}
};

}  // namespace durf::runtime
