// SPDX-License-Identifier: MIT
// Which sessions there are, and how one gets into them: by join key, by typed code, by desk link. Creates sessions and starts
// their hosts. Lives on the first shard; the public functions may be called from any thread and post there, `done` functions
// are called there too (callers post on).
#pragma once

#include <boost/asio/awaitable.hpp>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "durf/domain/definition.hpp"
#include "durf/protocol/close_code.hpp"
#include "durf/protocol/messages.hpp"
#include "durf/runtime/gateway.hpp"
#include "durf/runtime/pairing_board.hpp"
#include "durf/runtime/session_host.hpp"
#include "durf/runtime/shard.hpp"
#include "durf/session/code_budget.hpp"

namespace durf::runtime {

inline constexpr std::size_t sessions_max = 200;
inline constexpr std::int64_t rescue_wait_ms = 3'000;

/// A desk link that the server makes for an operator who lost all of them.
struct RescueLink {
  std::string title;
  domain::Role role = domain::Role::facilitator;
  protocol::Secret secret;
};

/// The way in was found.
struct Entry {
  std::shared_ptr<SessionHost> host;
  domain::Role role = domain::Role::participant;
  domain::LinkId link;        ///< of a desk
  domain::SecretHash secret;  ///< of its link, by which it came
};
using Entrance = std::variant<Entry, protocol::CloseCode>;

class Directory : public std::enable_shared_from_this<Directory> {
 public:
  Directory(std::vector<Shard*> shards, World& world);

  /// Reads the definitions and starts a host for each. `done(count)` when new arrivals can be let in; nothing when the log cannot be read.
  void start(std::function<void(std::optional<std::size_t>)> done);
  void stop();

  void enter(protocol::ClientMessage hello, std::function<void(Entrance)> done);
  void create(protocol::CreateSession session, std::function<void(CreateOutcome)> done);

  /// Shows pairing codes on this screen until it leaves; renews them.
  void show_pairing(session::ConnectionId screen);
  void leave_pairing(session::ConnectionId screen);
  /// See PairingBoard::promise.
  void promise_pairing(std::string code, domain::LinkId link, protocol::Secret secret, std::function<void(bool)> done);

  /// A fresh facilitator and presenter link for the session with this join code, or for every session when it is empty. A
  /// session that cannot run, or has all the links that it may have, gives none. Ends within `rescue_wait_ms`.
  void rescue(std::string join_code, std::function<void(std::vector<RescueLink>)> done);

 private:
  struct Known {
    domain::Definition definition;
    std::shared_ptr<SessionHost> host;
  };

  Entrance find(const protocol::HelloParticipant& hello);
  Entrance find(const protocol::HelloDesk& hello);
  void learn(domain::Definition definition);
  void forget_ways_in(const domain::Definition& definition);
  std::shared_ptr<SessionHost> host_of(const domain::SessionId& session);
  std::string draw_join_code();
  void create_here(protocol::CreateSession session, std::function<void(CreateOutcome)> done);
  void show_code(session::ConnectionId screen);
  boost::asio::awaitable<void> rescue_here(std::string join_code, std::function<void(std::vector<RescueLink>)> done);
  boost::asio::awaitable<void> renew_pairing_codes();
  void send(session::ConnectionId connection, protocol::SharedFrame frame);
  void close(session::ConnectionId connection, protocol::CloseCode code);

  std::vector<Shard*> shards_;
  World& world_;

  // All below: the first shard only.
  std::map<domain::SessionId, Known> sessions_;
  std::map<domain::JoinKey, domain::SessionId> by_join_key_;
  std::map<std::string, domain::SessionId> by_join_code_;
  struct Desk {
    domain::SessionId session;
    domain::LinkId link;
    domain::Role role;
  };
  std::map<domain::SecretHash, Desk> by_secret_;
  session::CodeBudget code_budget_;
  PairingBoard pairing_;
  Timer renewal_;
  std::size_t next_shard_ = 0;
  bool stopping_ = false;
};

}  // namespace durf::runtime
