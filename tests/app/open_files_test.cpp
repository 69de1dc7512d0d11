// SPDX-License-Identifier: MIT
// How many connections fit into the limit of open files.
#include "app/open_files.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <limits>

namespace durf::app {
namespace {

struct Room {
  std::uint64_t open_files;
  std::size_t threads;
  std::size_t connections;
};

TEST(OpenFiles, LeaveRoomForTheLogAndTheThreads) {
  const Room cases[] = {
      {0, 1, 0},
      {256, 1, 128},  // too few for all that may be needed: both get half
      {272, 1, 136},
      {273, 1, 137},
      {1'024, 2, 880},
      {20'000, 2, 19'856},
      {20'000, 256, 17'824},
      {200'144, 2, 200'000},
      {1'048'576, 2, 200'000},
      {std::numeric_limits<std::uint64_t>::max(), 256, 200'000},
  };
  for (const Room& room : cases)
    EXPECT_EQ(connections_within(room.open_files, room.threads), room.connections)
        << room.open_files << " files, " << room.threads << " threads";
}

TEST(OpenFiles, MoreFilesAreNeverFewerConnections) {
  for (const std::size_t threads : {1u, 2u, 64u}) {
    for (std::uint64_t files = 1; files < 10'000; ++files)
      ASSERT_GE(connections_within(files, threads), connections_within(files - 1, threads)) << files;
  }
}

TEST(OpenFiles, TheSoftLimitIsRaisedToTheHardOne) {
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  rlimit lowered = before;
  lowered.rlim_cur = 64;
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &lowered), 0);
  EXPECT_EQ(raise_open_files(), before.rlim_max);
  rlimit after{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &after), 0);
  EXPECT_EQ(after.rlim_cur, before.rlim_max);
  ::setrlimit(RLIMIT_NOFILE, &before);
}

}  // namespace
}  // namespace durf::app
