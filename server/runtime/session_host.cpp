// SPDX-License-Identifier: MIT
#include "durf/runtime/session_host.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <utility>

#include "durf/base/assert.hpp"
#include "durf/base/overloaded.hpp"
#include "durf/log/record_codec.hpp"
#include "durf/runtime/faults.hpp"

namespace durf::runtime {
namespace asio = boost::asio;
using protocol::CloseCode;
using session::ConnectionId;

namespace {

/// After a log that could not be read for a reason that may pass.
constexpr std::int64_t retry_after_ms = 5'000;
/// Between bugs that follow one another within `retry_after_ms`.
constexpr std::int64_t pause_after_quick_rebuild_ms = 200;
/// What may wait for a core: a whole room that comes back at once, with a command each.
constexpr std::size_t early_max = 65'536;

const char* name_of(log::LoadFault fault) {
  switch (fault) {
    case log::LoadFault::none: return "none";
    case log::LoadFault::unknown_session: return "no such session in the log";
    case log::LoadFault::missing_key: return "its key file is missing";
    case log::LoadFault::broken_chain: return "its log is damaged";
    case log::LoadFault::newer_format: return "its log was written by a newer version of Durf";
    case log::LoadFault::failed: return "its log could not be read";
  }
  return "";
}

}  // namespace

SessionHost::SessionHost(Shard& shard, World& world, const domain::SessionId& session, Told told)
    : shard_(shard), world_(world), session_(session), told_(std::move(told)), signal_(shard.loop()), meter_(world.meters) {}

void SessionHost::start() {
  asio::co_spawn(
      shard_.loop(), [self = shared_from_this()] { return self->run(); }, thrown_into_the_loop);
}

template <class Function>
void SessionHost::post(Function function) {
  asio::post(shard_.loop(), [self = shared_from_this(), function = std::move(function)]() mutable {
    try {
      function(*self);
    } catch (const std::exception& thrown) {
      self->give_up(thrown);
    }
  });
}

void SessionHost::stop() {
  post([](SessionHost& host) {
    host.stopping_ = true;
    host.notify();
  });
}

void SessionHost::arrive(Arrival arrival) {
  post([arrival = std::move(arrival)](SessionHost& host) mutable {
    host.connections_.insert(arrival.connection);
    host.take(std::move(arrival));
  });
}

void SessionHost::command(ConnectionId connection, protocol::CommandMessage message) {
  post([connection, message = std::move(message)](SessionHost& host) mutable {
    if (host.connections_.contains(connection)) host.take(Given{connection, std::move(message)});
  });
}

void SessionHost::order(domain::Command command) {
  post([command = std::move(command)](SessionHost& host) mutable { host.take(std::move(command)); });
}

void SessionHost::look(Look at) {
  post([at = std::move(at)](SessionHost& host) mutable {
    if (host.core_) return at(&*host.core_);
    if (host.refusing_ || host.closed_ || host.stopping_ || host.lookers_.size() >= early_max) return at(nullptr);
    host.lookers_.push_back(std::move(at));
  });
}

void SessionHost::show_all(const session::SessionCore* core) {
  for (const Look& at : std::exchange(lookers_, {})) at(core);
}

/// What comes while there is no core waits for the next one, in order.
void SessionHost::take(Waiting waiting) {
  if (closed_) return close_all(CloseCode::session_closed);
  if (core_) return std::visit([this](auto& one) { pass_on(one); }, waiting);
  if (early_.size() < early_max) {
    early_.push_back(std::move(waiting));
  } else if (const auto* arrival = std::get_if<Arrival>(&waiting)) {
    connections_.erase(arrival->connection);
    world_.deliveries.deliver(arrival->connection.shard, session_, {session::Close{arrival->connection, CloseCode::resync}});
  }
  notify();
}

void SessionHost::pass_on(Arrival& arrival) {
  domain::Actor actor{arrival.role, {}};
  if (arrival.role == domain::Role::participant) {
    tokens_.emplace(arrival.connection, arrival.token);
    actor.member = identity_->member(arrival.token);
  }
  put(session::Joined{arrival.connection, actor, arrival.link, arrival.resume, arrival.secret, arrival.may_be_new});
}

void SessionHost::pass_on(Given& given) {
  const auto token = tokens_.find(given.connection);
  identity_->fill(given.message, token == tokens_.end() ? nullptr : &token->second);
  // A clock that was never set stands at the beginning of 1970, and no day at all means: not ended.
  if (auto* end = std::get_if<domain::EndSession>(&given.message.command))
    end->day = std::max<std::int32_t>(1, world_.calendar.today());
  put(session::Commanded{given.connection, given.message.id, std::move(given.message.command)});
}

void SessionHost::pass_on(domain::Command& order) { put(session::Ordered{std::move(order)}); }

void SessionHost::drained(ConnectionId connection) {
  post([connection](SessionHost& host) {
    if (host.core_ && host.connections_.contains(connection)) host.put(session::Drained{connection});
  });
}

void SessionHost::leave(ConnectionId connection) {
  post([connection](SessionHost& host) {
    host.tokens_.erase(connection);
    std::erase_if(host.early_, [&](const Waiting& waiting) {
      const auto* arrival = std::get_if<Arrival>(&waiting);
      const auto* given = std::get_if<Given>(&waiting);
      return (arrival && arrival->connection == connection) || (given && given->connection == connection);
    });
    if (host.connections_.erase(connection) > 0 && host.core_) host.put(session::Left{connection});
  });
}

/// The life of a session: load, serve, and again from the log when the core has to go.
asio::awaitable<void> SessionHost::run() {
  while (!stopping_) {
    const base::SteadyMs began = world_.clock.now();
    log::LoadedLog loaded = co_await load();
    if (stopping_) break;
    if (loaded.archive) {
      close_for_good(std::nullopt);
      break;
    }
    const log::LoadFault fault = loaded.fault;
    if (fault == log::LoadFault::none && open(std::move(loaded))) {
      if (co_await serve() != Ended::rebuild) break;
      close_all(CloseCode::resync);
      // A core that breaks as soon as it is built must not take the shard with it. Who comes meanwhile waits.
      if (world_.clock.now() - began < retry_after_ms) co_await pause(pause_after_quick_rebuild_ms);
      continue;
    }
    const bool may_pass = fault == log::LoadFault::failed;
    spdlog::error("a session cannot run: {}", fault == log::LoadFault::none ? "its log does not make sense" : name_of(fault));
    co_await refuse(may_pass ? std::optional(retry_after_ms) : std::nullopt);
  }
  drop_core();
  show_all(nullptr);
}

asio::awaitable<log::LoadedLog> SessionHost::load() {
  loaded_.reset();
  world_.log.load(session_, [self = shared_from_this()](log::LoadedLog loaded) {
    self->post([loaded = std::move(loaded)](SessionHost& host) mutable {
      host.loaded_ = std::move(loaded);
      host.notify();
    });
  });
  while (!loaded_ && !stopping_) co_await notified(std::nullopt);
  if (loaded_) co_return std::move(*loaded_);
  log::LoadedLog stopped;
  stopped.fault = log::LoadFault::failed;
  co_return stopped;
}

bool SessionHost::open(log::LoadedLog loaded) {
  auto state = log::replay(loaded.payloads);
  if (!state || !loaded.key) return false;
  ++run_;
  rebuild_ = false;
  wake_at_.reset();
  inbox_.clear();
  try {
    identity_.emplace(loaded.key, world_.entropy);
    core_.emplace(std::move(*state), loaded.payloads.size(), loaded.next,
                  base::random_id<protocol::Epoch>(world_.entropy), world_.settings, stamp());
    put(session::Woken{});
    show_all(&*core_);
    for (Waiting& waiting : std::exchange(early_, {})) std::visit([this](auto& one) { pass_on(one); }, waiting);
  } catch (const std::exception& thrown) {
    give_up(thrown);
  }
  return true;
}

asio::awaitable<SessionHost::Ended> SessionHost::serve() {
  while (!rebuild_ && !stopping_ && !closed_) {
    try {
      while (!inbox_.empty() && !rebuild_ && !closed_) {
        session::Input input = std::move(inbox_.front());
        inbox_.pop_front();
        carry_out(core_->step(std::move(input), stamp()));
        meter_.after_step(*core_);
      }
      if (rebuild_ || closed_) break;
      if (wake_at_ && world_.clock.now() >= *wake_at_) {
        wake_at_.reset();
        put(session::Woken{});
        continue;
      }
    } catch (const std::exception& thrown) {
      give_up(thrown);
      break;
    }
    co_await notified(wake_at_);
  }
  drop_core();
  identity_.reset();
  inbox_.clear();  // of this core; its connections say it again to the next
  co_return closed_ ? Ended::closed : stopping_ ? Ended::stopped : Ended::rebuild;
}

/// What was thrown is this session's: its core may be half of something, and only the log is whole.
void SessionHost::give_up(const std::exception& thrown) {
  spdlog::error("a session is rebuilt from its log: {}", words_for_log(thrown));
  meter_.keep_bug();
  rebuild_ = true;
  notify();
}

void SessionHost::drop_core() {
  if (core_) meter_.keep(core_->take_measures());
  core_.reset();
}

/// Whoever comes is told to come back later, for so long or until the server stops.
asio::awaitable<void> SessionHost::refuse(std::optional<std::int64_t> for_ms) {
  const auto until = for_ms ? std::optional(world_.clock.now() + *for_ms) : std::nullopt;
  refusing_ = true;
  show_all(nullptr);
  while (!stopping_ && !(until && world_.clock.now() >= *until)) {
    close_all(for_ms ? CloseCode::resync : CloseCode::unavailable);
    co_await notified(until);
  }
  refusing_ = false;
}

asio::awaitable<void> SessionHost::pause(std::int64_t for_ms) {
  const base::SteadyMs until = world_.clock.now() + for_ms;
  while (!stopping_ && world_.clock.now() < until) co_await notified(until);
}

asio::awaitable<void> SessionHost::notified(std::optional<base::SteadyMs> until) {
  if (!inbox_.empty()) co_return;
  if (until)
    signal_.expires_after(std::chrono::milliseconds(std::max<std::int64_t>(0, *until - world_.clock.now())));
  else
    signal_.expires_at(std::chrono::steady_clock::time_point::max());
  co_await signal_.async_wait(asio::as_tuple(asio::use_awaitable));
}

void SessionHost::notify() { signal_.cancel(); }

void SessionHost::put(session::Input input) {
  inbox_.push_back(std::move(input));
  notify();
}

void SessionHost::close_all(CloseCode code) {
  std::map<std::uint32_t, std::vector<Delivery>> by_shard;
  for (const ConnectionId& connection : connections_)
    by_shard[connection.shard].push_back(session::Close{connection, code});
  connections_.clear();
  tokens_.clear();
  early_.clear();
  for (auto& [shard, deliveries] : by_shard) world_.deliveries.deliver(shard, session_, std::move(deliveries));
}

/// From here on nothing is kept of the session but what the directory finds in the log.
void SessionHost::close_for_good(std::optional<domain::Definition> remaining) {
  closed_ = true;
  if (core_) meter_.keep(core_->take_measures());
  meter_.close();
  close_all(CloseCode::session_closed);
  told_.closed(std::move(remaining));
}

/// One batch per shard and step, so that fan-out costs one post per shard, however many replies go with it.
void SessionHost::carry_out(session::Actions actions) {
  std::vector<std::vector<Delivery>> by_shard(world_.deliveries.shards());
  std::optional<domain::Definition> remaining;
  for (session::Action& action : actions) {
    std::visit(base::Overloaded{
                   [&](session::AppendRecord& record) { append(std::move(record.append)); },
                   [&](session::Push& push) {
                     for (auto& deliveries : by_shard) deliveries.push_back(push);
                   },
                   [&](session::Send& send) { by_shard[send.connection.shard].push_back(std::move(send)); },
                   [&](session::Close& close) { by_shard[close.connection.shard].push_back(close); },
                   [&](session::DefinitionChanged& changed) { told_.changed(std::move(changed.definition)); },
                   [&](session::WakeAt& wake) { wake_at_ = wake.at; },
                   [&](session::Rebuild&) { rebuild_ = true; },
                   [&](session::Closed& closed) { remaining = std::move(closed.remaining); },
               },
               action);
  }
  for (std::uint32_t shard = 0; shard < by_shard.size(); ++shard) {
    if (!by_shard[shard].empty()) world_.deliveries.deliver(shard, session_, std::move(by_shard[shard]));
  }
  if (remaining) close_for_good(std::move(remaining));  // behind the last replies
}

void SessionHost::append(log::Append append) {
  world_.log.append(std::move(append), [self = shared_from_this(), run = run_,
                                        began = world_.clock.now()](log::AppendOutcome outcome) {
    self->post([run, outcome, began](SessionHost& host) {
      host.meter_.keep_append(outcome, host.world_.clock.now() - began);
      if (host.core_ && host.run_ == run) host.put(session::Appended{outcome});
    });
  });
}

domain::Stamp SessionHost::stamp() {
  domain::Stamp stamp{world_.clock.now(), {}};
  world_.entropy.fill({reinterpret_cast<std::uint8_t*>(stamp.entropy.data()), sizeof stamp.entropy});
  return stamp;
}

}  // namespace durf::runtime
