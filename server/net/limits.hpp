// SPDX-License-Identifier: MIT
// Every limit of sockets, with its reason. Limits of the domain are in domain/limits.hpp.
#pragma once

#include <cstddef>
#include <cstdint>

namespace durf::net::limits {

// HTTP.
inline constexpr std::size_t head_bytes_max = 8 * 1'024;         ///< browsers send 1 KiB; more is a cookie jar or an attack
inline constexpr std::size_t head_fields_max = 100;
inline constexpr std::int64_t head_ms_max = 10'000;              ///< from accepting (or the last answer) to the whole head
inline constexpr std::size_t body_bytes_max = 64 * 1'024;        ///< a session with all its topics has 4 KiB
inline constexpr std::int64_t answer_ms_max = 30'000;            ///< a page over a bad network takes seconds
inline constexpr std::size_t heads_unfinished_max = 4'096;       ///< per shard; over it the oldest goes, so that nobody can keep the door shut
inline constexpr std::size_t connections_default_max = 19'500;   ///< per process; below the usual 20,000 open files

// WebSocket.
inline constexpr std::size_t message_bytes_max = 4 * 1'024;        ///< participants, and anyone before hello: the longest question escaped
inline constexpr std::size_t desk_message_bytes_max = 64 * 1'024;
inline constexpr std::int64_t hello_ms_max = 10'000;
inline constexpr std::int64_t ping_ms_min = 25'000;                ///< below the 30 s after which some routers forget a connection
inline constexpr std::int64_t ping_ms_max = 30'000;
inline constexpr int pings_unanswered_max = 2;
inline constexpr std::int64_t behind_ms_max = 30'000;              ///< a snapshot of 16 KiB takes 3 s on the worst mobile network
inline constexpr std::int64_t goodbye_ms_max = 2'000;              ///< from our last byte until the socket is cut

// The process.
inline constexpr std::int64_t stop_ms_max = 2'500;                 ///< graceful stop; then everything is cut
inline constexpr std::int64_t cut_ms_max = 300;                    ///< for the coroutines of what was cut to end
inline constexpr std::int64_t accept_pause_ms = 100;               ///< when there are no file descriptors left
inline constexpr int listen_backlog = 4'096;                       ///< a whole room may come back in one moment
inline constexpr std::int64_t report_every_ms = 60'000;            ///< one log line per minute

// Creating sessions with the host password: wrong guesses, right after one another, and then evenly. 10 a minute are
// 14,400 a day for everybody together.
inline constexpr std::int64_t wrong_passwords_burst_max = 10;
inline constexpr std::int64_t wrong_password_refill_ms = 6'000;

static_assert(message_bytes_max < desk_message_bytes_max);
static_assert(goodbye_ms_max < stop_ms_max && stop_ms_max + cut_ms_max < 3'000);
static_assert(ping_ms_min < ping_ms_max);

}  // namespace durf::net::limits
