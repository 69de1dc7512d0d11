// SPDX-License-Identifier: MIT
#include "net/websocket_connection.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "durf/protocol/decode.hpp"
#include "net/limits.hpp"
#include "net/security_headers.hpp"

namespace durf::net {

namespace websocket = boost::beast::websocket;

namespace {

bool is_hello(const protocol::ClientMessage& message) {
  return !std::holds_alternative<protocol::CommandMessage>(message) &&
         !std::holds_alternative<protocol::Ping>(message);
}

/// Of a text that is UTF-8 as far as it goes.
bool ends_within_a_character(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if (byte < 0x80) return false;
    if (byte < 0xC0) continue;
    const std::size_t whole = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    return back < whole;
  }
  return false;
}

}  // namespace

void WebsocketConnection::begin(std::shared_ptr<Station> station, Upgrade upgrade) {
  begin_as<WebsocketConnection>(std::move(station), std::move(upgrade));
}

WebsocketConnection::WebsocketConnection(std::shared_ptr<Station> station, Upgrade& upgrade)
    : station_(std::move(station)),
      pump_(std::make_shared<FramePump>(station_->shard(), std::move(upgrade.transport), std::move(upgrade.unread))),
      stream_(FrameLayer(pump_)),
      source_(std::move(upgrade.source)),
      stay_(std::move(upgrade.stay)) {
  station_->arrive(*this);
}

WebsocketConnection::~WebsocketConnection() { pump_->forget_watcher(); }

Awaitable<> WebsocketConnection::run(std::unique_ptr<Request> request, bool stay_on_tls) {
  const auto self = shared_from_this();
  if (co_await accept(std::move(request), stay_on_tls)) {
    opened();
    co_await read_until_closed();
    closed();
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
    count_unit();
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

void WebsocketConnection::opened() { id_ = station_->gateway().opened(shared_from_this()); }

void WebsocketConnection::closed() {
  // Who was let in and comes back soon is not a newcomer, whatever else is forgotten of them meanwhile.
  if (token_ && was_let_in_) station_->site().gate.remember(token_->bytes);
  station_->gateway().closed(id_);
}

Awaitable<> WebsocketConnection::read_until_closed() {
  for (;;) {
    const auto [error, size] = co_await stream_.async_read_some(asio::buffer(part_), as_result);
    if (error) co_return;  // the closing handshake is over, or there is no socket any more
    if (!leaving_) take_part(std::string_view(part_.data(), size));
    ::explicit_bzero(part_.data(), size);  // or it would stay for as long as the phone is silent
  }
}

void WebsocketConnection::take_part(std::string_view part) {
  if (!is_text() && !takes_binary()) return refuse(protocol::CloseCode::unsupported);
  if (message_.size() + part.size() > message_bytes_max()) return refuse(protocol::CloseCode::too_big);
  if (!stream_.is_message_done()) {
    message_ += part;
    return;
  }
  count_unit();
  if (leaving_) return;
  if (message_.empty()) return take_whole(part);
  std::string whole;
  whole.swap(message_);  // so that an idle connection keeps nothing
  take_whole(whole += part);
}

void WebsocketConnection::take_whole(std::string_view message) {
  // Beast checks what has come, but not that the text is over, when its last fragment is empty.
  if (is_text() && ends_within_a_character(message)) return refuse(protocol::CloseCode::not_utf8);
  take_message(message);
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
  if (is_hello(*message)) expect_no_hello();
  if (const auto* phone = std::get_if<protocol::HelloParticipant>(&*message); phone && !token_) token_ = phone->token;
  station_->gateway().received(id_, std::move(*message));
}

void WebsocketConnection::refuse(protocol::CloseCode code) {
  station_->site().counted.count(Counted::refused_messages);
  close(code);
}

void WebsocketConnection::push_now(const protocol::SharedFrame& frame) {
  pump_->push(frame);
  pump_->flush();
}

runtime::Pushed WebsocketConnection::push(const protocol::SharedFrame& frame) {
  return pump_->push(frame) ? runtime::Pushed::queued : runtime::Pushed::stale;
}

runtime::Pushed WebsocketConnection::push_as_one_of_many(const protocol::SharedFrame& frame) {
  return pump_->push(frame, runtime::Lane::crowd) ? runtime::Pushed::queued : runtime::Pushed::stale;
}

void WebsocketConnection::count_unit() {
  if (spend_unit()) return;
  // Nothing is read any more, not even to find the peer's goodbye: what still comes fills the peer's own buffers, and
  // costs nothing here.
  pump_->stop_reading();
  if (leaving_) return;
  station_->site().counted.count(Counted::floods);
  close(protocol::CloseCode::too_much);
}

bool WebsocketConnection::spend_unit() {
  const base::SteadyMs now = station_->now();
  if (units_.take({limits::units_burst_max, limits::units_per_second}, now)) return true;
  return station_->gateway().is_desk(id_) &&
         units_.take({limits::desk_units_burst_max, limits::units_per_second}, now);
}

bool WebsocketConnection::may_bring_newcomer() {
  AddressGate& gate = station_->site().gate;
  if (token_ && gate.remembers(token_->bytes)) return true;
  newcomer_taken_ = gate.take_newcomer(source_);
  if (!newcomer_taken_) station_->site().counted.count(Counted::limited_newcomers);
  return newcomer_taken_;
}

void WebsocketConnection::let_in(bool is_newcomer) {
  was_let_in_ = true;
  if (is_newcomer) newcomer_taken_ = false;
  give_newcomer_back();
}

/// Unless it was used up, or none was taken.
void WebsocketConnection::give_newcomer_back() {
  if (std::exchange(newcomer_taken_, false)) station_->site().gate.give_newcomer_back(source_);
}

void WebsocketConnection::close(protocol::CloseCode code) {
  if (leaving_) return;
  give_newcomer_back();
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
