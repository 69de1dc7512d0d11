// SPDX-License-Identifier: MIT
// One page's WebSocket, from the accepted handshake to the goodbye: a coroutine that reads, and the frames
// that the runtime pushes. Lives as long as its coroutine or the gateway holds it. Every fault ends in
// closing the socket; a message that breaks the protocol closes it with a code that says so. Shard's thread.
#pragma once

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "durf/protocol/messages.hpp"
#include "durf/runtime/connection.hpp"
#include "durf/runtime/faults.hpp"
#include "net/address_gate.hpp"
#include "net/frame_layer.hpp"
#include "net/leaky_bucket.hpp"
#include "net/station.hpp"

namespace durf::net {

/// A request to become a WebSocket that was found in order, and what came behind it.
struct Upgrade {
  boost::beast::http::request<boost::beast::http::empty_body> request;
  Transport transport;
  std::string unread;
  bool stay_on_tls = false;  ///< see `security_headers.hpp`
  AddressGate::Source source;  ///< whose limits it counts for
  AddressGate::Stay stay;
};

class WebsocketConnection : public runtime::Connection,
                            public Guest,
                            public std::enable_shared_from_this<WebsocketConnection>,
                            private FramePump::Watcher,
                            private TimerWheel::Waiter {
 public:
  /// Begins a connection of its own on the station's shard.
  static void begin(std::shared_ptr<Station> station, Upgrade upgrade);

  WebsocketConnection(std::shared_ptr<Station> station, Upgrade& upgrade);
  ~WebsocketConnection() override;

  // runtime::Connection
  runtime::Pushed push(const protocol::SharedFrame& frame) override;
  runtime::Pushed push_as_one_of_many(const protocol::SharedFrame& frame) override;
  void caught_up() override { pump_->caught_up(); }
  void close(protocol::CloseCode code) override;
  bool may_bring_newcomer() override;
  void let_in(bool is_newcomer) override;

  // Guest
  void leave() override { close(protocol::CloseCode::stopping); }
  void cut() override { pump_->cut(); }

 protected:
  template <class Kind>
  static void begin_as(std::shared_ptr<Station> station, Upgrade upgrade);

  // What makes it a page's connection; a test build's echo has an answer of its own to each.
  virtual void opened();
  virtual void closed();
  virtual void take_message(std::string_view message);
  virtual bool takes_binary() const { return false; }
  virtual std::size_t message_bytes_max();
  /// A frame came, or some bytes. False: too much.
  virtual bool spend_unit();
  void drained() override { station_->gateway().drained(id_); }

  /// Without waiting for the end of the loop turn.
  void push_now(const protocol::SharedFrame& frame);
  bool is_text() const { return stream_.got_text(); }
  void expect_no_hello() { hello_by_ = never; }

 private:
  using Request = boost::beast::http::request<boost::beast::http::empty_body>;

  Awaitable<> run(std::unique_ptr<Request> request, bool stay_on_tls);
  Awaitable<bool> accept(std::unique_ptr<Request> request, bool stay_on_tls);
  Awaitable<> read_until_closed();
  void take_part(std::string_view part);
  void take_whole(std::string_view message);
  void refuse(protocol::CloseCode code);
  void count_unit();
  void give_newcomer_back();

  void reading() override { count_unit(); }
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
  AddressGate::Source source_;
  AddressGate::Stay stay_;
  std::optional<protocol::Token> token_;  ///< of the phone, to be remembered for a while when it has left
  LeakyBucket units_;
  int unanswered_ = 0;
  bool leaving_ = false;
  bool was_let_in_ = false;
  bool newcomer_taken_ = false;  ///< from what the address may bring; not yet known whether it is one
  /// Takes the usual command whole; a buffer as large as the limit would wait in every idle phone.
  std::array<char, 256> part_;
};

template <class Kind>
void WebsocketConnection::begin_as(std::shared_ptr<Station> station, Upgrade upgrade) {
  const Executor executor = station->executor();
  const auto connection = std::make_shared<Kind>(std::move(station), upgrade);
  WebsocketConnection& begun = *connection;
  auto request = std::make_unique<Request>(std::move(upgrade.request));
  asio::co_spawn(executor, begun.run(std::move(request), upgrade.stay_on_tls), runtime::thrown_into_the_loop);
}

}  // namespace durf::net
