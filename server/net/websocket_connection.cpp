// SPDX-License-Identifier: MIT
#include "net/websocket_connection.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <optional>
#include <utility>
#include <variant>

#include "durf/protocol/decode.hpp"
#include "durf/runtime/faults.hpp"
#include "net/limits.hpp"
#include "net/security_headers.hpp"

namespace durf::net {

namespace websocket = boost::beast::websocket;

namespace {

bool is_hello(const protocol::ClientMessage& message) {
  return !std::holds_alternative<protocol::CommandMessage>(message) &&
         !std::holds_alternative<protocol::Ping>(message);
}

}  // namespace

void WebsocketConnection::begin(std::shared_ptr<Station> station, Upgrade upgrade) {
  const Executor executor = station->executor();
  const auto connection = std::make_shared<WebsocketConnection>(
      std::move(station), std::move(upgrade.transport), std::move(upgrade.unread));
  auto request = std::make_unique<Request>(std::move(upgrade.request));
  asio::co_spawn(executor, connection->run(std::move(request), upgrade.stay_on_tls),
                 runtime::thrown_into_the_loop);
}

WebsocketConnection::WebsocketConnection(std::shared_ptr<Station> station, Transport transport, std::string unread)
    : station_(std::move(station)),
      pump_(std::make_shared<FramePump>(station_->shard(), std::move(transport), std::move(unread))),
      stream_(FrameLayer(pump_)) {
  station_->arrive(*this);
}

WebsocketConnection::~WebsocketConnection() { pump_->forget_watcher(); }

Awaitable<> WebsocketConnection::run(std::unique_ptr<Request> request, bool stay_on_tls) {
  const auto self = shared_from_this();
  if (co_await accept(std::move(request), stay_on_tls)) {
    id_ = station_->gateway().opened(self);
    co_await read_until_closed();
    station_->gateway().closed(id_);
  }
  // From here on nobody calls this connection but its destructor.
  leaving_ = true;
  pump_->forget_watcher();
  pump_->cut();
  station_->cancel(*this);
  station_->depart(*this);
}

Awaitable<bool> WebsocketConnection::accept(std::unique_ptr<Request> request, bool stay_on_tls) {
  pump_->watch(*this);
  cut_at_ = station_->now() + limits::head_ms_max;
  wait_for_next_deadline();

  stream_.read_message_max(
      limits::desk_message_bytes_max);  // Beast refuses what nobody may send; `take_part` the rest
  stream_.set_option(websocket::stream_base::decorator([stay_on_tls](websocket::response_type& response) {
    for (const auto& [name, value] : security_headers) response.set(name, value);
    if (stay_on_tls) response.set(stay_on_tls_header.name, stay_on_tls_header.value);
  }));
  stream_.control_callback([this](websocket::frame_type frame, boost::beast::string_view) {
    if (frame == websocket::frame_type::pong) unanswered_ = 0;
  });
  const auto [error] = co_await stream_.async_accept(*request, as_result);
  if (error) co_return false;

  const base::SteadyMs now = station_->now();
  cut_at_ = never;
  hello_by_ = now + limits::hello_ms_max;
  ping_at_ = now + station_->random_ms(limits::ping_ms_min, limits::ping_ms_max);
  wait_for_next_deadline();
  if (station_->closing()) leave();
  co_return true;
}

Awaitable<> WebsocketConnection::read_until_closed() {
  for (;;) {
    const auto [error, size] = co_await stream_.async_read_some(asio::buffer(part_), as_result);
    if (error) co_return;  // the closing handshake is over, or there is no socket any more
    if (!leaving_) take_part(std::string_view(part_.data(), size));
  }
}

void WebsocketConnection::take_part(std::string_view part) {
  if (!stream_.got_text()) return refuse(protocol::CloseCode::unsupported);
  if (message_.size() + part.size() > message_bytes_max()) return refuse(protocol::CloseCode::too_big);
  if (!stream_.is_message_done()) {
    message_ += part;
    return;
  }
  if (message_.empty()) return take_message(part);
  std::string whole;
  whole.swap(message_);  // so that an idle connection keeps nothing
  take_message(whole += part);
}

std::size_t WebsocketConnection::message_bytes_max() {
  const bool is_long = message_.size() + part_.size() > limits::message_bytes_max;
  return is_long && station_->gateway().is_desk(id_) ? limits::desk_message_bytes_max
                                                     : limits::message_bytes_max;
}

void WebsocketConnection::take_message(std::string_view text) {
  std::optional<protocol::ClientMessage> message = protocol::decode_message(text);
  if (!message) return refuse(protocol::CloseCode::bad_message);
  unanswered_ = 0;
  if (is_hello(*message)) hello_by_ = never;
  station_->gateway().received(id_, std::move(*message));
}

void WebsocketConnection::refuse(protocol::CloseCode code) {
  station_->site().counted.count(Counted::refused_messages);
  close(code);
}

runtime::Pushed WebsocketConnection::push(const protocol::SharedFrame& frame) {
  return pump_->push(frame) ? runtime::Pushed::queued : runtime::Pushed::stale;
}

void WebsocketConnection::close(protocol::CloseCode code) {
  if (leaving_) return;
  leaving_ = true;
  std::string().swap(message_);
  pump_->goodbye(code);
  ending();
}

void WebsocketConnection::ending() {
  cut_at_ = std::min(cut_at_, station_->now() + limits::goodbye_ms_max);
  wait_for_next_deadline();
}

void WebsocketConnection::behind(bool is_behind) {
  faster_by_ = is_behind ? station_->now() + limits::behind_ms_max : never;
  if (is_behind) wait_for_next_deadline();
}

void WebsocketConnection::wait_for_next_deadline() {
  station_->wake(*this, std::min({hello_by_, ping_at_, faster_by_, cut_at_}));
}

void WebsocketConnection::due(base::SteadyMs now) {
  if (now >= cut_at_) return pump_->cut();
  if (now >= hello_by_) {
    hello_by_ = never;
    station_->site().counted.count(Counted::late_hellos);
    close(protocol::CloseCode::resync);
  }
  if (now >= faster_by_) {
    faster_by_ = never;
    station_->site().counted.count(Counted::slow_connections);
    close(protocol::CloseCode::too_slow);
  }
  if (now >= ping_at_) ping(now);
  wait_for_next_deadline();
}

void WebsocketConnection::ping(base::SteadyMs now) {
  ping_at_ = now + station_->random_ms(limits::ping_ms_min, limits::ping_ms_max);
  if (unanswered_ >= limits::pings_unanswered_max) {
    station_->site().counted.count(Counted::unanswered_pings);
    return pump_->cut();
  }
  ++unanswered_;
  pump_->ping();
}

}  // namespace durf::net
