// SPDX-License-Identifier: MIT
#include "net/echo_connection.hpp"

#include "net/limits.hpp"

namespace durf::net {

void EchoConnection::begin(std::shared_ptr<Station> station, Upgrade upgrade) {
  begin_as<EchoConnection>(std::move(station), std::move(upgrade));
}

void EchoConnection::opened() { expect_no_hello(); }

void EchoConnection::take_message(std::string_view message) {
  const auto opcode = is_text() ? protocol::Opcode::text : protocol::Opcode::binary;
  push_now(protocol::make_frame(opcode, message));  // a burst must not fill the outbox within one loop turn
}

std::size_t EchoConnection::message_bytes_max() { return limits::echo_bytes_max; }

}  // namespace durf::net
