// SPDX-License-Identifier: MIT
// A disk that loses power, refuses to sync, is full or broken, and what the log makes of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <future>
#include <random>
#include <string>
#include <vector>

#include "log_contract.hpp"
#include "raw_files.hpp"
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

/// What a session that was being closed may be after the next start: untouched, or closed with nothing left behind.
void expect_closed_or_untouched(SqliteBackend& backend, const domain::SessionId& session,
                                const std::vector<std::string>& records, const std::string& which) {
  const log::LoadedLog loaded = load(backend.log(), session);
  ASSERT_EQ(loaded.fault, LoadFault::none) << which;
  if (!loaded.archive) {
    EXPECT_EQ(loaded.payloads.size(), 21u) << which;
    EXPECT_EQ(definitions(backend.log()).at(0).definition, "definition") << which;
    EXPECT_EQ(append(backend.log(), closing(session, loaded.next, "the archive")), AppendOutcome::durable)
        << which;
    return;
  }
  EXPECT_EQ(*loaded.archive, "the archive") << which;
  EXPECT_EQ(definitions(backend.log()).at(0).definition, "what remains") << which;
  EXPECT_TRUE(definitions(backend.log()).at(0).closed) << which;
  EXPECT_TRUE(backend.keys().list().empty()) << which;
  EXPECT_TRUE(std::filesystem::is_empty(backend.folder() + "/keys")) << which;
  const std::string bytes = file_bytes(backend.database()) + file_bytes(backend.wal());
  for (const std::string& one : records)
    EXPECT_EQ(bytes.find(one.substr(one.size() / 2)), std::string::npos) << which;
}

/// Twenty records beside the first; their ciphertexts, to be searched for.
std::vector<std::string> fill(SqliteBackend& backend, const domain::SessionId& session) {
  EXPECT_EQ(append(backend.log(), creation(session, numbered(1))), AppendOutcome::durable);
  for (log::Sequence next = 2; next <= 21; ++next)
    EXPECT_EQ(append(backend.log(), extension(session, next, std::string(300, 'x'))), AppendOutcome::durable);
  return ciphertexts(backend, session);
}

TEST(SqliteLogLG32, AClosingCutShortByAPowerLossIsFinishedOrWasNotBegun) {
  int closed = 0;
  // The power goes with the n-th sync of the database's files after the call: the commit's, then the forgetting's.
  for (int syncs = 0; syncs < 8; ++syncs) {
    for (std::uint64_t seed = 0; seed < 3; ++seed) {
      SqliteBackend backend;
      const auto session = session_id(1);
      const auto records = fill(backend, session);
      backend.disk().cut_power_after_syncs(syncs);
      append(backend.log(), closing(session, 22, "the archive"));
      load(backend.log(), session);  // behind the forgetting
      backend.lose_power(seed);
      const std::string which = std::to_string(syncs) + " syncs, seed " + std::to_string(seed);
      if (load(backend.log(), session).archive) ++closed;
      expect_closed_or_untouched(backend, session, records, which);
    }
  }
  EXPECT_GT(closed, 0) << "some were finished";
  EXPECT_LT(closed, 24) << "some were not begun";
}

TEST(SqliteLogLG32, AKeyThatACrashLeftBehindTheArchiveGoesWithTheNextStart) {
  SqliteBackend backend;
  const auto session = session_id(1);
  const auto records = fill(backend, session);
  const std::string key = backend.folder() + "/keys/" + session.text() + "-1";
  const std::string bytes = file_bytes(key);
  ASSERT_EQ(append(backend.log(), closing(session, 22, "the archive")), AppendOutcome::durable);
  backend.close();
  std::ofstream(key, std::ios::binary) << bytes;  // as if the process had ended between commit and key
  backend.open();
  expect_closed_or_untouched(backend, session, records, "key left");
}

TEST(SqliteLogLG32, AClosingThatFailsIsFinishedOrWasNotBegun) {
  SqliteBackend backend;
  const auto session = session_id(1);
  const auto records = fill(backend, session);
  backend.disk().set_writes_fail(true);
  EXPECT_EQ(append(backend.log(), closing(session, 22, "the archive")), AppendOutcome::failed);
  backend.disk().set_writes_fail(false);
  expect_closed_or_untouched(backend, session, records, "writes failed");
  EXPECT_EQ(load(backend.log(), session).archive, "the archive") << "and can be asked for again";
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
