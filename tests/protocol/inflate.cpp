// SPDX-License-Identifier: MIT
#include "protocol/inflate.hpp"

#include <zlib.h>

namespace durf::protocol {

std::string text_of(const SharedFrame& frame) {
  const std::string_view payload = payload_of(*frame);
  if ((frame->front() & 0x0f) == static_cast<char>(Opcode::text)) return std::string(payload);
  std::string text(4 * 1'024 * 1'024, '\0');
  uLongf size = text.size();
  const int outcome = uncompress(reinterpret_cast<Bytef*>(text.data()), &size,
                                 reinterpret_cast<const Bytef*>(payload.data()), payload.size());
  text.resize(outcome == Z_OK ? size : 0);
  return text;
}

}  // namespace durf::protocol
