// SPDX-License-Identifier: MIT
// Somebody in the audience, as the page in a phone is: joins by key with a token of its own, catches up, gives commands
// and sends again what was not answered when it comes back. Owned by its crowd, which is told of everything; on the
// loop's thread. Bounded: it holds at most `waiting_max` commands, and no copy of what it was sent.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "load/connection.hpp"
#include "load/room.hpp"

namespace durf::load {

class Crowd;

enum class Deed : std::uint8_t { ask, vote };

class Phone final : public Connection {
 public:
  Phone(Loop& loop, const Target& target, Room& room, Crowd& crowd, std::uint32_t source);

  /// `intended` is when it was to begin; joining is over when the server has sent all that there was to catch up with.
  void join(Us intended);
  /// Leaves without a word, and comes back by `join` alone.
  void vanish();

  void ask(Us intended, const std::string& question, std::string_view text);
  void vote(Us intended, const std::string& question, std::uint64_t revision, bool up);

  bool has_joined() const { return joined_; }
  bool wants_in() const { return wants_in_; }
  const Position& position() const { return position_; }
  std::uint32_t source() const { return source_; }
  /// Whether it is asked for the first time about that watch of its crowd.
  bool is_new_to(std::uint32_t watch) { return std::exchange(watch_, watch) != watch; }
  /// Smaller than the kernel's own, so that whoever does not read is noticed soon.
  void set_receive_bytes(int bytes) { receive_bytes_ = bytes; }

 private:
  static constexpr std::size_t waiting_max = 16;

  struct Waiting {
    std::string id;
    Deed deed;
    Us intended;
    std::string text;
  };

  void opened() override;
  void heard(Opcode opcode, std::string_view payload) override;
  void lost(Loss loss) override;

  void command(Deed deed, Us intended, std::string_view type, const std::string& body);
  void heard_reply(std::string_view reply);
  void heard_clock();
  void broke(const char* fault);

  Room& room_;
  Crowd& crowd_;
  std::string token_;
  Position position_;
  std::optional<Us> joining_since_;  ///< the intended moment, until it has joined
  std::vector<Waiting> waiting_;
  std::uint32_t source_;
  std::uint32_t watch_ = 0;
  int receive_bytes_ = 0;
  bool wants_in_ = false;
  bool joined_ = false;
  bool had_snapshot_ = false;
};

}  // namespace durf::load
