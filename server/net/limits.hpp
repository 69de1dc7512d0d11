// SPDX-License-Identifier: MIT
// Every limit of sockets, with its reason. Limits of the domain are in domain/limits.hpp.
#pragma once

#include <cstddef>
#include <cstdint>

namespace durf::net::limits {

// HTTP. Browsers send a head of 1 KiB; a session with all its topics has a body of 4 KiB.
inline constexpr std::size_t head_bytes_max = 8 * 1'024;
inline constexpr std::size_t head_fields_max = 100;
inline constexpr std::int64_t head_ms_max = 10'000;  ///< from accepting, or from the last answer
inline constexpr std::size_t body_bytes_max = 64 * 1'024;
inline constexpr std::int64_t answer_ms_max = 30'000;  ///< a page over a bad network takes seconds
/// Per shard; over it the oldest goes, so that nobody can keep the door shut by not finishing.
inline constexpr std::size_t heads_unfinished_max = 4'096;
/// Likewise. A body comes when somebody creates a session, and in one piece; together these are 4 MiB of memory at most.
inline constexpr std::size_t bodies_unfinished_max = 64;

// TLS. One record of 16 KiB that the kernel did not take, and what the protocol itself answers meanwhile.
inline constexpr std::size_t tls_held_back_bytes_max = 32 * 1'024;
/// Asking the kernel in one turn, twice for each record. A handshake takes some ten.
inline constexpr int tls_receives_max = 32;
/// A browser's hello has 2 KB, and what it says behind that a few hundred bytes.
inline constexpr std::size_t tls_handshake_bytes_max = 16 * 1'024;
/// New keys, and wishes for another handshake. Browsers renew keys after gigabytes.
inline constexpr int tls_later_messages_max = 32;

// WebSocket. The longest question, with every character escaped, fits into a participant's message.
inline constexpr std::size_t message_bytes_max = 4 * 1'024;  ///< also of anyone before hello
inline constexpr std::size_t desk_message_bytes_max = 64 * 1'024;
inline constexpr std::size_t echo_bytes_max = 65'536;  ///< of the test builds' echo: what outside suites send
inline constexpr std::int64_t hello_ms_max = 10'000;
inline constexpr std::int64_t ping_ms_min = 25'000;  ///< some routers forget a connection after 30 s
inline constexpr std::int64_t ping_ms_max = 30'000;
inline constexpr int pings_unanswered_max = 2;
inline constexpr std::int64_t behind_ms_max = 30'000;  ///< the worst mobile network takes 3 s for a snapshot
inline constexpr std::int64_t goodbye_ms_max = 2'000;  ///< from our last byte until the socket is cut
inline constexpr int discards_max = 128;  ///< reads of what a peer still sends after that: a window full of it

// One WebSocket, in units: a frame and a read from the socket are one each. A phone that comes back with a full
// outbox spends some 200, a moderator who approves all that waits some 700. What flows in evenly is ten times what
// a person can do, and no load: 30 reads hold 46 KB at most.
inline constexpr std::int64_t units_burst_max = 400;
inline constexpr std::int64_t desk_units_burst_max = 4'000;
inline constexpr std::int64_t units_per_second = 30;

// One address, which may be a whole company: 5,000 phones that come within one minute, each with a page of ten
// files and a WebSocket, are held up by nothing here but `newcomers_max`. All of it is full again within one
// `address_salt_ms`, so that forgetting an address gives nothing away.
inline constexpr std::int64_t address_requests_burst_max = 60'000;
inline constexpr std::int64_t address_requests_per_second = 100;
inline constexpr std::int64_t address_handshakes_burst_max = 10'000;
inline constexpr std::int64_t address_handshakes_per_second = 100;
/// Before anything was asked: each costs up to 1 ms of a core, all of these 20 s, and then at most a tenth of it.
inline constexpr std::int64_t address_tls_handshakes_burst_max = 20'000;
inline constexpr std::int64_t address_tls_handshakes_per_second = 100;
inline constexpr std::uint32_t address_newcomers_max = 3'000;        ///< in any `newcomers_window_ms`
inline constexpr std::int64_t newcomers_window_ms = 10 * 60 * 1'000;
inline constexpr std::uint32_t address_connections_max = 16'384;     ///< browsers open up to three before the WebSocket
inline constexpr std::int64_t address_salt_ms = 10 * 60 * 1'000;     ///< what was hashed under it is gone after two
/// Remembered under one salt, some 150 bytes each; with more, the salt changes early.
inline constexpr std::size_t addresses_max = 32'768;
inline constexpr std::size_t tokens_remembered_max = 131'072;        ///< likewise, 40 bytes each

// The process.
inline constexpr std::int64_t stop_ms_max = 2'500;       ///< graceful stop; then everything is cut
inline constexpr std::int64_t cut_ms_max = 300;          ///< for the coroutines of what was cut to end
inline constexpr std::int64_t accept_pause_ms = 100;     ///< when there are no file descriptors left
inline constexpr int listen_backlog = 4'096;             ///< a whole room may come back in one moment
inline constexpr std::int64_t report_every_ms = 60'000;  ///< one log line per minute and kind

// Metrics, on their own port: one or two programs ask, every few seconds, from near by.
inline constexpr std::size_t scrapes_max = 8;             ///< at the same time; others are cut
inline constexpr std::int64_t scrape_ms_max = 10'000;     ///< from accepting to the last byte

// Creating sessions with the host password: so many wrong guesses right after one another, and then evenly.
// 10 a minute are 14,400 a day for everybody together.
inline constexpr std::int64_t wrong_passwords_burst_max = 10;
inline constexpr std::int64_t wrong_password_refill_ms = 6'000;

static_assert(address_requests_burst_max <= address_requests_per_second * address_salt_ms / 1'000);
static_assert(address_handshakes_burst_max <= address_handshakes_per_second * address_salt_ms / 1'000);
static_assert(address_tls_handshakes_burst_max <= address_tls_handshakes_per_second * address_salt_ms / 1'000);
static_assert(newcomers_window_ms <= address_salt_ms);
static_assert(echo_bytes_max <= desk_message_bytes_max);  // what Beast lets through
static_assert(message_bytes_max < desk_message_bytes_max);
static_assert(goodbye_ms_max < stop_ms_max && stop_ms_max + cut_ms_max < 3'000);
static_assert(ping_ms_min < ping_ms_max);

}  // namespace durf::net::limits
