// SPDX-License-Identifier: MIT
#include "durf/protocol/shared_frame.hpp"

#include <cstdint>

#include "durf/base/assert.hpp"

namespace durf::protocol {
namespace {

// RFC 6455, 5.2: the length stands in 7 bits, or in the 2 or 8 bytes that follow one of two marks.
constexpr unsigned char final_fragment = 0x80;
constexpr std::size_t length_in_7_bits_max = 125;
constexpr std::size_t length_in_16_bits_max = 0xffff;
constexpr unsigned char length_in_2_bytes = 126;
constexpr unsigned char length_in_8_bytes = 127;

void append_big_endian(std::string& out, std::uint64_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out.push_back(static_cast<char>(value >> shift));
}

std::size_t header_bytes(unsigned char second_byte) {
  if (second_byte == length_in_8_bytes) return 2 + 8;
  return second_byte == length_in_2_bytes ? 2 + 2 : 2;
}

}  // namespace

SharedFrame make_frame(Opcode opcode, std::string_view payload) {
  std::string frame;
  frame.reserve(header_bytes(length_in_8_bytes) + payload.size());
  frame.push_back(static_cast<char>(final_fragment | static_cast<unsigned char>(opcode)));
  if (payload.size() <= length_in_7_bits_max) {
    frame.push_back(static_cast<char>(payload.size()));
  } else if (payload.size() <= length_in_16_bits_max) {
    frame.push_back(static_cast<char>(length_in_2_bytes));
    append_big_endian(frame, payload.size(), 2);
  } else {
    frame.push_back(static_cast<char>(length_in_8_bytes));
    append_big_endian(frame, payload.size(), 8);
  }
  frame.append(payload);
  return std::make_shared<const std::string>(std::move(frame));
}

std::string_view payload_of(const std::string& frame) {
  DURF_ASSERT(frame.size() >= 2);
  const std::size_t header = header_bytes(static_cast<unsigned char>(frame[1]));
  DURF_ASSERT(frame.size() >= header);
  return std::string_view(frame).substr(header);
}

}  // namespace durf::protocol
