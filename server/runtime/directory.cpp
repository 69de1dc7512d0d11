// SPDX-License-Identifier: MIT
#include "durf/runtime/directory.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <utility>

#include "durf/domain/decide.hpp"
#include "durf/domain/default_word_list.hpp"
#include "durf/log/record_codec.hpp"
#include "durf/protocol/encode.hpp"
#include "durf/runtime/faults.hpp"

namespace durf::runtime {
namespace asio = boost::asio;
using protocol::CloseCode;

namespace {

/// From here on six digits are guessed too easily.
constexpr std::size_t sessions_with_short_codes_max = 10;

/// Links that a new session is born with are named after their session, so that creating it twice makes the same ones.
domain::LinkId first_link(const domain::SessionId& session, std::uint8_t which) {
  domain::LinkId link{session.bytes};
  link.bytes.back() = static_cast<std::uint8_t>(link.bytes.back() ^ which);
  return link;
}

}  // namespace

Directory::Directory(std::vector<Shard*> shards, World& world)
    : shards_(std::move(shards)),
      world_(world),
      pairing_(world.entropy),
      renewal_(shards_.front()->loop()),
      next_look_(shards_.front()->loop()),
      results_over_(shards_.front()->loop()) {}

void Directory::start(std::function<void(std::optional<std::size_t>)> done) {
  world_.log.definitions([self = shared_from_this(), done = std::move(done)](
                             std::optional<std::vector<log::StoredDefinition>> stored) {
    asio::post(self->shards_.front()->loop(), [self, done, stored = std::move(stored)] {
      if (!stored) {
        spdlog::critical("the sessions in the data directory cannot be read");
        return done(std::nullopt);
      }
      for (const log::StoredDefinition& one : *stored) {
        auto definition = log::decode_definition(one.definition);
        if (!definition) {
          spdlog::critical("the definition of a session cannot be read: the data directory is damaged, or newer than this program");
          return done(std::nullopt);
        }
        one.closed ? self->learn_closed(std::move(*definition)) : self->learn(std::move(*definition));
      }
      asio::co_spawn(
          self->shards_.front()->loop(), [self] { return self->renew_pairing_codes(); }, thrown_into_the_loop);
      asio::co_spawn(
          self->shards_.front()->loop(), [self] { return self->watch_calendar(); }, thrown_into_the_loop);
      done(stored->size());
    });
  });
}

void Directory::stop() {
  asio::post(shards_.front()->loop(), [self = shared_from_this()] {
    self->stopping_ = true;
    self->renewal_.cancel();
    self->next_look_.cancel();
    self->results_over_.cancel();
    for (const auto& [session, known] : self->sessions_) {
      if (!known.closed()) known.host->stop();
    }
  });
}

void Directory::when_loaded(std::function<void()> done) {
  asio::post(shards_.front()->loop(), [self = shared_from_this(), done = std::move(done)] {
    auto waiting = std::make_shared<std::size_t>(1);  // itself, so that it is not over before all were asked
    const auto one_less = [self, waiting, done] {
      asio::post(self->shards_.front()->loop(), [waiting, done] {
        if (--*waiting == 0) done();
      });
    };
    for (const auto& [session, known] : self->sessions_) {
      if (known.closed()) continue;
      ++*waiting;
      known.host->look([one_less](const session::SessionCore*) { one_less(); });
    }
    one_less();
  });
}

void Directory::enter(protocol::ClientMessage hello, std::function<void(Entrance)> done) {
  asio::post(shards_.front()->loop(), [self = shared_from_this(), hello = std::move(hello), done = std::move(done)] {
    if (const auto* participant = std::get_if<protocol::HelloParticipant>(&hello)) return done(self->find(*participant));
    if (const auto* desk = std::get_if<protocol::HelloDesk>(&hello)) return done(self->find(*desk));
    done(CloseCode::bad_message);
  });
}

Entrance Directory::find(const protocol::HelloParticipant& hello) {
  if (const auto* key = std::get_if<domain::JoinKey>(&hello.join)) {
    const auto found = by_join_key_.find(*key);
    if (found == by_join_key_.end()) return CloseCode::unknown_session;
    return entrance_to(found->second, {nullptr, domain::Role::participant, {}, {}});
  }
  if (!code_budget_.open(world_.clock.now(), open_)) return CloseCode::code_budget;
  const auto found = by_join_code_.find(std::get<std::string>(hello.join));
  if (found == by_join_code_.end()) {
    code_budget_.spend();
    return CloseCode::unknown_session;
  }
  return entrance_to(found->second, {nullptr, domain::Role::participant, {}, {}});
}

Entrance Directory::find(const protocol::HelloDesk& hello) {
  const domain::SecretHash secret = hash_of_link(hello.secret);
  const auto found = by_secret_.find(secret);
  if (found == by_secret_.end()) return CloseCode::unknown_session;
  const Desk& desk = found->second;
  return entrance_to(desk.session, {nullptr, desk.role, desk.link, secret});
}

Entrance Directory::entrance_to(const domain::SessionId& session, Entry entry) {
  entry.host = sessions_.at(session).host;
  if (!entry.host) return CloseCode::session_closed;
  return entry;
}

/// A definition that stands on disk: its ways in are open from now on, those of its predecessor are shut.
void Directory::learn(domain::Definition definition) {
  if (stopping_) return;
  const domain::SessionId session = definition.id;
  const auto known = sessions_.find(session);
  if (known != sessions_.end()) {
    if (known->second.closed()) return;  // said before it was closed
    shut_ways_in(known->second.definition);
    known->second.definition = std::move(definition);
  } else {
    ++open_;
    auto host = make_host(session);
    sessions_.emplace(session, Known{std::move(definition), host, {}, {}});
    host->start();
  }
  const domain::Definition& now = sessions_.at(session).definition;
  open_ways_in(now);
  for (const PairingBoard::Paired& paired : pairing_.fulfil(now))
    send(paired.screen, protocol::encode_paired(paired.role, paired.secret));
}

std::shared_ptr<SessionHost> Directory::make_host(const domain::SessionId& session) {
  Shard& shard = *shards_[next_shard_++ % shards_.size()];
  const auto on_first_shard = [weak = weak_from_this()](auto function) {
    if (const auto self = weak.lock())
      asio::post(self->shards_.front()->loop(), [self, function = std::move(function)]() mutable { function(*self); });
  };
  SessionHost::Told told;
  told.changed = [on_first_shard](domain::Definition next) {
    on_first_shard([next = std::move(next)](Directory& self) { self.learn(next); });
  };
  told.closed = [on_first_shard, session](std::optional<domain::Definition> remaining) {
    on_first_shard([session, remaining = std::move(remaining)](Directory& self) {
      remaining ? self.learn_closed(*remaining) : self.read_closed(session);
    });
  };
  return std::make_shared<SessionHost>(shard, world_, session, std::move(told));
}

void Directory::open_ways_in(const domain::Definition& definition) {
  const domain::SessionId& session = definition.id;
  by_join_key_[definition.join_key] = session;
  if (!definition.join_code.empty()) by_join_code_[definition.join_code] = session;
  for (const auto& [id, link] : definition.links) by_secret_[link.secret_hash] = Desk{session, id, link.role};
  if (!definition.results_hash.empty()) by_results_.emplace(definition.results_hash, session);
  const auto promised = promised_codes_.find(definition.join_code);
  if (promised != promised_codes_.end() && promised->second == session) promised_codes_.erase(promised);
}

void Directory::shut_ways_in(const domain::Definition& definition) {
  by_join_key_.erase(definition.join_key);
  by_join_code_.erase(definition.join_code);
  for (const auto& [id, link] : definition.links) {
    const auto desk = by_secret_.find(link.secret_hash);
    if (desk != by_secret_.end() && desk->second.session == definition.id) by_secret_.erase(desk);
  }
  const auto results = by_results_.find(definition.results_hash);
  if (results != by_results_.end() && results->second == definition.id) by_results_.erase(results);
}

void Directory::create(protocol::CreateSession session, std::function<void(CreateOutcome)> done) {
  asio::post(shards_.front()->loop(),
             [self = shared_from_this(), session = std::move(session), done = std::move(done)]() mutable {
               self->create_here(std::move(session), std::move(done));
             });
}

void Directory::create_here(protocol::CreateSession session, std::function<void(CreateOutcome)> done) {
  domain::Definition& definition = session.definition;
  const domain::SecretHash facilitator = hash_of_link(session.facilitator_secret);
  const domain::SecretHash presenter = hash_of_link(session.presenter_secret);
  const domain::LinkId facilitator_link = first_link(definition.id, 1);

  if (const auto known = sessions_.find(definition.id); known != sessions_.end()) {
    const auto link = known->second.definition.links.find(facilitator_link);
    const bool sent_again = link != known->second.definition.links.end() && link->second.secret_hash == facilitator;
    if (!sent_again) return done(CreateRefusal::id_taken);
    if (known->second.closed()) return done(CreateRefusal::id_taken);
    return done(SessionCreatedAnswer{definition.id, known->second.definition.join_code});
  }
  if (by_join_key_.contains(definition.join_key) || by_secret_.contains(facilitator) ||
      by_secret_.contains(presenter) || facilitator == presenter)
    return done(CreateRefusal::id_taken);
  if (open_ >= sessions_max) return done(CreateRefusal::sessions_full);
  for (domain::Topic& topic : definition.topics) topic.id = base::random_id<domain::TopicId>(world_.entropy);
  definition.word_list = domain::default_word_list();
  const auto checked = domain::check_definition(definition);
  if (const auto* rejection = std::get_if<domain::Rejection>(&checked)) return done(*rejection);

  definition.join_code = draw_join_code(definition.id);
  definition.links[facilitator_link] = {domain::Role::facilitator, "", facilitator};
  definition.links[first_link(definition.id, 2)] = {domain::Role::presenter, "", presenter};
  log::Append append{definition.id, 1, log::AppendMode::extend,
                     log::encode_events({domain::SessionCreated{definition}}), log::encode_definition(definition)};
  world_.log.append(std::move(append), [self = shared_from_this(), session,
                                        done = std::move(done)](log::AppendOutcome outcome) {
    asio::post(self->shards_.front()->loop(), [self, session, done, outcome] {
      const domain::Definition& made = session.definition;
      if (outcome == log::AppendOutcome::durable) {
        self->learn(made);
        return done(SessionCreatedAnswer{made.id, made.join_code});
      }
      self->promised_codes_.erase(made.join_code);
      // Asked twice at once: the other one was first, and this one gets the same answer.
      if (outcome == log::AppendOutcome::conflict && self->sessions_.contains(made.id))
        return self->create_here(session, done);
      done(outcome == log::AppendOutcome::conflict ? CreateRefusal::id_taken : CreateRefusal::disk_full);
    });
  });
}

void Directory::promise_join_code(domain::SessionId session, std::function<void(std::string)> done) {
  asio::post(shards_.front()->loop(), [self = shared_from_this(), session, done = std::move(done)] {
    done(self->draw_join_code(session));
  });
}

/// Asked again before the first one stands on disk, a session is given the same.
std::string Directory::draw_join_code(const domain::SessionId& session) {
  for (const auto& [code, promised] : promised_codes_) {
    if (promised == session) return code;
  }
  const bool is_short = open_ < sessions_with_short_codes_max;
  const std::uint64_t codes = is_short ? 1'000'000 : 100'000'000;
  for (;;) {
    std::uint64_t drawn = 0;
    world_.entropy.fill({reinterpret_cast<std::uint8_t*>(&drawn), sizeof drawn});
    std::string code = std::to_string(drawn % codes);  // of 2^64: the bias is far below one in a million million
    code.insert(0, (is_short ? 6 : 8) - code.size(), '0');
    if (by_join_code_.contains(code) || promised_codes_.contains(code)) continue;
    promised_codes_.emplace(code, session);
    return code;
  }
}

void Directory::send(session::ConnectionId connection, protocol::SharedFrame frame) {
  world_.deliveries.deliver(connection.shard, {}, {session::Send{connection, {std::move(frame)}}});
}

void Directory::close(session::ConnectionId connection, CloseCode code) {
  world_.deliveries.deliver(connection.shard, {}, {session::Close{connection, code}});
}

}  // namespace durf::runtime
