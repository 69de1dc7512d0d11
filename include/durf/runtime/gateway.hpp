// SPDX-License-Identifier: MIT
// What net may ask of the server: one gateway per shard, called on that shard's thread only. An interface, so that net is
// tested with real sockets and without sessions.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "durf/domain/rejection.hpp"
#include "durf/protocol/messages.hpp"
#include "durf/runtime/connection.hpp"

namespace durf::runtime {

struct SessionCreatedAnswer {
  domain::SessionId session;
  std::string join_code;
};
enum class CreateRefusal { sessions_full, disk_full, id_taken };
using CreateOutcome = std::variant<SessionCreatedAnswer, domain::Rejection, CreateRefusal>;

/// What somebody with a link is told of a session outside of it, as the body of an answer; or why not.
enum class AskRefusal {
  unknown_session,  ///< no link has this secret, or nothing is to be seen there (any more)
  not_closed,       ///< there is more than the archive: close it first
  unavailable,      ///< it cannot be told now; later perhaps
};
using AskOutcome = std::variant<std::string, AskRefusal>;

class Gateway {
 public:
  virtual ~Gateway() = default;

  /// A WebSocket was accepted. The gateway holds the connection until `closed`.
  virtual ConnectionId opened(std::shared_ptr<Connection> connection) = 0;

  /// A decoded message, in order of arrival. Before the first hello anything else closes with `bad_message`.
  virtual void received(ConnectionId connection, protocol::ClientMessage message) = 0;

  /// The outbox of a stale connection is empty again: send a snapshot.
  virtual void drained(ConnectionId connection) = 0;

  /// The socket is gone. Nothing is called on the connection afterwards.
  virtual void closed(ConnectionId connection) = 0;

  /// `done` runs on this shard. Who may create was checked by the caller.
  virtual void create_session(protocol::CreateSession session, std::function<void(CreateOutcome)> done) = 0;

  /// For who shows the secret of a results page. `done` runs on this shard.
  virtual void results(domain::ResultsSecret secret, std::function<void(AskOutcome)> done) = 0;

  /// For who shows the secret of a facilitator's link. `done` runs on this shard.
  virtual void session_state(protocol::Secret secret, std::function<void(AskOutcome)> done) = 0;
  virtual void delete_session(protocol::Secret secret, std::function<void(AskOutcome)> done) = 0;

  /// Whether a hello was accepted as a desk: desks may send longer messages.
  virtual bool is_desk(ConnectionId connection) const = 0;
};

}  // namespace durf::runtime
