// SPDX-License-Identifier: MIT
// Which golden file stands for which value: what pages send decodes to it, what pages receive is encoded from
// it.
#pragma once

#include <map>
#include <string>

#include "durf/protocol/messages.hpp"

namespace durf::protocol {

/// By the name of the file. Messages over the socket, those of desks among them.
const std::map<std::string, ClientMessage>& messages_from_pages();
const std::map<std::string, ClientMessage>& messages_from_desks();

/// Bodies of POST /api/sessions.
const std::map<std::string, CreateSession>& sessions_from_pages();

/// What the encoders make: payloads of frames (inflated where they were compressed) and bodies of HTTP
/// answers.
const std::map<std::string, std::string>& messages_to_pages();
const std::map<std::string, std::string>& answers_over_http();

}  // namespace durf::protocol
