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

  /// Whether a hello was accepted as a desk: desks may send longer messages.
  virtual bool is_desk(ConnectionId connection) const = 0;
};

}  // namespace durf::runtime
