// SPDX-License-Identifier: MIT
// Every limit of the storage, with its reason.
#pragma once

#include <chrono>
#include <cstddef>

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

/// How long old bytes that could not be removed at once (a full disk) wait for the next try. 10 s are
/// promised.
inline constexpr std::chrono::milliseconds forget_retry{1'000};

}  // namespace durf::storage::limits
