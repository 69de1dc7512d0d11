// SPDX-License-Identifier: MIT
// Every limit of the storage, with its reason.
#pragma once

#include <chrono>
#include <cstddef>

#include "durf/domain/limits.hpp"

namespace durf::storage::limits {

/// From the start of one transaction to the start of the next. The first append after a quiet moment is
/// committed at once; under load whatever comes in between shares the next sync. Bounds the commits to 500 a
/// second, which ordinary SSDs can sync, and adds less to an answer than a radio does.
inline constexpr std::chrono::microseconds commit_interval{2'000};

/// One transaction holds at most this much, so that a burst cannot keep those who came first waiting for
/// those who came last.
inline constexpr std::size_t transaction_appends_max = 4'096;
inline constexpr std::size_t transaction_bytes_max = 8 * 1'024 * 1'024;

/// Pages in the WAL (of 4 KiB) after which it is carried over into the database: bounds its size and the time
/// to start.
inline constexpr int wal_pages_until_checkpoint = 1'000;

/// From one removal of old bytes to the start of the next. It rewrites the file (some 13 ms for each MB), so
/// sessions that forget at the same time share one.
inline constexpr std::chrono::milliseconds forget_interval{2'000};

/// One session in a backup. As large as SQLite lets a record be, so that whatever was logged can be backed up; it is read in
/// steps, so a file that only claims to be large takes no memory.
inline constexpr std::size_t backup_entry_bytes_max = 1'000'000'000;

/// A withdrawn text is gone 10 s later: what the session waits, and two of these in case that the first found
/// the disk full.
static_assert(domain::limits::forget_within_ms + 2 * forget_interval.count() < 10'000);

}  // namespace durf::storage::limits
