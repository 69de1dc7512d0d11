// SPDX-License-Identifier: MIT
// One message to pages, encoded once and shared by everyone who receives it: the bytes of a whole, unmasked WebSocket frame
// (RFC 6455, 5.2), header included, so that sending it to one more phone is one more pointer. Immutable; any thread.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace durf::protocol {

using SharedFrame = std::shared_ptr<const std::string>;

enum class Opcode : unsigned char { text = 0x1, binary = 0x2 };

SharedFrame make_frame(Opcode opcode, std::string_view payload);

/// The payload of a frame made by `make_frame`.
std::string_view payload_of(const std::string& frame);

}  // namespace durf::protocol
