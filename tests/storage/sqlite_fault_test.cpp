// SPDX-License-Identifier: MIT
// A disk that loses power, refuses to sync, is full or broken, and what the log makes of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <random>
#include <string>
#include <vector>

#include "log_contract.hpp"
#include "sqlite_backend.hpp"

namespace durf::test {
namespace {

std::string numbered(int number) { return "record " + std::to_string(number); }

TEST(SqliteLogLG22, WhatWasAcknowledgedSurvivesAPowerLoss) {
  for (std::uint64_t seed = 0; seed < 4; ++seed) {
    SqliteBackend backend;
    const auto session = session_id(1);
    Payloads written = {numbered(1)};
    ASSERT_EQ(append(backend.log(), creation(session, written[0])), AppendOutcome::durable);
    for (int i = 2; i <= 200; ++i) {
      written.push_back(numbered(i));
      ASSERT_EQ(append(backend.log(), extension(session, written.size(), written.back())),
                AppendOutcome::durable);
    }
    backend.lose_power(seed);
    const log::LoadedLog loaded = load(backend.log(), session);
    ASSERT_EQ(loaded.fault, LoadFault::none) << "seed " << seed;
    EXPECT_EQ(loaded.payloads, written) << "seed " << seed;
    EXPECT_EQ(append(backend.log(), extension(session, 201, "on")), AppendOutcome::durable);
  }
}

TEST(SqliteLogLG22, APowerLossAtAnyMomentLeavesAWholeLog) {
  for (std::uint64_t seed = 0; seed < 16; ++seed) {
    std::mt19937_64 random(seed);
    SqliteBackend backend;
    const auto session = session_id(1);
    ASSERT_EQ(append(backend.log(), creation(session, numbered(1))), AppendOutcome::durable);
    // The power goes after so many acknowledgements, while others wait and a snapshot may be on its way.
    const int count = 100;
    const int cut_after = static_cast<int>(random() % 90);
    std::atomic<int> acknowledged{1};
    for (int i = 2; i <= count; ++i) {
      const auto sequence = static_cast<log::Sequence>(i);
      const auto done = [&, cut_after](AppendOutcome outcome) {
        if (outcome == AppendOutcome::durable && ++acknowledged > cut_after) backend.disk().cut_power();
      };
      const bool snapshot = i % 20 == 1;
      backend.log().append(
          snapshot ? replacement(session, sequence, numbered(i)) : extension(session, sequence, numbered(i)),
          done);
      if (i % 3 == 0) load(backend.log(), session);  // now and then wait, so that there are many transactions
    }
    backend.lose_power(seed);
    const log::LoadedLog loaded = load(backend.log(), session);
    ASSERT_EQ(loaded.fault, LoadFault::none) << "seed " << seed;
    EXPECT_GE(loaded.next, static_cast<log::Sequence>(acknowledged) + 1) << "seed " << seed;
    // The last records, without a hole.
    const auto first = static_cast<int>(loaded.next) - static_cast<int>(loaded.payloads.size());
    for (std::size_t i = 0; i < loaded.payloads.size(); ++i)
      EXPECT_EQ(loaded.payloads[i], numbered(first + static_cast<int>(i))) << "seed " << seed;
  }
}

TEST(SqliteLogLG22, TheTestFindsADiskThatLies) {
  SqliteBackend backend;
  const auto session = session_id(1);
  ASSERT_EQ(append(backend.log(), creation(session)), AppendOutcome::durable);
  backend.disk().set_syncs_lie(true);
  for (log::Sequence next = 2; next <= 50; ++next)
    ASSERT_EQ(append(backend.log(), extension(session, next, "lost")), AppendOutcome::durable);
  backend.disk().set_syncs_lie(false);
  backend.lose_power(1);
  EXPECT_LT(load(backend.log(), session).payloads.size(), 50u);
}

TEST(SqliteLogLG23, AFailedSyncIsFatal) {
  SqliteBackend backend;
  const auto session = session_id(1);
  ASSERT_EQ(append(backend.log(), creation(session, "1")), AppendOutcome::durable);
  backend.disk().set_syncs_fail(true);
  EXPECT_EQ(append(backend.log(), extension(session, 2, "2")), AppendOutcome::failed);
  EXPECT_EQ(backend.fatal_calls(), 1);
  backend.disk().set_syncs_fail(false);
  EXPECT_EQ(append(backend.log(), extension(session, 2, "2")), AppendOutcome::failed) << "it stays so";
  EXPECT_EQ(load(backend.log(), session).fault, LoadFault::failed);
  EXPECT_EQ(backend.fatal_calls(), 1);
  backend.restart();
  const log::LoadedLog loaded = load(backend.log(), session);
  EXPECT_EQ(loaded.fault, LoadFault::none) << "the next start finds a whole log, with the record or without";
  EXPECT_EQ(append(backend.log(), extension(session, loaded.next, "on")), AppendOutcome::durable);
}

TEST(SqliteLogLG23, AFailedSyncOfACheckpointIsFatalToo) {
  SqliteBackend backend;
  const auto session = session_id(1);
  ASSERT_EQ(append(backend.log(), creation(session)), AppendOutcome::durable);
  ASSERT_EQ(backend.fatal_calls(), 0);
  backend.disk().set_syncs_fail_of("durf.db");
  append(backend.log(), replacement(session, 2, "snapshot"));
  load(backend.log(), session);  // behind the checkpoint
  EXPECT_EQ(backend.fatal_calls(), 1);
  backend.disk().set_syncs_fail_of("");
  backend.restart();
  EXPECT_EQ(load(backend.log(), session).payloads, Payloads{"snapshot"});
}

TEST(SqliteLogLG23, ALongWalIsCheckpointedAndItsFailedSyncIsFatal) {
  SqliteBackend backend;
  const auto session = session_id(1);
  ASSERT_EQ(append(backend.log(), creation(session)), AppendOutcome::durable);
  backend.disk().set_syncs_fail_of("durf.db");
  log::Sequence next = 2;
  while (backend.fatal_calls() == 0 && next < 100)
    append(backend.log(), extension(session, next++, std::string(200'000, 'x')));
  EXPECT_EQ(backend.fatal_calls(), 1) << "with " << next << " records of 200 kB";
  backend.disk().set_syncs_fail_of("");
}

TEST(SqliteLogLG24, AnotherFailureIsAnUnknownOutcomeAndWorkGoesOn) {
  SqliteBackend backend;
  const auto session = session_id(1);
  ASSERT_EQ(append(backend.log(), creation(session, "1")), AppendOutcome::durable);
  backend.disk().set_writes_fail(true);
  EXPECT_EQ(append(backend.log(), extension(session, 2, "2")), AppendOutcome::failed);
  backend.disk().set_writes_fail(false);
  EXPECT_EQ(backend.fatal_calls(), 0);
  const log::LoadedLog loaded = load(backend.log(), session);
  ASSERT_EQ(loaded.fault, LoadFault::none);
  EXPECT_EQ(append(backend.log(), extension(session, loaded.next, "2 again")), AppendOutcome::durable);
  backend.restart();
  EXPECT_EQ(load(backend.log(), session).payloads, (Payloads{"1", "2 again"}));
}

TEST(SqliteLogLG10, AUsedUpQuotaIsAFullDisk) {
  SqliteBackend backend;
  const auto session = session_id(1);
  ASSERT_EQ(append(backend.log(), creation(session, "1")), AppendOutcome::durable);
  backend.disk().set_over_quota(true);
  EXPECT_EQ(append(backend.log(), extension(session, 2, "2")), AppendOutcome::disk_full);
  backend.disk().set_over_quota(false);
  EXPECT_EQ(append(backend.log(), extension(session, 2, "2")), AppendOutcome::durable);
}

TEST(SqliteLogLG10, AFullDiskDuringForgettingIsRetried) {
  SqliteBackend backend;
  const auto session = session_id(1);
  ASSERT_EQ(append(backend.log(), creation(session, "1")), AppendOutcome::durable);
  std::promise<AppendOutcome> answer;
  backend.log().append(replacement(session, 2, "snapshot"), [&](AppendOutcome outcome) {
    backend.disk().set_full(true);  // between the commit and the removal of the old bytes
    answer.set_value(outcome);
  });
  EXPECT_EQ(answer.get_future().get(), AppendOutcome::durable);
  EXPECT_EQ(append(backend.log(), extension(session, 3, "3")), AppendOutcome::disk_full);
  backend.disk().set_full(false);
  EXPECT_EQ(append(backend.log(), extension(session, 3, "3")), AppendOutcome::durable);
  EXPECT_EQ(backend.fatal_calls(), 0);
  backend.restart();
  EXPECT_EQ(load(backend.log(), session).payloads, (Payloads{"snapshot", "3"}));
}

TEST(SqliteLogLG30, WhatWaitsSharesACommit) {
  SqliteBackend backend;
  constexpr int sessions = 10;
  constexpr int each = 200;
  for (int number = 0; number < sessions; ++number)
    ASSERT_EQ(append(backend.log(), creation(session_id(static_cast<std::uint8_t>(number)))),
              AppendOutcome::durable);
  auto& log = dynamic_cast<storage::SqliteLog&>(backend.log());
  const std::uint64_t before = log.commits();
  const int syncs_before = backend.disk().syncs();
  std::atomic<int> durable{0};
  for (log::Sequence next = 2; next < 2 + each; ++next)
    for (int number = 0; number < sessions; ++number)
      log.append(extension(session_id(static_cast<std::uint8_t>(number)), next, "x"),
                 [&](AppendOutcome outcome) {
                   if (outcome == AppendOutcome::durable) ++durable;
                 });
  load(log, session_id(0));
  EXPECT_EQ(durable, sessions * each);
  EXPECT_LE(log.commits() - before, static_cast<std::uint64_t>(sessions * each / 4));
  EXPECT_LE(backend.disk().syncs() - syncs_before, static_cast<int>(log.commits() - before) + 4)
      << "one sync each";
}

}  // namespace
}  // namespace durf::test
