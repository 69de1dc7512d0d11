// SPDX-License-Identifier: MIT
#include "net/http_connection.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/beast/http/verb.hpp>
#include <utility>

#include "durf/protocol/encode.hpp"
#include "durf/runtime/faults.hpp"
#include "net/api.hpp"
#include "net/limits.hpp"
#include "net/websocket_connection.hpp"

namespace durf::net {

namespace http = boost::beast::http;

void HttpConnection::begin(std::shared_ptr<Station> station, Transport transport) {
  const Executor executor = station->executor();
  const auto connection = std::make_shared<HttpConnection>(std::move(station), std::move(transport));
  if (!connection->admitted()) return;
  asio::co_spawn(executor, connection->run(), runtime::thrown_into_the_loop);
}

HttpConnection::HttpConnection(std::shared_ptr<Station> station, Transport transport)
    : station_(std::move(station)), transport_(std::move(transport)) {}

bool HttpConnection::admitted() {
  Site& site = station_->site();
  error_code error;
  const auto peer = transport_.address_of_peer(error);
  if (error) return false;  // gone again already
  source_ = site.gate.source(peer);
  from_proxy_ = site.proxies.include(peer);
  if (!from_proxy_) {
    auto stay = site.gate.admit(source_);
    // A handshake of TLS costs more than any request, and comes before the first one could be counted.
    if (!stay || (transport_.is_tls() && !site.gate.take_tls_handshake(source_))) {
      site.counted.count(Counted::limited_requests);
      return false;
    }
    stay_ = std::move(*stay);
  }
  station_->arrive(*this);
  return true;
}

Awaitable<> HttpConnection::run() {
  const auto self = shared_from_this();
  for (bool more = true; more;) {
    Next came = co_await read_head();
    more = false;
    if (auto* refusal = std::get_if<Refusal>(&came)) {
      station_->site().counted.count(Counted::refused_heads);
      if (!station_->site().gate.take_request(source_)) break;  // not worth an answer
      co_await send(refusal_page(*refusal), true, false);
      co_await linger();
    } else if (auto* head = std::get_if<RequestHead>(&came)) {
      more = co_await answer(std::move(*head));
    }
  }
  station_->cancel(*this);
  station_->depart(*this);
}

Awaitable<HttpConnection::Next> HttpConnection::read_head() {
  const auto place = station_->await_head(*this);
  is_idle_ = buffer_.empty();
  stay_on_tls_ = false;
  within(limits::head_ms_max);
  constexpr std::string_view empty_line = "\r\n\r\n";
  Next came;
  for (std::size_t searched = 0;;) {
    const auto end = buffer_.find(empty_line, searched);
    if (end != std::string::npos) {
      const std::size_t size = end + empty_line.size();
      auto parsed = parse_request_head(std::string_view(buffer_).substr(0, size));
      buffer_.erase(0, size);
      std::visit([&came](auto&& result) { came = std::move(result); }, std::move(parsed));
      break;
    }
    if (buffer_.size() >= limits::head_bytes_max) {
      came = Refusal::head_too_large;
      break;
    }
    searched = buffer_.size() - std::min(buffer_.size(), empty_line.size() - 1);
    std::array<char, 2'048> part;
    const auto [error, size] = co_await transport_.async_read_some(asio::buffer(part), as_result);
    if (error) {
      if (timed_out_ && !is_idle_) came = Refusal::too_late;
      if (transport_.is_shaking_hands()) station_->site().counted.count(Counted::failed_tls_handshakes);
      break;
    }
    is_idle_ = false;
    buffer_.append(part.data(), size);
  }
  is_idle_ = false;
  station_->head_came(place);
  co_return came;
}

Awaitable<bool> HttpConnection::answer(RequestHead head) {
  within(limits::answer_ms_max);
  const bool is_head = head.message.method() == http::verb::head;
  stay_on_tls_ = transport_.is_tls() && station_->site().names.have_given_name(head.host());
  const bool keep_alive = head.message.keep_alive() && !leaving_;
  const AddressGate::Source source = source_of(head);
  const SocketPath* const socket = wants_upgrade(head) ? socket_at(head.path()) : nullptr;
  // Handshakes have a limit of their own: phones that are in come back, whoever else at their address asks for pages.
  if (!socket && !station_->site().gate.take_request(source)) co_return co_await refuse_too_much(head);
  if (const auto refusal = judge_origin(head)) {
    station_->site().counted.count(Counted::refused_origins);
    co_await send(refusal_page(*refusal), !is_head, false);
    co_await linger();
    co_return false;
  }
  if (socket) {
    const auto refusal = check_upgrade(head);
    if (!refusal) {
      if (become_websocket(head, source, *socket)) co_return false;
      co_return co_await refuse_too_much(head);
    }
    station_->site().counted.count(Counted::refused_upgrades);
    co_await send(refusal_page(*refusal), true, false);
    co_await linger();
    co_return false;
  }
  if (!co_await read_body(head.body_bytes)) co_return false;
  const bool sent = co_await send(co_await respond(head), !is_head, keep_alive);
  buffer_.erase(0, head.body_bytes);
  if (sent && keep_alive && !leaving_) co_return true;
  co_await linger();
  co_return false;
}

Awaitable<bool> HttpConnection::read_body(std::size_t bytes) {
  if (buffer_.size() >= bytes) co_return true;
  const auto place = station_->await_body(*this);
  while (buffer_.size() < bytes) {
    std::array<char, 2'048> part;
    const auto [error, size] = co_await transport_.async_read_some(asio::buffer(part), as_result);
    if (error) break;
    buffer_.append(part.data(), size);
  }
  station_->body_came(place);
  co_return buffer_.size() >= bytes;
}

Awaitable<Response> HttpConnection::respond(const RequestHead& head) {
  const std::string_view path = head.path();
  const http::verb method = head.message.method();
  const bool changes_something = path == "/api/sessions" || path == "/api/session/delete";
  if (changes_something && method != http::verb::post) {
    Response refused = refusal_page(Refusal::method_not_allowed);
    refused.allow = "POST";
    co_return refused;
  }
  if (path == "/api/session/delete") co_return co_await delete_session(*station_, head);
  if (path == "/api/sessions") {
    co_return co_await create_session(*station_, from_loopback(head),
                                      std::string_view(buffer_).substr(0, head.body_bytes));
  }
  if (method != http::verb::get && method != http::verb::head) {
    Response refused = refusal_page(Refusal::method_not_allowed);
    refused.allow = "GET, HEAD";
    co_return refused;
  }
  if (path == "/ws") co_return refusal_page(Refusal::upgrade_required);
  if (path == "/api/host") co_return answer_host(*station_, from_loopback(head));
  if (path == "/api/results") co_return co_await answer_results(*station_, head);
  if (path == "/api/session") co_return co_await answer_session(*station_, head);
  if (path == "/healthz") {
    Response healthy;
    healthy.kept_body = "ok\n";
    co_return healthy;
  }
  if (path == "/readyz") co_return answer_readiness(station_->site().readiness.why_not());
  co_return station_->site().files.answer(head);
}

std::optional<Refusal> HttpConnection::judge_origin(const RequestHead& head) const {
  if (head.path() == "/healthz" || head.path() == "/readyz")
    return std::nullopt;  // asked by programs, under whatever name, and says nothing
  error_code error;
  const auto local = transport_.own_address(error);
  if (error || !station_->site().names.include(head.host(), local, scheme())) return Refusal::foreign_host;
  const bool changes_something = wants_upgrade(head) || head.message.method() == http::verb::post;
  if (!changes_something) return std::nullopt;
  const auto origin = head.only(http::field::origin);
  if (!origin || !same_origin(*origin, head.host(), scheme())) return Refusal::foreign_origin;
  return std::nullopt;
}

Scheme HttpConnection::scheme() const { return transport_.is_tls() ? Scheme::https : Scheme::http; }

bool HttpConnection::from_loopback(const RequestHead& head) const {
  error_code error;
  const auto peer = transport_.address_of_peer(error);
  // What a proxy on this machine passes on comes from loopback, but not from somebody who sits here. Not every
  // proxy says so, and one of ours may pass on anything.
  const bool is_forwarded = head.message.count("X-Forwarded-For") > 0 ||
                            head.message.count(http::field::forwarded) > 0 ||
                            head.message.count(http::field::via) > 0;
  return !error && !from_proxy_ && !is_forwarded && is_loopback(peer) && names_loopback(head.host());
}

AddressGate::Source HttpConnection::source_of(const RequestHead& head) const {
  if (!from_proxy_) return source_;
  const auto client = station_->site().proxies.client_of(head);
  return client ? station_->site().gate.source(*client) : source_;
}

const SocketPath* HttpConnection::socket_at(std::string_view path) const {
  const auto& sockets = station_->site().sockets;
  const auto found = std::find_if(sockets.begin(), sockets.end(), [path](const auto& one) { return one.path == path; });
  return found == sockets.end() ? nullptr : &*found;
}

bool HttpConnection::become_websocket(RequestHead& head, const AddressGate::Source& source, const SocketPath& socket) {
  AddressGate& gate = station_->site().gate;
  if (!gate.take_handshake(source)) return false;
  if (from_proxy_) {
    auto stay = gate.admit(source);
    if (!stay) return false;
    stay_ = std::move(*stay);
  }
  socket.begin(station_, Upgrade{std::move(head.message), std::move(transport_), std::move(buffer_), stay_on_tls_, source,
                                 std::move(stay_)});
  return true;
}

/// A program reads a code, a person two sentences.
Awaitable<bool> HttpConnection::refuse_too_much(const RequestHead& head) {
  station_->site().counted.count(Counted::limited_requests);
  const bool is_for_a_program = head.path().starts_with("/api/");
  Response response = is_for_a_program ? json_answer(429, protocol::encode_refusal("too_fast", {}, {}))
                                       : refusal_page(Refusal::too_much);
  co_await send(std::move(response), head.message.method() != http::verb::head, false);
  co_await linger();
  co_return false;
}

Awaitable<bool> HttpConnection::send(Response response, bool with_body, bool keep_alive) {
  response.stay_on_tls = stay_on_tls_;
  const std::string head = encode_head(response, keep_alive);
  timed_out_ = false;
  within(limits::answer_ms_max);
  co_return co_await write(head, with_body ? response.body() : std::string_view{});
}

Awaitable<bool> HttpConnection::write(std::string_view head, std::string_view body) {
  while (!head.empty() || !body.empty()) {
    const std::array<std::string_view, 2> pieces{head, body};
    error_code error;
    const std::size_t taken = transport_.write_some(pieces, error);
    const std::size_t of_head = std::min(taken, head.size());
    head.remove_prefix(of_head);
    body.remove_prefix(taken - of_head);
    if (error && !co_await room_after(error)) co_return false;
  }
  co_return co_await all_sent([this](error_code& error) { transport_.flush(error); });
}

/// Repeats a step that asks for room in the kernel until it is through. False: the connection is broken.
template <class Step>
Awaitable<bool> HttpConnection::all_sent(Step step) {
  for (;;) {
    error_code error;
    step(error);
    if (!error) co_return true;
    if (!co_await room_after(error)) co_return false;
  }
}

/// After `would_block` waits until the kernel has room again. False: there is no room to be had.
Awaitable<bool> HttpConnection::room_after(error_code error) {
  if (error != asio::error::would_block) co_return false;
  const auto [failed] = co_await transport_.when_writable(as_result);
  co_return !failed;
}

/// Closing with unread bytes in the socket would take the answer away from the peer, so they are read first.
Awaitable<> HttpConnection::linger() {
  within(limits::goodbye_ms_max);
  if (!co_await all_sent([this](error_code& error) { transport_.finish_sending(error); })) co_return;
  error_code error;
  for (int reads = 0; !error && reads < limits::discards_max; ++reads) {
    std::array<char, 2'048> part;
    const auto [failed, size] = co_await transport_.async_read_some(asio::buffer(part), as_result);
    error = failed;
  }
}

void HttpConnection::leave() {
  leaving_ = true;
  if (is_idle_) cut();
}

void HttpConnection::cut() { transport_.cut(); }

void HttpConnection::within(std::int64_t ms) { station_->wake(*this, station_->now() + ms); }

void HttpConnection::due(base::SteadyMs) {
  // First the operation is ended, so that a late request is still told; then, if that takes long as well, the
  // socket is.
  if (std::exchange(timed_out_, true)) return cut();
  transport_.cancel();
  within(limits::goodbye_ms_max);
}

}  // namespace durf::net
