// SPDX-License-Identifier: MIT
// The facilitator's desk, as far as the load program needs one: it makes the room change, so that frames go to
// everybody. Owned by its scenario; on the loop's thread.
#pragma once

#include <string>

#include "load/connection.hpp"
#include "load/room.hpp"

namespace durf::load {

class Desk final : public Connection {
 public:
  Desk(Loop& loop, const Target& target, const Room& room) : Connection(loop, target), room_(room) {}

  bool is_in() const { return is_in_; }
  bool was_lost() const { return was_lost_; }

  /// Writes so many bytes onto the card of a question, and promises as many: one frame of twice that for every phone.
  void write_answer(const std::string& question, std::size_t bytes);

 private:
  void opened() override;
  void heard(Opcode opcode, std::string_view payload) override;
  void lost(Loss loss) override;

  const Room& room_;
  std::size_t written_ = 0;
  bool is_in_ = false;
  bool was_lost_ = false;
};

}  // namespace durf::load
