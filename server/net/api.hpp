// SPDX-License-Identifier: MIT
// The two requests that are more than a page: what this server offers, and a new session. Shard's thread.
#pragma once

#include <string_view>

#include "net/asio_aliases.hpp"
#include "net/response.hpp"
#include "net/station.hpp"

namespace durf::net {

Response answer_host(Station& station, bool from_loopback);

/// Completes when the session is on disk or refused.
Awaitable<Response> create_session(Station& station, bool from_loopback, std::string_view body);

}  // namespace durf::net
