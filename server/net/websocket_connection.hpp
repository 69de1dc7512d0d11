// SPDX-License-Identifier: MIT
// One page's WebSocket, from the accepted handshake to the goodbye: a coroutine that reads, and the frames
// that the runtime pushes. Lives as long as its coroutine or the gateway holds it. Every fault ends in
// closing the socket; a message that breaks the protocol closes it with a code that says so. Shard's thread.
#pragma once

#include <array>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "durf/runtime/connection.hpp"
#include "net/frame_layer.hpp"
#include "net/station.hpp"

namespace durf::net {

/// A request to become a WebSocket that was found in order, and what came behind it.
struct Upgrade {
  boost::beast::http::request<boost::beast::http::empty_body> request;
  Transport transport;
  std::string unread;
  bool stay_on_tls = false;  ///< see `security_headers.hpp`
};

class WebsocketConnection final : public runtime::Connection,
                                  public Guest,
                                  public std::enable_shared_from_this<WebsocketConnection>,
                                  private FramePump::Watcher,
                                  private TimerWheel::Waiter {
 public:
  /// Begins a connection of its own on the station's shard.
  static void begin(std::shared_ptr<Station> station, Upgrade upgrade);

  WebsocketConnection(std::shared_ptr<Station> station, Transport transport, std::string unread);
  ~WebsocketConnection() override;

  // runtime::Connection
  runtime::Pushed push(const protocol::SharedFrame& frame) override;
  void caught_up() override { pump_->caught_up(); }
  void close(protocol::CloseCode code) override;

  // Guest
  void leave() override { close(protocol::CloseCode::stopping); }
  void cut() override { pump_->cut(); }

 private:
  using Request = boost::beast::http::request<boost::beast::http::empty_body>;

  Awaitable<> run(std::unique_ptr<Request> request, bool stay_on_tls);
  Awaitable<bool> accept(std::unique_ptr<Request> request, bool stay_on_tls);
  Awaitable<> read_until_closed();
  void take_part(std::string_view part);
  void take_message(std::string_view text);
  void refuse(protocol::CloseCode code);
  std::size_t message_bytes_max();

  void drained() override { station_->gateway().drained(id_); }
  void behind(bool is_behind) override;
  void ending() override;
  void due(base::SteadyMs now) override;
  void ping(base::SteadyMs now);
  void wait_for_next_deadline();

  static constexpr base::SteadyMs never{INT64_MAX};

  std::shared_ptr<Station> station_;
  std::shared_ptr<FramePump> pump_;
  boost::beast::websocket::stream<FrameLayer, false> stream_;
  runtime::ConnectionId id_;
  std::string message_;  ///< what has come of a message that did not come whole
  base::SteadyMs hello_by_ = never;
  base::SteadyMs ping_at_ = never;
  base::SteadyMs faster_by_ = never;
  base::SteadyMs cut_at_ = never;
  int unanswered_ = 0;
  bool leaving_ = false;
  /// Takes the usual command whole; a buffer as large as the limit would wait in every idle phone.
  std::array<char, 256> part_;
};

}  // namespace durf::net
