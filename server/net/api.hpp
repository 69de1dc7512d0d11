// SPDX-License-Identifier: MIT
// The requests that are more than a page: what this server offers, a new session, and what holders of a secret may know and do
// outside of a session. Shard's thread.
#pragma once

#include <optional>
#include <string_view>

#include "durf/net/readiness.hpp"
#include "net/asio_aliases.hpp"
#include "net/request_head.hpp"
#include "net/response.hpp"
#include "net/station.hpp"

namespace durf::net {

Response answer_host(Station& station, bool from_loopback);

/// 200, or 503 with the code and words for an administrator.
Response answer_readiness(std::optional<NotReady> why_not);

/// Completes when the session is on disk or refused.
Awaitable<Response> create_session(Station& station, bool from_loopback, std::string_view body);

// The secret stands in a header of its own: addresses are kept in histories and logs. A wrong one is answered as none is.
Awaitable<Response> answer_results(Station& station, const RequestHead& head);
Awaitable<Response> answer_session(Station& station, const RequestHead& head);
Awaitable<Response> delete_session(Station& station, const RequestHead& head);

}  // namespace durf::net
