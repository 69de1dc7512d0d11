// SPDX-License-Identifier: MIT
// The connections of one shard: from the first message to the session they are at, and from sessions back to them. A push
// is one loop over the connections that a session has here, and per connection one more pointer in its outbox. Shard's thread
// only, but for `deliver`'s caller, which posts.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "durf/base/id.hpp"
#include "durf/runtime/deliveries.hpp"
#include "durf/runtime/directory.hpp"
#include "durf/runtime/gateway.hpp"
#include "durf/runtime/shard.hpp"

namespace durf::runtime {

/// Messages that may come before the answer to the hello. A page waits for `welcome`; some slack is for a fast reload.
inline constexpr std::size_t early_messages_max = 64;

class ShardGateway final : public Gateway {
 public:
  explicit ShardGateway(Shard& shard) : shard_(shard) {}
  /// Before the first connection.
  void use(std::shared_ptr<Directory> directory) { directory_ = std::move(directory); }

  ConnectionId opened(std::shared_ptr<Connection> connection) override;
  void received(ConnectionId connection, protocol::ClientMessage message) override;
  void drained(ConnectionId connection) override;
  void closed(ConnectionId connection) override;
  void create_session(protocol::CreateSession session, std::function<void(CreateOutcome)> done) override;
  void results(domain::ResultsSecret secret, std::function<void(AskOutcome)> done) override;
  void session_state(protocol::Secret secret, std::function<void(AskOutcome)> done) override;
  void delete_session(protocol::Secret secret, std::function<void(AskOutcome)> done) override;
  bool is_desk(ConnectionId connection) const override;

  /// From sessions, on this shard.
  void deliver(const domain::SessionId& session, const std::vector<Delivery>& deliveries);

 private:
  enum class Stage { fresh, entering, guest, pairing };
  struct Place {
    std::shared_ptr<Connection> connection;
    Stage stage = Stage::fresh;
    std::vector<protocol::ClientMessage> early;  ///< came while the hello was being answered
    std::shared_ptr<SessionHost> host;
    domain::Role role = domain::Role::participant;
    bool attached = false;
    domain::Audience audience = domain::Audience::participant;
    std::size_t seat = 0;  ///< in the audience's list, while attached
  };
  /// Who of a session's audience is on this shard: a dense list to loop over. The connection lives as long as its place.
  struct Seat {
    std::uint64_t serial;
    Connection* connection;
  };
  using Audiences = std::array<std::vector<Seat>, domain::all_audiences.size()>;

  void enter(std::uint64_t serial, protocol::ClientMessage hello);
  void entered(std::uint64_t serial, const protocol::ClientMessage& hello, Entrance entrance);
  void command(std::uint64_t serial, Place& place, protocol::CommandMessage message);
  static bool opens_a_way_in(const domain::Command& command);
  void make_link(ConnectionId connection, const domain::SessionId& session, protocol::CommandMessage message);
  void confirm_pairing(ConnectionId connection, protocol::CommandMessage message);
  void set_results_link(ConnectionId connection, const domain::SessionId& session, protocol::CommandMessage message);
  void reject(ConnectionId connection, const domain::CommandId& command, domain::RejectionCode code);
  void change_join_code(ConnectionId connection, const domain::SessionId& session, protocol::CommandMessage message);
  void attach(std::uint64_t serial, Place& place, domain::Audience audience);
  void detach(Place& place);
  void push(const session::Push& push, const domain::SessionId& session);
  void send(const session::Send& send);
  Place* find(ConnectionId connection);

  template <class Function>
  auto on_this_shard(Function function);

  Shard& shard_;
  std::shared_ptr<Directory> directory_;
  std::uint64_t last_serial_ = 0;
  std::unordered_map<std::uint64_t, Place> places_;
  std::unordered_map<domain::SessionId, Audiences, base::IdHash> audiences_;
};

/// All shards' gateways, as the one way from sessions to connections.
class Switchboard final : public Deliveries {
 public:
  struct Line {
    Shard* shard;
    ShardGateway* gateway;
  };
  explicit Switchboard(std::vector<Line> lines) : lines_(std::move(lines)) {}

  std::uint32_t shards() const override { return static_cast<std::uint32_t>(lines_.size()); }
  void deliver(std::uint32_t shard, const domain::SessionId& session, std::vector<Delivery> deliveries) override;

 private:
  std::vector<Line> lines_;
};

}  // namespace durf::runtime
