// SPDX-License-Identifier: MIT
// Text from a page into a message: closed, bounded, strict. Unknown members, wrong types, numbers outside 0..2^53-1, ids that are
// not ids: all refused. Texts are only measured against the transport's limits here; the domain judges them. Pure; any thread.
#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "durf/protocol/messages.hpp"

namespace durf::protocol {

/// Nothing: not a message of this protocol; the connection is closed with `bad_message`.
std::optional<ClientMessage> decode_message(std::string_view text);

/// Nothing: refused with `bad_message`.
std::optional<CreateSession> decode_create_session(std::string_view text);

}  // namespace durf::protocol
