// SPDX-License-Identifier: MIT
#include "app/open_files.hpp"

#include <sys/resource.h>

#include <algorithm>

namespace durf::app {
namespace {

/// The log with its WAL, index and readers, key files while they are read or written, the control socket and its callers, the
/// lock, standard streams. Quiet, with two threads, a server has 22 open; to run out of them would be a failed commit.
constexpr std::uint64_t files_of_process = 128;
/// Loop, its timer and its interrupter, the listening socket, and one connection that is refused at the moment.
constexpr std::uint64_t files_per_thread = 8;
/// Where the system knows no limit: 200,000 connections are a gigabyte before anybody has said a word.
constexpr std::uint64_t connections_max = 200'000;

}  // namespace

std::uint64_t raise_open_files() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  const rlim_t before = limit.rlim_cur;
  limit.rlim_cur = limit.rlim_max;
  return ::setrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_max : before;
}

std::size_t connections_within(std::uint64_t open_files, std::size_t threads) {
  const std::uint64_t own = files_of_process + files_per_thread * threads;
  const std::uint64_t left = open_files > 2 * own ? open_files - own : open_files / 2;
  return static_cast<std::size_t>(std::min(left, connections_max));
}

}  // namespace durf::app
