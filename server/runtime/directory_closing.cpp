// SPDX-License-Identifier: MIT
// The end of a session as the directory sees it: what its results page shows, what is left once it is closed, and the days
// after which it is closed and then deleted.
#include <spdlog/spdlog.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <utility>

#include "durf/base/assert.hpp"
#include "durf/domain/limits.hpp"
#include "durf/log/record_codec.hpp"
#include "durf/protocol/encode.hpp"
#include "durf/runtime/directory.hpp"

namespace durf::runtime {
namespace asio = boost::asio;

namespace {

/// The last day on which an ended session is kept and its results page shown.
std::int32_t last_day_of(const domain::Definition& definition) { return definition.ended_day + definition.keep_days; }

}  // namespace

/// From here on who comes is told that it is closed: phones by the join key, facilitators by their links.
void Directory::learn_closed(domain::Definition remaining) {
  if (stopping_) return;
  const domain::SessionId session = remaining.id;
  if (const auto known = sessions_.find(session); known != sessions_.end()) {
    if (!known->second.closed()) --open_;
    shut_ways_in(known->second.definition);
    sessions_.erase(known);
  }
  std::erase_if(promised_codes_, [&](const auto& promised) { return promised.second == session; });
  open_ways_in(remaining);
  sessions_.emplace(session, Known{std::move(remaining), nullptr, {}, {}});
}

/// The host found an archive where it looked for a log: the closing had worked, and the answer was lost.
void Directory::read_closed(const domain::SessionId& session) {
  world_.log.definitions([self = shared_from_this(), session](std::optional<std::vector<log::StoredDefinition>> stored) {
    asio::post(self->shards_.front()->loop(), [self, session, stored = std::move(stored)] {
      if (!stored) return;
      for (const log::StoredDefinition& one : *stored) {
        if (one.session != session || !one.closed) continue;
        if (auto remaining = log::decode_definition(one.definition)) self->learn_closed(std::move(*remaining));
      }
    });
  });
}

void Directory::check_results_link(domain::SessionId session, domain::ResultsSecret secret,
                                   std::function<void(bool)> done) {
  asio::post(shards_.front()->loop(),
             [self = shared_from_this(), session, link = hash_of_results_link(secret), done = std::move(done)] {
               const auto found = self->by_results_.find(link);
               done(found == self->by_results_.end() || found->second == session);
             });
}

void Directory::results(domain::ResultsSecret secret, std::function<void(AskOutcome)> done) {
  asio::post(shards_.front()->loop(),
             [self = shared_from_this(), link = hash_of_results_link(secret), done = std::move(done)]() mutable {
               self->results_here(link, std::move(done));
             });
}

void Directory::results_here(const domain::SecretHash& link, std::function<void(AskOutcome)> done) {
  const auto found = by_results_.find(link);
  if (found == by_results_.end()) return done(AskRefusal::unknown_session);
  const domain::SessionId session = found->second;
  const Known& known = sessions_.at(session);
  const bool over = known.definition.ended_day == 0 || world_.calendar.today() > last_day_of(known.definition);
  if (over) return done(AskRefusal::unknown_session);
  if (!known.results.empty() && world_.clock.now() < known.results_until) return done(known.results);
  auto keep = [self = shared_from_this(), session, done = std::move(done)](AskOutcome outcome) {
    const auto still = self->sessions_.find(session);
    if (const auto* text = std::get_if<std::string>(&outcome); text && still != self->sessions_.end()) {
      still->second.results = *text;
      still->second.results_until = self->world_.clock.now() + results_fresh_ms;
      self->forget_results_later();
    }
    done(std::move(outcome));
  };
  known.closed() ? results_of_closed(session, std::move(keep)) : results_of_live(session, std::move(keep));
}

/// What is not told any more is not kept either: until the page is asked for again, its texts are where the session is.
void Directory::forget_results_later() {
  if (std::exchange(forgets_results_, true) || stopping_) return;
  results_over_.expires_after(std::chrono::milliseconds(results_fresh_ms));
  results_over_.async_wait([weak = weak_from_this()](const boost::system::error_code& cancelled) {
    const auto self = weak.lock();
    if (cancelled || !self) return;
    self->forgets_results_ = false;
    bool some_left = false;
    for (auto& [session, known] : self->sessions_) {
      if (self->world_.clock.now() >= known.results_until) known.results = std::string();
      some_left = some_left || !known.results.empty();
    }
    if (some_left) self->forget_results_later();
  });
}

void Directory::results_of_live(const domain::SessionId& session, std::function<void(AskOutcome)> done) {
  const std::shared_ptr<SessionHost>& host = sessions_.at(session).host;
  host->look([self = shared_from_this(), done = std::move(done)](const session::SessionCore* core) {
    AskOutcome outcome = AskRefusal::unavailable;
    try {
      const auto shown = core ? core->results() : std::nullopt;
      if (shown) outcome = protocol::encode_results(*shown, protocol::ResultsOf::ended);
      if (core && !shown) outcome = AskRefusal::unknown_session;
    } catch (const base::Bug& bug) {
      // Nobody has changed anything: the session goes on, without its page.
      spdlog::error("a results page cannot be made: {}", bug.what());
    }
    asio::post(self->shards_.front()->loop(),
               [done, outcome = std::move(outcome)]() mutable { done(std::move(outcome)); });
  });
}

void Directory::results_of_closed(const domain::SessionId& session, std::function<void(AskOutcome)> done) {
  world_.log.load(session, [self = shared_from_this(), done = std::move(done)](log::LoadedLog loaded) {
    AskOutcome outcome = loaded.archive ? AskOutcome(std::move(*loaded.archive)) : AskOutcome(AskRefusal::unavailable);
    asio::post(self->shards_.front()->loop(),
               [done, outcome = std::move(outcome)]() mutable { done(std::move(outcome)); });
  });
}

Directory::Known* Directory::facilitated(const protocol::Secret& secret) {
  const auto desk = by_secret_.find(hash_of_link(secret));
  const bool facilitates = desk != by_secret_.end() && desk->second.role == domain::Role::facilitator;
  return facilitates ? &sessions_.at(desk->second.session) : nullptr;
}

void Directory::session_state(protocol::Secret secret, std::function<void(AskOutcome)> done) {
  asio::post(shards_.front()->loop(), [self = shared_from_this(), secret, done = std::move(done)] {
    const Known* known = self->facilitated(secret);
    if (!known) return done(AskRefusal::unknown_session);
    const domain::Definition& definition = known->definition;
    if (known->closed())
      return done(protocol::encode_closed_session(definition.title, definition.ended_day, definition.keep_days));
    known->host->look([done](const session::SessionCore* core) {
      if (!core) return done(AskRefusal::unavailable);
      done(protocol::encode_session(core->durable().definition, core->durable().phase));
    });
  });
}

void Directory::delete_session(protocol::Secret secret, std::function<void(AskOutcome)> done) {
  asio::post(shards_.front()->loop(), [self = shared_from_this(), secret, done = std::move(done)] {
    const Known* known = self->facilitated(secret);
    if (!known) return done(AskRefusal::unknown_session);
    if (!known->closed()) return done(AskRefusal::not_closed);
    const domain::SessionId session = known->definition.id;
    self->remove(session, [self, session, done](bool removed) {
      if (!removed) return done(AskRefusal::unavailable);
      done(protocol::encode_deleted(session, self->world_.calendar.today()));
    });
  });
}

/// Of a closed session. `done` is called on this shard.
void Directory::remove(const domain::SessionId& session, std::function<void(bool)> done) {
  world_.log.remove(session, [self = shared_from_this(), session, done = std::move(done)](bool removed) {
    asio::post(self->shards_.front()->loop(), [self, session, done, removed] {
      const auto known = self->sessions_.find(session);
      if (removed && known != self->sessions_.end()) {
        self->shut_ways_in(known->second.definition);
        self->sessions_.erase(known);
      }
      done(removed);
    });
  });
}

void Directory::follow_calendar() {
  asio::post(shards_.front()->loop(), [self = shared_from_this()] { self->follow_calendar_here(); });
}

void Directory::follow_calendar_here() {
  const std::int32_t today = world_.calendar.today();
  for (const auto& [session, known] : sessions_) {
    const std::int32_t last_day = last_day_of(known.definition);
    if (known.definition.ended_day == 0) continue;
    if (!known.closed() && today > last_day) known.host->order(domain::CloseSession{});
    if (known.closed() && today > last_day + domain::limits::archive_days) {
      remove(session, [](bool removed) {
        if (removed)
          spdlog::info("an archive was deleted: its days were over");
        else
          spdlog::error("an archive whose days are over could not be deleted; it is tried again in some minutes");
      });
    }
  }
}

asio::awaitable<void> Directory::watch_calendar() {
  while (!stopping_) {
    if (calendar_trust_.look(world_.clock.now(), world_.calendar.seconds())) follow_calendar_here();
    next_look_.expires_after(std::chrono::milliseconds(calendar_every_ms));
    co_await next_look_.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

}  // namespace durf::runtime
