// SPDX-License-Identifier: MIT
#include "durf/runtime/directory.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <algorithm>
#include <chrono>
#include <utility>

#include "durf/base/overloaded.hpp"
#include "durf/domain/decide.hpp"
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
    : shards_(std::move(shards)), world_(world), pairing_(world.entropy), renewal_(shards_.front()->loop()) {}

void Directory::start(std::function<void(std::optional<std::size_t>)> done) {
  world_.log.definitions([self = shared_from_this(), done = std::move(done)](
                             std::vector<log::StoredDefinition> stored) {
    asio::post(self->shards_.front()->loop(), [self, done, stored = std::move(stored)] {
      for (const log::StoredDefinition& one : stored) {
        auto definition = log::decode_definition(one.definition);
        if (!definition) {
          spdlog::critical("the definition of a session cannot be read: the data directory is damaged, or newer than this program");
          return done(std::nullopt);
        }
        self->learn(std::move(*definition));
      }
      asio::co_spawn(
          self->shards_.front()->loop(), [self] { return self->renew_pairing_codes(); }, thrown_into_the_loop);
      done(stored.size());
    });
  });
}

void Directory::stop() {
  asio::post(shards_.front()->loop(), [self = shared_from_this()] {
    self->stopping_ = true;
    self->renewal_.cancel();
    for (const auto& [session, known] : self->sessions_) known.host->stop();
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
    return Entry{host_of(found->second), domain::Role::participant, {}, {}};
  }
  if (!code_budget_.open(world_.clock.now(), sessions_.size())) return CloseCode::code_budget;
  const auto found = by_join_code_.find(std::get<std::string>(hello.join));
  if (found == by_join_code_.end()) {
    code_budget_.spend();
    return CloseCode::unknown_session;
  }
  return Entry{host_of(found->second), domain::Role::participant, {}, {}};
}

Entrance Directory::find(const protocol::HelloDesk& hello) {
  const domain::SecretHash secret = hash_of_link(hello.secret);
  const auto found = by_secret_.find(secret);
  if (found == by_secret_.end()) return CloseCode::unknown_session;
  const Desk& desk = found->second;
  return Entry{host_of(desk.session), desk.role, desk.link, secret};
}

std::shared_ptr<SessionHost> Directory::host_of(const domain::SessionId& session) { return sessions_.at(session).host; }

/// A definition that stands on disk: its ways in are open from now on, those of its predecessor are shut.
void Directory::learn(domain::Definition definition) {
  if (stopping_) return;
  const domain::SessionId session = definition.id;
  auto known = sessions_.find(session);
  if (known != sessions_.end()) {
    forget_ways_in(known->second.definition);
    known->second.definition = std::move(definition);
  } else {
    Shard& shard = *shards_[next_shard_++ % shards_.size()];
    auto host = std::make_shared<SessionHost>(shard, world_, session, [weak = weak_from_this()](domain::Definition next) {
      if (const auto self = weak.lock())
        asio::post(self->shards_.front()->loop(), [self, next = std::move(next)] { self->learn(next); });
    });
    known = sessions_.emplace(session, Known{std::move(definition), host}).first;
    host->start();
  }
  const domain::Definition& now = known->second.definition;
  by_join_key_[now.join_key] = session;
  by_join_code_[now.join_code] = session;
  for (const auto& [id, link] : now.links) by_secret_[link.secret_hash] = Desk{session, id, link.role};
  for (const PairingBoard::Paired& paired : pairing_.fulfil(now))
    send(paired.screen, protocol::encode_paired(domain::Role::presenter, paired.secret));
}

void Directory::forget_ways_in(const domain::Definition& definition) {
  by_join_key_.erase(definition.join_key);
  by_join_code_.erase(definition.join_code);
  for (const auto& [id, link] : definition.links) by_secret_.erase(link.secret_hash);
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
    return done(SessionCreatedAnswer{definition.id, known->second.definition.join_code});
  }
  if (by_join_key_.contains(definition.join_key) || by_secret_.contains(facilitator) ||
      by_secret_.contains(presenter) || facilitator == presenter)
    return done(CreateRefusal::id_taken);
  if (sessions_.size() >= sessions_max) return done(CreateRefusal::sessions_full);
  for (domain::Topic& topic : definition.topics) topic.id = base::random_id<domain::TopicId>(world_.entropy);
  const auto checked = domain::check_definition(definition);
  if (const auto* rejection = std::get_if<domain::Rejection>(&checked)) return done(*rejection);

  definition.join_code = draw_join_code();
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
      // Asked twice at once: the other one was first, and this one gets the same answer.
      if (outcome == log::AppendOutcome::conflict && self->sessions_.contains(made.id))
        return self->create_here(session, done);
      done(outcome == log::AppendOutcome::conflict ? CreateRefusal::id_taken : CreateRefusal::disk_full);
    });
  });
}

std::string Directory::draw_join_code() {
  const bool is_short = sessions_.size() < sessions_with_short_codes_max;
  const std::uint64_t codes = is_short ? 1'000'000 : 100'000'000;
  for (;;) {
    std::uint64_t drawn = 0;
    world_.entropy.fill({reinterpret_cast<std::uint8_t*>(&drawn), sizeof drawn});
    std::string code = std::to_string(drawn % codes);  // of 2^64: the bias is far below one in a million million
    code.insert(0, (is_short ? 6 : 8) - code.size(), '0');
    if (!by_join_code_.contains(code)) return code;
  }
}

void Directory::show_pairing(session::ConnectionId screen) {
  asio::post(shards_.front()->loop(), [self = shared_from_this(), screen] { self->show_code(screen); });
}

void Directory::leave_pairing(session::ConnectionId screen) {
  asio::post(shards_.front()->loop(), [self = shared_from_this(), screen] { self->pairing_.leave(screen); });
}

void Directory::promise_pairing(std::string code, domain::LinkId link, protocol::Secret secret,
                                std::function<void(bool)> done) {
  asio::post(shards_.front()->loop(), [self = shared_from_this(), code = std::move(code), link, secret,
                                       done = std::move(done)] {
    done(self->pairing_.promise(code, link, secret, self->world_.clock.now()));
  });
}

void Directory::rescue(std::string join_code, std::function<void(std::vector<RescueLink>)> done) {
  asio::co_spawn(
      shards_.front()->loop(),
      [self = shared_from_this(), join_code = std::move(join_code), done = std::move(done)] {
        return self->rescue_here(join_code, done);
      },
      thrown_into_the_loop);
}

/// Orders the links, then waits until their definitions stand on disk: a link that is printed works.
asio::awaitable<void> Directory::rescue_here(std::string join_code, std::function<void(std::vector<RescueLink>)> done) {
  struct Ordered {
    domain::SessionId session;
    domain::LinkId link;
    RescueLink made;
  };
  std::vector<Ordered> ordered;
  for (const auto& [session, known] : sessions_) {
    if (!join_code.empty() && known.definition.join_code != join_code) continue;
    for (const domain::Role role : {domain::Role::facilitator, domain::Role::presenter}) {
      const auto secret = base::random_id<protocol::Secret>(world_.entropy);
      const auto link = base::random_id<domain::LinkId>(world_.entropy);
      ordered.push_back({session, link, {known.definition.title.text, role, secret}});
      known.host->order(domain::CreateLink{link, role, "durf links", hash_of_link(secret)});
    }
  }
  const auto stands = [this](const Ordered& one) { return sessions_.at(one.session).definition.links.contains(one.link); };
  const base::SteadyMs until = world_.clock.now() + rescue_wait_ms;
  Timer look_again(shards_.front()->loop());
  while (!std::all_of(ordered.begin(), ordered.end(), stands) && world_.clock.now() < until) {
    look_again.expires_after(std::chrono::milliseconds(20));
    co_await look_again.async_wait(asio::as_tuple(asio::use_awaitable));
  }
  std::vector<RescueLink> links;
  for (const Ordered& one : ordered) {
    if (stands(one)) links.push_back(one.made);
  }
  done(std::move(links));
}

void Directory::show_code(session::ConnectionId screen) {
  if (const auto code = pairing_.show(screen, world_.clock.now()))
    send(screen, protocol::encode_pairing(*code, pairing_valid_ms));
  else
    close(screen, CloseCode::session_full);
}

asio::awaitable<void> Directory::renew_pairing_codes() {
  while (!stopping_) {
    renewal_.expires_after(std::chrono::seconds(1));
    co_await renewal_.async_wait(asio::as_tuple(asio::use_awaitable));
    for (const session::ConnectionId& screen : pairing_.expired(world_.clock.now())) show_code(screen);
  }
}

void Directory::send(session::ConnectionId connection, protocol::SharedFrame frame) {
  world_.deliveries.deliver(connection.shard, {}, {session::Send{connection, {std::move(frame)}}});
}

void Directory::close(session::ConnectionId connection, CloseCode code) {
  world_.deliveries.deliver(connection.shard, {}, {session::Close{connection, code}});
}

}  // namespace durf::runtime
