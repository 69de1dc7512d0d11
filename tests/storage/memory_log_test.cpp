// SPDX-License-Identifier: MIT
// The memory log keeps the contract, and fails and is late in the ways that it is told to.
#include "durf/storage/memory_log.hpp"

#include <gtest/gtest.h>

#include "durf/storage/memory_keys.hpp"
#include "log_contract.hpp"

namespace durf::test {
namespace {

class MemoryBackend {
 public:
  log::EventLog& log() { return *log_; }
  storage::MemoryLog& memory() { return *log_; }
  base::KeyVault& keys() { return keys_; }
  void restart() {
    log_->close();
    log_ = std::make_unique<storage::MemoryLog>(disk_, keys_);
  }
  void set_disk_full(bool full) { log_->set_disk_full(full); }

 private:
  SeededEntropy entropy_{1};
  storage::MemoryKeys keys_{entropy_};
  std::shared_ptr<storage::MemoryDisk> disk_ = std::make_shared<storage::MemoryDisk>();
  std::unique_ptr<storage::MemoryLog> log_ = std::make_unique<storage::MemoryLog>(disk_, keys_);
};

INSTANTIATE_TYPED_TEST_SUITE_P(Memory, LogContract, MemoryBackend);

using storage::MemoryLog;

TEST(MemoryLogFaults, AFailedAppendMayBeLostOrKept) {
  MemoryBackend backend;
  const auto session = session_id(1);
  ASSERT_EQ(append(backend.log(), creation(session, "1")), AppendOutcome::durable);
  backend.memory().fail_next(MemoryLog::Fault::failed_and_lost);
  EXPECT_EQ(append(backend.log(), extension(session, 2, "2")), AppendOutcome::failed);
  EXPECT_EQ(load(backend.log(), session).payloads, Payloads{"1"});
  backend.memory().fail_next(MemoryLog::Fault::failed_but_kept);
  EXPECT_EQ(append(backend.log(), extension(session, 2, "2")), AppendOutcome::failed);
  EXPECT_EQ(load(backend.log(), session).payloads, (Payloads{"1", "2"}));
  backend.memory().fail_next(MemoryLog::Fault::disk_full);
  EXPECT_EQ(append(backend.log(), extension(session, 3, "3")), AppendOutcome::disk_full);
  EXPECT_EQ(append(backend.log(), extension(session, 3, "3")), AppendOutcome::durable);
}

TEST(MemoryLogFaults, HeldCompletionsComeWhenDelivered) {
  MemoryBackend backend;
  const auto session = session_id(1);
  std::vector<AppendOutcome> outcomes;
  const auto note = [&](AppendOutcome outcome) { outcomes.push_back(outcome); };
  backend.memory().hold_completions();
  backend.log().append(creation(session), note);
  backend.log().append(extension(session, 2, "2"), note);
  backend.log().append(extension(session, 3, "3"), note);
  EXPECT_TRUE(outcomes.empty());
  EXPECT_TRUE(backend.memory().deliver());
  EXPECT_EQ(outcomes, (std::vector{AppendOutcome::durable}));
  backend.memory().deliver_all();
  EXPECT_EQ(outcomes, (std::vector{AppendOutcome::durable, AppendOutcome::durable, AppendOutcome::durable}));
  EXPECT_FALSE(backend.memory().deliver());
  backend.log().append(extension(session, 4, "4"), note);
  backend.log().close();
  EXPECT_EQ(outcomes.back(), AppendOutcome::failed) << "kept, but nobody was there to say so";
  backend.restart();
  EXPECT_EQ(load(backend.log(), session).payloads.size(), 4u);
}

}  // namespace
}  // namespace durf::test
