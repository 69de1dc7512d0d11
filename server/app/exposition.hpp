// SPDX-License-Identifier: MIT
// Metrics as text, in Prometheus' format (text/plain; version=0.0.4). Written here because Debian has the library for it as a
// shared one only, and the binary is to stand alone; a test compares every byte with what that library writes.
//
// The metrics. All but the first four are as of the last publication (see runtime/meters.hpp), over all sessions together.
//
// | metric | kind | meaning |
// |---|---|---|
// | `durf_info{version,build}` | gauge | always 1; which program and which pages these are |
// | `durf_start_time_seconds` | gauge | when this process began to serve, in Unix time |
// | `durf_connections_max` | gauge | connections that fit into the limit of open files |
// | `durf_sessions` | gauge | sessions that are not closed |
// | `durf_participants` | gauge | connections of participants |
// | `durf_desks` | gauge | connections of desks and projectors |
// | `durf_joins_total{side}` | counter | connections that were let in; `side` is `participants` or `desks` |
// | `durf_turned_away_total` | counter | connections for which a session was full, or whose link was revoked |
// | `durf_commands_total{side,outcome}` | counter | commands answered: `accepted`, `refused`, `too_fast` or `disk_full` |
// | `durf_rounds_total` | counter | rounds that passed |
// | `durf_frames_total` | counter | changes that were encoded for an audience, once for everybody in it |
// | `durf_append_seconds` | histogram | from giving a record to the log until it is on the disk, or refused |
// | `durf_appends_total{outcome}` | counter | these by outcome: `durable`, `disk_full`, `conflict` or `failed` |
// | `durf_session_bugs_total` | counter | sessions that broke and were built again from their log; report these |
// | `process_cpu_seconds_total` | counter | time of processors used, in whole seconds |
// | `process_resident_memory_bytes` | gauge | memory in use, in steps of 4 MiB |
#pragma once

#include <cstdint>
#include <string>

#include "durf/runtime/meters.hpp"

namespace durf::app {

/// What does not change while the server runs.
struct About {
  std::string version;
  std::string build;
  std::int64_t start_time_s = 0;
  std::size_t connections_max = 0;
};

/// Any thread.
std::string exposition(const About& about, const runtime::Meters::Published& published);

}  // namespace durf::app
