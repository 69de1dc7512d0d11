// SPDX-License-Identifier: MIT
// Links that are not made at a desk: by pairing a screen, and for an operator who lost them.
#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <utility>

#include "durf/protocol/encode.hpp"
#include "durf/runtime/directory.hpp"
#include "durf/runtime/faults.hpp"

namespace durf::runtime {
namespace asio = boost::asio;
using protocol::CloseCode;

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

void Directory::check_desk_link(domain::SessionId session, protocol::Secret secret, std::function<void(bool)> done) {
  asio::post(shards_.front()->loop(),
             [self = shared_from_this(), session, link = hash_of_link(secret), done = std::move(done)] {
               const auto found = self->by_secret_.find(link);
               done(found == self->by_secret_.end() || found->second.session == session);
             });
}

void Directory::rescue(std::string join_code, std::vector<domain::Role> roles,
                       std::function<void(std::vector<RescueLink>)> done) {
  asio::co_spawn(
      shards_.front()->loop(),
      [self = shared_from_this(), join_code = std::move(join_code), roles = std::move(roles), done = std::move(done)] {
        return self->rescue_here(join_code, roles, done);
      },
      thrown_into_the_loop);
}

/// Orders the links, then waits until their definitions stand on disk: a link that is printed works.
asio::awaitable<void> Directory::rescue_here(std::string join_code, std::vector<domain::Role> roles,
                                             std::function<void(std::vector<RescueLink>)> done) {
  struct Ordered {
    domain::SessionId session;
    domain::LinkId link;
    RescueLink made;
  };
  std::vector<Ordered> ordered;
  for (const auto& [session, known] : sessions_) {
    if (known.closed() || (!join_code.empty() && known.definition.join_code != join_code)) continue;
    for (const domain::Role role : roles) {
      const auto secret = base::random_id<protocol::Secret>(world_.entropy);
      const auto link = base::random_id<domain::LinkId>(world_.entropy);
      ordered.push_back({session, link, {known.definition.title.text, role, secret}});
      known.host->order(domain::CreateLink{link, role, "durf links", hash_of_link(secret)});
    }
  }
  const auto stands = [this](const Ordered& one) {
    const auto known = sessions_.find(one.session);
    return known != sessions_.end() && known->second.definition.links.contains(one.link);
  };
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

}  // namespace durf::runtime
