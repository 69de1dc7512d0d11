// SPDX-License-Identifier: MIT
// One connection between a page and the server: a real outbox on the server's side, a kernel that takes as
// much as it likes, and a network that is late, doubles what a page sends, and tells each side only after a
// while that the other one is gone.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "durf/protocol/close_code.hpp"
#include "durf/protocol/messages.hpp"
#include "durf/session/connection_id.hpp"
#include "durf/session/outbox.hpp"
#include "simulation/agenda.hpp"
#include "simulation/counts.hpp"
#include "simulation/dice.hpp"

namespace durf::simulation {

struct Hello {
  domain::Role role = domain::Role::participant;
  std::uint32_t person = 0;   ///< of a participant: the token
  domain::LinkId link;        ///< of a desk
  domain::SecretHash secret;  ///< of a desk
  std::optional<protocol::Cursor> resume;
};

/// The page's end.
class PageEnd {
 public:
  virtual ~PageEnd() = default;
  /// One whole WebSocket frame.
  virtual void hear(const protocol::SharedFrame& frame) = 0;
  virtual void closed(protocol::CloseCode code) = 0;
};

class Line;

/// The server's end.
class ServerEnd {
 public:
  virtual ~ServerEnd() = default;
  virtual void opened(const std::shared_ptr<Line>& line, const Hello& hello) = 0;
  virtual void commanded(session::ConnectionId line, const domain::CommandId& id,
                         const domain::Command& command) = 0;
  virtual void drained(session::ConnectionId line) = 0;
  virtual void gone(session::ConnectionId line) = 0;
};

class Line : public std::enable_shared_from_this<Line> {
 public:
  Line(Agenda& agenda, Dice& dice, Counts& counts, ServerEnd& server, PageEnd& page, std::uint64_t serial,
       bool calm);

  session::ConnectionId id() const { return {0, serial_}; }

  // The page.
  void open(const Hello& hello);
  void send(const domain::CommandId& id, const domain::Command& command);
  /// The page hears nothing more of it; the server learns it later, after what was sent before.
  void hang_up();

  // The server.
  void push(const protocol::SharedFrame& frame);
  void caught_up();
  void close(protocol::CloseCode code);
  /// The process died.
  void cut();

 private:
  void upward(std::function<void()> what);
  void pump();
  void pump_soon();
  void take(std::string_view bytes);
  void end(protocol::CloseCode code);

  Agenda& agenda_;
  Dice& dice_;
  Counts& counts_;
  ServerEnd& server_;
  PageEnd* page_;  ///< null: it has hung up
  std::uint64_t serial_;
  bool calm_;
  bool slow_;
  session::Outbox outbox_;
  std::size_t largest_ = 0;  ///< frame that was ever pushed
  bool drained_told_ = false;
  bool pumping_ = false;
  bool server_gone_ = false;
  std::optional<protocol::CloseCode> goodbye_;
  std::string received_;  ///< of a frame that is not whole yet
  std::int64_t last_up_ = 0;
};

}  // namespace durf::simulation
