// SPDX-License-Identifier: MIT
#include "load/frames.hpp"

#include <array>

namespace durf::load {

void append_frame(std::string& out, Opcode opcode, std::string_view payload, std::uint32_t mask) {
  out += static_cast<char>(0x80 | static_cast<unsigned>(opcode));
  if (payload.size() < 126) {
    out += static_cast<char>(0x80 | payload.size());
  } else if (payload.size() < 65'536) {
    out += static_cast<char>(0x80 | 126);
    for (int shift = 8; shift >= 0; shift -= 8) out += static_cast<char>(payload.size() >> shift & 0xFF);
  } else {
    out += static_cast<char>(0x80 | 127);
    for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(payload.size() >> shift & 0xFF);
  }
  std::array<char, 4> key{};
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<char>(mask >> (8 * i) & 0xFF);
  out.append(key.data(), key.size());
  const std::size_t begin = out.size();
  out += payload;
  for (std::size_t i = 0; i < payload.size(); ++i) out[begin + i] = static_cast<char>(out[begin + i] ^ key[i % 4]);
}

FrameParser::Head FrameParser::read_head(std::string_view bytes) {
  const auto at = [bytes](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
  Head head;
  if (bytes.size() < 2) return head;
  const auto opcode = static_cast<std::uint8_t>(at(0) & 0x0F);
  const bool known = opcode == 0x1 || opcode == 0x2 || (opcode >= 0x8 && opcode <= 0xA);
  // Durf sends whole messages: a fragment is as wrong here as a mask.
  if ((at(0) & 0xF0) != 0x80 || (at(1) & 0x80) != 0 || !known) {
    head.state = Head::State::wrong;
    return head;
  }
  std::uint64_t size = at(1) & 0x7F;
  const std::size_t more = size < 126 ? 0 : size == 126 ? 2 : 8;
  if (bytes.size() < 2 + more) return head;
  if (more > 0) size = 0;
  for (std::size_t i = 0; i < more; ++i) size = size << 8 | at(2 + i);
  if (size > message_bytes_max) {
    head.state = Head::State::wrong;
    return head;
  }
  return {Head::State::whole, static_cast<Opcode>(opcode), 2 + more, static_cast<std::size_t>(size)};
}

}  // namespace durf::load
