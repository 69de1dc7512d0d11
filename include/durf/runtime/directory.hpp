// SPDX-License-Identifier: MIT
// Which sessions there are, and how one gets into them: by join key, by typed code, by desk link. Creates sessions and starts
// their hosts; knows what is left of closed ones, and ends each when its days are over. Lives on the first shard; the public
// functions may be called from any thread and post there, `done` functions are called on any thread (callers post on).
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
#include "durf/runtime/calendar_trust.hpp"
#include "durf/runtime/gateway.hpp"
#include "durf/runtime/pairing_board.hpp"
#include "durf/runtime/session_host.hpp"
#include "durf/runtime/shard.hpp"
#include "durf/session/code_budget.hpp"

namespace durf::runtime {

inline constexpr std::size_t sessions_max = 200;  ///< that are not closed
inline constexpr std::int64_t rescue_wait_ms = 3'000;
/// A whole room opens the results page at once: what one was told so shortly before is told to the next.
inline constexpr std::int64_t results_fresh_ms = 1'000;

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

  /// Calls `done` once, on the first shard, when every session that there is now runs or was found unable to.
  void when_loaded(std::function<void()> done);

  void enter(protocol::ClientMessage hello, std::function<void(Entrance)> done);
  void create(protocol::CreateSession session, std::function<void(CreateOutcome)> done);

  /// Shows pairing codes on this screen until it leaves; renews them.
  void show_pairing(session::ConnectionId screen);
  void leave_pairing(session::ConnectionId screen);
  /// See PairingBoard::promise.
  void promise_pairing(std::string code, domain::LinkId link, protocol::Secret secret, std::function<void(bool)> done);

  /// A join code that no other session has, kept free for this one.
  void promise_join_code(domain::SessionId session, std::function<void(std::string)> done);

  /// Whether no other session's results page has this secret: everybody in that room knows it, and could put another page in
  /// its place.
  void check_results_link(domain::SessionId session, domain::ResultsSecret secret, std::function<void(bool)> done);

  /// Whether no other session's desk link has this secret: who was given that one could lead its screens astray.
  void check_desk_link(domain::SessionId session, protocol::Secret secret, std::function<void(bool)> done);

  /// A fresh link of each of these roles for the session with this join code, or for every session when it is empty. A session
  /// that cannot run, or has all the links that it may have, gives none. Ends within `rescue_wait_ms`.
  void rescue(std::string join_code, std::vector<domain::Role> roles, std::function<void(std::vector<RescueLink>)> done);

  // See Gateway.
  void results(domain::ResultsSecret secret, std::function<void(AskOutcome)> done);
  void session_state(protocol::Secret secret, std::function<void(AskOutcome)> done);
  void delete_session(protocol::Secret secret, std::function<void(AskOutcome)> done);

  /// Closes sessions whose days are over and deletes archives whose time is over. By itself every `calendar_every_ms`, as soon as
  /// the wall clock can be trusted.
  void follow_calendar();

 private:
  struct Known {
    domain::Definition definition;      ///< of a closed session, what remains of it
    std::shared_ptr<SessionHost> host;  ///< null: closed
    std::string results;                ///< what was told last, good until then
    base::SteadyMs results_until;
    bool closed() const { return !host; }
  };

  Entrance find(const protocol::HelloParticipant& hello);
  Entrance find(const protocol::HelloDesk& hello);
  Entrance entrance_to(const domain::SessionId& session, Entry entry);
  void learn(domain::Definition definition);
  void learn_closed(domain::Definition remaining);
  void read_closed(const domain::SessionId& session);
  void open_ways_in(const domain::Definition& definition);
  void shut_ways_in(const domain::Definition& definition);
  std::shared_ptr<SessionHost> make_host(const domain::SessionId& session);
  std::string draw_join_code(const domain::SessionId& session);
  void create_here(protocol::CreateSession session, std::function<void(CreateOutcome)> done);
  void show_code(session::ConnectionId screen);
  boost::asio::awaitable<void> rescue_here(std::string join_code, std::vector<domain::Role> roles,
                                           std::function<void(std::vector<RescueLink>)> done);
  void results_here(const domain::SecretHash& link, std::function<void(AskOutcome)> done);
  void results_of_live(const domain::SessionId& session, std::function<void(AskOutcome)> done);
  void results_of_closed(const domain::SessionId& session, std::function<void(AskOutcome)> done);
  Known* facilitated(const protocol::Secret& secret);
  void remove(const domain::SessionId& session, std::function<void(bool)> done);
  void follow_calendar_here();
  boost::asio::awaitable<void> watch_calendar();
  void forget_results_later();
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
  std::map<domain::SecretHash, domain::SessionId> by_results_;
  /// Drawn, and not yet in a definition on disk; at most one of each session.
  std::map<std::string, domain::SessionId> promised_codes_;
  std::size_t open_ = 0;                                     ///< sessions that are not closed
  session::CodeBudget code_budget_;
  PairingBoard pairing_;
  Timer renewal_;
  Timer next_look_;  ///< at the calendar
  CalendarTrust calendar_trust_;
  Timer results_over_;
  bool forgets_results_ = false;  ///< when `results_over_` comes
  std::size_t next_shard_ = 0;
  bool stopping_ = false;
};

}  // namespace durf::runtime
