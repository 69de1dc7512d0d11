// SPDX-License-Identifier: MIT
// Keeps one session alive: one coroutine on one shard that loads the log, steps the core and carries its actions out. When the
// core wants to be rebuilt, or breaks, the session starts again from its log; the process and the other sessions go on. When the
// session is closed its host has nothing left to do, and whoever still comes is told so.
//
// The public functions may be called from any thread; they post to the session's shard.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "durf/base/calendar.hpp"
#include "durf/base/clock.hpp"
#include "durf/base/entropy.hpp"
#include "durf/domain/definition.hpp"
#include "durf/log/event_log.hpp"
#include "durf/protocol/messages.hpp"
#include "durf/runtime/deliveries.hpp"
#include "durf/runtime/identity.hpp"
#include "durf/runtime/meters.hpp"
#include "durf/runtime/shard.hpp"
#include "durf/session/session_core.hpp"

namespace durf::runtime {

/// What every session host needs of the world. Outlives them all.
struct World {
  const base::Clock& clock;
  const base::Calendar& calendar;
  base::Entropy& entropy;
  log::EventLog& log;
  Deliveries& deliveries;
  session::CoreSettings settings;
  Meters* meters = nullptr;  ///< null: nobody counts
};

/// Somebody at the door, with what the first message said.
struct Arrival {
  session::ConnectionId connection;
  domain::Role role = domain::Role::participant;
  protocol::Token token;  ///< of a participant
  domain::LinkId link;    ///< of a desk
  std::optional<protocol::Cursor> resume;
  domain::SecretHash secret;  ///< of the desk's link
  bool may_be_new = true;     ///< see session::Joined
};

class SessionHost : public std::enable_shared_from_this<SessionHost> {
 public:
  /// What a host tells the directory, on the session's shard.
  struct Told {
    /// Another definition stands on disk.
    std::function<void(domain::Definition)> changed;
    /// There is an archive, and what remains of the definition; nothing, when only the log knows what that is.
    std::function<void(std::optional<domain::Definition>)> closed;
  };

  SessionHost(Shard& shard, World& world, const domain::SessionId& session, Told told);

  void start();
  /// The coroutine ends at the next turn; what the log has been given is still written.
  void stop();

  void arrive(Arrival arrival);
  void command(session::ConnectionId connection, protocol::CommandMessage message);
  void order(domain::Command command);
  void drained(session::ConnectionId connection);
  void leave(session::ConnectionId connection);

  /// Calls `at` on the session's shard, with the core as soon as there is one, or with null when there will be none for now.
  /// Only what is durable may be looked at.
  using Look = std::function<void(const session::SessionCore*)>;
  void look(Look at);

  const domain::SessionId& session() const { return session_; }

 private:
  enum class Ended { rebuild, stopped, closed };
  /// A command as it came from a connection.
  struct Given {
    session::ConnectionId connection;
    protocol::CommandMessage message;
  };
  using Waiting = std::variant<Arrival, Given, domain::Command>;

  boost::asio::awaitable<void> run();
  boost::asio::awaitable<log::LoadedLog> load();
  boost::asio::awaitable<Ended> serve();
  boost::asio::awaitable<void> refuse(std::optional<std::int64_t> for_ms);
  boost::asio::awaitable<void> pause(std::int64_t for_ms);
  boost::asio::awaitable<void> notified(std::optional<base::SteadyMs> until);

  /// False when the log does not make sense. A core that cannot be built is given up like one that breaks.
  bool open(log::LoadedLog loaded);
  void give_up(const std::exception& thrown);
  void take(Waiting waiting);
  void pass_on(Arrival& arrival);
  void pass_on(Given& given);
  void pass_on(domain::Command& order);
  void close_all(protocol::CloseCode code);
  void close_for_good(std::optional<domain::Definition> remaining);
  void show_all(const session::SessionCore* core);
  void put(session::Input input);
  void carry_out(session::Actions actions);
  void append(log::Append append);
  void drop_core();
  void notify();
  domain::Stamp stamp();

  template <class Function>
  void post(Function function);

  Shard& shard_;
  World& world_;
  const domain::SessionId session_;
  const Told told_;

  // All below: the session's shard only.
  Timer signal_;
  SessionMeter meter_;
  std::optional<session::SessionCore> core_;
  std::optional<Identity> identity_;
  std::map<session::ConnectionId, protocol::Token> tokens_;  ///< of participants, while their connection lives
  std::set<session::ConnectionId> connections_;              ///< all who are at this session
  std::vector<Waiting> early_;                               ///< came before there was a core
  std::vector<Look> lookers_;                                ///< as these
  std::deque<session::Input> inbox_;
  std::optional<base::SteadyMs> wake_at_;
  std::optional<log::LoadedLog> loaded_;
  std::uint64_t run_ = 0;  ///< counts rebuilds: the log's answer to an earlier core must not reach the next
  bool rebuild_ = false;
  bool refusing_ = false;  ///< there is no core and none is on its way
  bool closed_ = false;
  bool stopping_ = false;
};

}  // namespace durf::runtime
