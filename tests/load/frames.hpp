// SPDX-License-Identifier: MIT
// RFC 6455 as little as a phone needs it: masked frames out (section 5.3), whole unmasked messages in (5.2). Bytes are
// read where they lie; only what has not come whole is kept, so that a quiet phone holds none. Owned by its connection;
// no thread of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace durf::load {

enum class Opcode : std::uint8_t { text = 0x1, binary = 0x2, close = 0x8, ping = 0x9, pong = 0xA };

/// Appends one whole frame as a client sends it. `mask` is any 32 bits.
void append_frame(std::string& out, Opcode opcode, std::string_view payload, std::uint32_t mask);

class FrameParser {
 public:
  /// A snapshot has at most 16 KiB; a frame of a whole round at most some hundred.
  static constexpr std::size_t message_bytes_max = 1'048'576;

  /// Calls `take(opcode, payload)` for each frame that `bytes` completes; the payload is valid during the call alone.
  /// `take` returns whether to go on. False when the server sent what no server may (reserved bits, a mask, fragments,
  /// too much); nothing more can be read then.
  template <class Take>
  bool feed(std::string_view bytes, Take&& take);

  std::size_t kept() const { return rest_.size(); }
  void forget() { rest_ = {}; }

 private:
  struct Head {
    enum class State { partial, whole, wrong } state = State::partial;
    Opcode opcode = Opcode::text;
    std::size_t head_bytes = 0;
    std::size_t payload_bytes = 0;
  };
  static Head read_head(std::string_view bytes);

  std::string rest_;
};

template <class Take>
bool FrameParser::feed(std::string_view bytes, Take&& take) {
  std::string joined;
  if (!rest_.empty()) {
    joined = std::move(rest_);
    joined += bytes;
    bytes = joined;
    rest_ = {};
  }
  while (!bytes.empty()) {
    const Head head = read_head(bytes);
    if (head.state == Head::State::wrong) return false;
    const std::size_t whole = head.head_bytes + head.payload_bytes;
    if (head.state == Head::State::partial || bytes.size() < whole) break;
    const bool go_on = take(head.opcode, bytes.substr(head.head_bytes, head.payload_bytes));
    bytes.remove_prefix(whole);
    if (!go_on) return true;
  }
  rest_ = bytes;
  return true;
}

}  // namespace durf::load
