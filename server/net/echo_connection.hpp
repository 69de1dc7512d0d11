// SPDX-License-Identifier: MIT
// A WebSocket that says every message back, text or binary, so that outside protocol suites can be pointed at the very
// class that phones are connected to. Served at /echo by builds that were made for it (DURF_TEST_ECHO), never by a
// release. Knows no session and has no limit of units. Shard's thread.
#pragma once

#include "net/websocket_connection.hpp"

namespace durf::net {

class EchoConnection final : public WebsocketConnection {
 public:
  using WebsocketConnection::WebsocketConnection;

  /// Begins a connection of its own on the station's shard.
  static void begin(std::shared_ptr<Station> station, Upgrade upgrade);

 private:
  void opened() override;
  void closed() override {}
  void take_message(std::string_view message) override;
  bool takes_binary() const override { return true; }
  std::size_t message_bytes_max() override;
  bool spend_unit() override { return true; }
  /// A suite that sends and does not read loses messages, and is told so.
  void drained() override { close(protocol::CloseCode::too_slow); }
};

}  // namespace durf::net
