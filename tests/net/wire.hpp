// SPDX-License-Identifier: MIT
// WebSocket frames by hand, for tests: what a client sends, masked and in any broken form, and what a
// server's bytes mean.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace durf::net::testing {

enum : unsigned char { continuation = 0x0, text = 0x1, binary = 0x2, close = 0x8, ping = 0x9, pong = 0xA };

struct Frame {
  unsigned char opcode = 0;
  bool fin = true;
  std::string payload;
  friend bool operator==(const Frame&, const Frame&) = default;
};

/// As a client sends it.
inline std::string masked(unsigned char opcode, std::string_view payload, bool fin = true) {
  constexpr std::string_view key = "\x12\x34\x56\x78";
  std::string bytes;
  bytes += static_cast<char>(opcode | (fin ? 0x80 : 0));
  if (payload.size() < 126) {
    bytes += static_cast<char>(0x80 | payload.size());
  } else if (payload.size() < 65'536) {
    bytes += static_cast<char>(0x80 | 126);
    for (int shift = 8; shift >= 0; shift -= 8) bytes += static_cast<char>(payload.size() >> shift & 0xFF);
  } else {
    bytes += static_cast<char>(0x80 | 127);
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(payload.size() >> shift & 0xFF);
  }
  bytes += key;
  for (std::size_t i = 0; i < payload.size(); ++i) bytes += static_cast<char>(payload[i] ^ key[i % 4]);
  return bytes;
}

/// Takes one whole frame of a server from the front of `bytes`; nothing when it has not come whole. Throws on
/// what no server sends: reserved bits, a mask, an unknown opcode. A torn stream shows itself here.
inline std::optional<Frame> take_frame(std::string& bytes) {
  if (bytes.size() < 2) return std::nullopt;
  const auto at = [&bytes](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  Frame frame;
  frame.fin = (at(0) & 0x80) != 0;
  frame.opcode = at(0) & 0x0F;
  if ((at(0) & 0x70) != 0 || (at(1) & 0x80) != 0) throw std::runtime_error("torn: reserved bits or mask");
  if (frame.opcode > pong || (frame.opcode > binary && frame.opcode < close))
    throw std::runtime_error("torn: opcode");
  std::uint64_t size = at(1) & 0x7F;
  std::size_t head = 2;
  if (size >= 126) {
    const std::size_t more = size == 126 ? 2 : 8;
    if (bytes.size() < 2 + more) return std::nullopt;
    size = 0;
    for (std::size_t i = 0; i < more; ++i) size = size << 8 | at(2 + i);
    head += more;
  }
  if (size > 16 * 1'024 * 1'024) throw std::runtime_error("torn: length");
  if (bytes.size() < head + size) return std::nullopt;
  frame.payload = bytes.substr(head, static_cast<std::size_t>(size));
  bytes.erase(0, head + static_cast<std::size_t>(size));
  return frame;
}

inline std::uint16_t close_code_of(const Frame& frame) {
  if (frame.opcode != close || frame.payload.size() < 2) return 0;
  return static_cast<std::uint16_t>(static_cast<unsigned char>(frame.payload[0]) << 8 |
                                    static_cast<unsigned char>(frame.payload[1]));
}

}  // namespace durf::net::testing
