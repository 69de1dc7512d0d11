// SPDX-License-Identifier: MIT
#include "durf/runtime/shard_gateway.hpp"

#include <boost/asio/post.hpp>
#include <utility>

#include "durf/base/assert.hpp"
#include "durf/base/overloaded.hpp"
#include "durf/protocol/encode.hpp"

namespace durf::runtime {
namespace asio = boost::asio;
using protocol::CloseCode;

/// Brings an answer of the directory back to this shard.
template <class Function>
auto ShardGateway::on_this_shard(Function function) {
  return [&loop = shard_.loop(), function = std::move(function)](auto answer) {
    asio::post(loop, [function, answer = std::move(answer)]() mutable { function(std::move(answer)); });
  };
}

ConnectionId ShardGateway::opened(std::shared_ptr<Connection> connection) {
  const std::uint64_t serial = ++last_serial_;
  places_[serial].connection = std::move(connection);
  return {shard_.index(), serial};
}

ShardGateway::Place* ShardGateway::find(ConnectionId connection) {
  DURF_ASSERT(connection.shard == shard_.index());
  const auto found = places_.find(connection.serial);
  return found == places_.end() ? nullptr : &found->second;
}

void ShardGateway::received(ConnectionId connection, protocol::ClientMessage message) {
  Place* place = find(connection);
  if (!place) return;
  if (std::holds_alternative<protocol::Ping>(message)) {
    place->connection->push(protocol::encode_pong());
    return;
  }
  switch (place->stage) {
    case Stage::fresh: return enter(connection.serial, std::move(message));
    case Stage::entering:
      if (place->early.size() >= early_messages_max) return place->connection->close(CloseCode::bad_message);
      place->early.push_back(std::move(message));
      return;
    case Stage::guest:
      if (auto* command_message = std::get_if<protocol::CommandMessage>(&message))
        return command(connection.serial, *place, std::move(*command_message));
      return place->connection->close(CloseCode::bad_message);
    case Stage::pairing: return place->connection->close(CloseCode::bad_message);
  }
}

void ShardGateway::enter(std::uint64_t serial, protocol::ClientMessage hello) {
  Place& place = places_.at(serial);
  if (std::holds_alternative<protocol::HelloOfOtherVersion>(hello)) return place.connection->close(CloseCode::reload);
  if (std::holds_alternative<protocol::HelloPairing>(hello)) {
    place.stage = Stage::pairing;
    return directory_->show_pairing({shard_.index(), serial});
  }
  if (std::holds_alternative<protocol::CommandMessage>(hello)) return place.connection->close(CloseCode::bad_message);
  place.stage = Stage::entering;
  auto answer = on_this_shard([this, serial, hello](Entrance entrance) { entered(serial, hello, std::move(entrance)); });
  directory_->enter(std::move(hello), std::move(answer));
}

void ShardGateway::entered(std::uint64_t serial, const protocol::ClientMessage& hello, Entrance entrance) {
  Place* place = find({shard_.index(), serial});
  if (!place) return;  // gone in the meantime
  if (const auto* refused = std::get_if<CloseCode>(&entrance)) return place->connection->close(*refused);

  const Entry& entry = std::get<Entry>(entrance);
  place->stage = Stage::guest;
  place->host = entry.host;
  place->role = entry.role;
  Arrival arrival{{shard_.index(), serial}, entry.role, {}, entry.link, {}, entry.secret};
  if (const auto* participant = std::get_if<protocol::HelloParticipant>(&hello)) {
    arrival.token = participant->token;
    arrival.may_be_new = place->connection->may_bring_newcomer();
    arrival.resume = participant->resume;
  } else {
    arrival.resume = std::get<protocol::HelloDesk>(hello).resume;
  }
  entry.host->arrive(std::move(arrival));
  for (protocol::ClientMessage& early : std::exchange(place->early, {}))
    received({shard_.index(), serial}, std::move(early));
}

/// Makes a link, or gives it another secret.
bool ShardGateway::opens_a_way_in(const domain::Command& command) {
  return std::holds_alternative<domain::CreateLink>(command) || std::holds_alternative<domain::RenewLink>(command) ||
         std::holds_alternative<domain::ConfirmPairing>(command);
}

/// A command goes to its session. Some take a step before: what they need, only the directory knows.
void ShardGateway::command(std::uint64_t serial, Place& place, protocol::CommandMessage message) {
  const ConnectionId connection{shard_.index(), serial};
  const bool facilitates = place.role == domain::Role::facilitator;  // all others are refused by their session
  if (facilitates && opens_a_way_in(message.command))
    return make_link(connection, place.host->session(), std::move(message));
  if (facilitates && std::holds_alternative<domain::ChangeJoinCode>(message.command))
    return change_join_code(connection, place.host->session(), std::move(message));
  if (facilitates && std::holds_alternative<domain::SetResultsLink>(message.command))
    return set_results_link(connection, place.host->session(), std::move(message));
  place.host->command(connection, std::move(message));
}

/// The secret must not be one that opens another session.
void ShardGateway::make_link(ConnectionId connection, const domain::SessionId& session, protocol::CommandMessage message) {
  const protocol::Secret secret = message.secret.value_or(protocol::Secret{});
  directory_->check_desk_link(
      session, secret, on_this_shard([this, connection, message = std::move(message)](bool is_free) mutable {
        Place* asking = find(connection);
        if (!is_free) return reject(connection, message.id, domain::RejectionCode::id_taken);
        if (std::holds_alternative<domain::ConfirmPairing>(message.command))
          return confirm_pairing(connection, std::move(message));
        if (asking) asking->host->command(connection, std::move(message));
      }));
}

/// The screen with the code must be there.
void ShardGateway::confirm_pairing(ConnectionId connection, protocol::CommandMessage message) {
  const std::string code = message.pairing_code.value_or("");
  const domain::LinkId link = std::get<domain::ConfirmPairing>(message.command).link;
  const protocol::Secret secret = message.secret.value_or(protocol::Secret{});
  directory_->promise_pairing(code, link, secret,
                              on_this_shard([this, connection, message = std::move(message)](bool promised) mutable {
                                Place* asking = find(connection);
                                if (!promised) return reject(connection, message.id, domain::RejectionCode::unknown_pairing);
                                if (asking) asking->host->command(connection, std::move(message));
                              }));
}

void ShardGateway::reject(ConnectionId connection, const domain::CommandId& command, domain::RejectionCode code) {
  if (Place* place = find(connection)) place->connection->push(protocol::encode_rejected(command, {code, {}, {}}));
}

/// The secret must not be the one of another session's page.
void ShardGateway::set_results_link(ConnectionId connection, const domain::SessionId& session,
                                    protocol::CommandMessage message) {
  const domain::ResultsSecret secret = std::get<domain::SetResultsLink>(message.command).secret;
  directory_->check_results_link(
      session, secret, on_this_shard([this, connection, message = std::move(message)](bool is_free) mutable {
        Place* asking = find(connection);
        if (!is_free) return reject(connection, message.id, domain::RejectionCode::id_taken);
        if (asking) asking->host->command(connection, std::move(message));
      }));
}

/// The new code must be one that no other session has.
void ShardGateway::change_join_code(ConnectionId connection, const domain::SessionId& session,
                                    protocol::CommandMessage message) {
  directory_->promise_join_code(
      session, on_this_shard([this, connection, message = std::move(message)](std::string code) mutable {
        std::get<domain::ChangeJoinCode>(message.command).code = std::move(code);
        if (Place* asking = find(connection)) asking->host->command(connection, std::move(message));
      }));
}

void ShardGateway::drained(ConnectionId connection) {
  const Place* place = find(connection);
  if (place && place->stage == Stage::guest) place->host->drained(connection);
}

void ShardGateway::closed(ConnectionId connection) {
  Place* place = find(connection);
  if (!place) return;
  if (place->stage == Stage::guest) place->host->leave(connection);
  if (place->stage == Stage::pairing) directory_->leave_pairing(connection);
  detach(*place);
  places_.erase(connection.serial);
}

void ShardGateway::create_session(protocol::CreateSession session, std::function<void(CreateOutcome)> done) {
  directory_->create(std::move(session),
                     on_this_shard([done = std::move(done)](CreateOutcome outcome) { done(std::move(outcome)); }));
}

void ShardGateway::results(domain::ResultsSecret secret, std::function<void(AskOutcome)> done) {
  directory_->results(secret, on_this_shard([done = std::move(done)](AskOutcome outcome) { done(std::move(outcome)); }));
}

void ShardGateway::session_state(protocol::Secret secret, std::function<void(AskOutcome)> done) {
  directory_->session_state(secret,
                            on_this_shard([done = std::move(done)](AskOutcome outcome) { done(std::move(outcome)); }));
}

void ShardGateway::delete_session(protocol::Secret secret, std::function<void(AskOutcome)> done) {
  directory_->delete_session(secret,
                             on_this_shard([done = std::move(done)](AskOutcome outcome) { done(std::move(outcome)); }));
}

bool ShardGateway::is_desk(ConnectionId connection) const {
  const auto found = places_.find(connection.serial);
  return found != places_.end() && found->second.stage == Stage::guest &&
         found->second.role != domain::Role::participant;
}

void ShardGateway::deliver(const domain::SessionId& session, const std::vector<Delivery>& deliveries) {
  for (const Delivery& delivery : deliveries) {
    std::visit(base::Overloaded{
                   [&](const session::Push& one) { push(one, session); },
                   [&](const session::Send& one) { send(one); },
                   [&](const session::Close& one) {
                     if (Place* place = find(one.connection)) place->connection->close(one.code);
                   },
               },
               delivery);
  }
}

void ShardGateway::push(const session::Push& push, const domain::SessionId& session) {
  const auto found = audiences_.find(session);
  if (found == audiences_.end()) return;
  for (const Seat& seat : found->second[static_cast<std::size_t>(push.audience)]) seat.connection->push_as_one_of_many(push.frame);
}

void ShardGateway::send(const session::Send& send) {
  Place* place = find(send.connection);
  if (!place) return;
  if (send.then == session::Send::Then::caught_up) place->connection->caught_up();
  for (const protocol::SharedFrame& frame : send.frames) place->connection->push(frame);
  if (send.then != session::Send::Then::attach) return;
  place->connection->let_in(send.is_new);
  attach(send.connection.serial, *place, send.audience);
}

void ShardGateway::attach(std::uint64_t serial, Place& place, domain::Audience audience) {
  DURF_ASSERT(!place.attached);
  auto& seats = audiences_[place.host->session()][static_cast<std::size_t>(audience)];
  place.attached = true;
  place.audience = audience;
  place.seat = seats.size();
  seats.push_back({serial, place.connection.get()});
}

/// The last one of the list takes the free seat, so that leaving costs the same in every crowd.
void ShardGateway::detach(Place& place) {
  if (!place.attached) return;
  place.attached = false;
  const auto session = audiences_.find(place.host->session());
  auto& seats = session->second[static_cast<std::size_t>(place.audience)];
  seats[place.seat] = seats.back();
  places_.find(seats.back().serial)->second.seat = place.seat;
  seats.pop_back();
  for (const auto& audience : session->second) {
    if (!audience.empty()) return;
  }
  audiences_.erase(session);
}

void Switchboard::deliver(std::uint32_t shard, const domain::SessionId& session, std::vector<Delivery> deliveries) {
  const Line line = lines_.at(shard);
  asio::post(line.shard->loop(), [gateway = line.gateway, session, deliveries = std::move(deliveries)] {
    gateway->deliver(session, deliveries);
  });
}

}  // namespace durf::runtime
