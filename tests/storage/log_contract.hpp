// SPDX-License-Identifier: MIT
// The contract that every backend of the log keeps, as one suite: a backend gives itself in as `Backend` and
// gets all rules of server/SPEC.md, "Log", that are not about one backend only. A backend offers:
//
//   log::EventLog& log();      base::KeyVault& keys();
//   void restart();            // the process ended in order and a new one opens the same disk
//   void set_disk_full(bool);
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <string>
#include <vector>

#include "test_support.hpp"

namespace durf::test {

using log::AppendOutcome;
using log::LoadFault;
using Payloads = std::vector<std::string>;

template <class Backend>
class LogContract : public ::testing::Test {
 protected:
  log::EventLog& log() { return backend.log(); }
  AppendOutcome put(log::Append one) { return append(log(), std::move(one)); }
  Payloads payloads(const domain::SessionId& session) { return load(log(), session).payloads; }
  LoadFault fault(const domain::SessionId& session) { return load(log(), session).fault; }
  std::vector<base::KeyName> keys() {
    auto names = backend.keys().list();
    std::ranges::sort(names);
    return names;
  }

  Backend backend;
  domain::SessionId a = session_id(0xa1);
  domain::SessionId b = session_id(0xb2);
};
TYPED_TEST_SUITE_P(LogContract);

// [LG1]
TYPED_TEST_P(LogContract, TheFirstAppendCreatesTheSession) {
  EXPECT_EQ(this->fault(this->a), LoadFault::unknown_session);
  EXPECT_EQ(this->put(creation(this->a, "first", "the definition")), AppendOutcome::durable);
  EXPECT_EQ(this->payloads(this->a), Payloads{"first"});
  const auto all = definitions(this->log());
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].session, this->a);
  EXPECT_EQ(all[0].definition, "the definition");
  EXPECT_EQ(this->keys(), (std::vector<base::KeyName>{{this->a.text(), 1}}));
}

// [LG1]
TYPED_TEST_P(LogContract, OnlyAFirstExtensionWithADefinitionCreates) {
  auto nameless = creation(this->a);
  nameless.definition.reset();
  EXPECT_EQ(this->put(nameless), AppendOutcome::conflict);
  auto later = creation(this->a);
  later.expected = 2;
  EXPECT_EQ(this->put(later), AppendOutcome::conflict);
  auto snapshot = creation(this->a);
  snapshot.mode = log::AppendMode::replace;
  EXPECT_EQ(this->put(snapshot), AppendOutcome::conflict);
  EXPECT_EQ(this->fault(this->a), LoadFault::unknown_session);
  EXPECT_TRUE(this->keys().empty());
}

// [LG2]
TYPED_TEST_P(LogContract, ATakenOrSkippedSequenceIsAConflict) {
  ASSERT_EQ(this->put(creation(this->a, "1")), AppendOutcome::durable);
  ASSERT_EQ(this->put(extension(this->a, 2, "2")), AppendOutcome::durable);
  EXPECT_EQ(this->put(extension(this->a, 2, "taken")), AppendOutcome::conflict);
  EXPECT_EQ(this->put(extension(this->a, 4, "skipped")), AppendOutcome::conflict);
  EXPECT_EQ(this->put(creation(this->a, "created again")), AppendOutcome::conflict);
  EXPECT_EQ(this->put(replacement(this->a, 2, "late snapshot")), AppendOutcome::conflict);
  EXPECT_EQ(this->payloads(this->a), (Payloads{"1", "2"}));
  EXPECT_EQ(load(this->log(), this->a).next, 3u);
}

// [LG3]
TYPED_TEST_P(LogContract, CompletionsComeOnceAndInOrder) {
  constexpr int count = 500;
  ASSERT_EQ(this->put(creation(this->a)), AppendOutcome::durable);
  ASSERT_EQ(this->put(creation(this->b)), AppendOutcome::durable);
  std::vector<int> order_a, order_b;
  for (int i = 0; i < count; ++i) {
    const auto expected = static_cast<log::Sequence>(i + 2);
    this->log().append(extension(this->a, expected, "a"), [&order_a, i](AppendOutcome outcome) {
      order_a.push_back(outcome == AppendOutcome::durable ? i : -1);
    });
    this->log().append(extension(this->b, expected, "b"), [&order_b, i](AppendOutcome outcome) {
      order_b.push_back(outcome == AppendOutcome::durable ? i : -1);
    });
  }
  // What is loaded afterwards has seen all of them, and by then they have all been answered.
  EXPECT_EQ(this->payloads(this->a).size(), count + 1u);
  EXPECT_EQ(this->payloads(this->b).size(), count + 1u);
  std::vector<int> in_order(count);
  for (int i = 0; i < count; ++i) in_order[static_cast<std::size_t>(i)] = i;
  EXPECT_EQ(order_a, in_order);
  EXPECT_EQ(order_b, in_order);
}

// [LG4]
TYPED_TEST_P(LogContract, WhatIsDurableIsThereAfterARestart) {
  const Payloads written = {"created", std::string("\0zero\xff", 6), "", std::string(300'000, 'x'), "last"};
  ASSERT_EQ(this->put(creation(this->a, written[0])), AppendOutcome::durable);
  for (std::size_t i = 1; i < written.size(); ++i)
    ASSERT_EQ(this->put(extension(this->a, i + 1, written[i])), AppendOutcome::durable);
  const auto key = load(this->log(), this->a).key;
  this->backend.restart();
  const log::LoadedLog loaded = load(this->log(), this->a);
  EXPECT_EQ(loaded.fault, LoadFault::none);
  EXPECT_EQ(loaded.payloads, written);
  EXPECT_EQ(loaded.next, written.size() + 1);
  ASSERT_TRUE(key && loaded.key);
  EXPECT_EQ(loaded.key->bytes(), key->bytes());
  EXPECT_EQ(this->put(extension(this->a, written.size() + 1, "on")), AppendOutcome::durable);
}

// [LG5]
TYPED_TEST_P(LogContract, ASnapshotTakesThePlaceOfAllEarlierRecords) {
  ASSERT_EQ(this->put(creation(this->a, "1")), AppendOutcome::durable);
  ASSERT_EQ(this->put(creation(this->b, "other")), AppendOutcome::durable);
  ASSERT_EQ(this->put(extension(this->a, 2, "2")), AppendOutcome::durable);
  ASSERT_EQ(this->put(replacement(this->a, 3, "snapshot")), AppendOutcome::durable);
  EXPECT_EQ(this->payloads(this->a), Payloads{"snapshot"});
  EXPECT_EQ(load(this->log(), this->a).next, 4u);
  ASSERT_EQ(this->put(extension(this->a, 4, "4")), AppendOutcome::durable);
  this->backend.restart();
  EXPECT_EQ(this->payloads(this->a), (Payloads{"snapshot", "4"}));
  EXPECT_EQ(this->payloads(this->b), Payloads{"other"});
}

// [LG6]
TYPED_TEST_P(LogContract, BeginningAnewDestroysTheOldKey) {
  ASSERT_EQ(this->put(creation(this->a, "rehearsal")), AppendOutcome::durable);
  const auto before = load(this->log(), this->a).key;
  ASSERT_EQ(this->put(beginning_anew(this->a, 2, "for real")), AppendOutcome::durable);
  const log::LoadedLog loaded = load(this->log(), this->a);
  EXPECT_EQ(loaded.payloads, Payloads{"for real"});
  EXPECT_EQ(loaded.next, 3u);
  ASSERT_TRUE(before && loaded.key);
  EXPECT_NE(loaded.key->bytes(), before->bytes());
  EXPECT_EQ(this->keys(), (std::vector<base::KeyName>{{this->a.text(), 2}}));
  this->backend.restart();
  EXPECT_EQ(this->payloads(this->a), Payloads{"for real"});
  EXPECT_EQ(this->put(extension(this->a, 3, "on")), AppendOutcome::durable);
}

// [LG7]
TYPED_TEST_P(LogContract, ADefinitionChangesWithItsRecordOrNotAtAll) {
  const auto definition = [this] { return definitions(this->log()).at(0).definition; };
  ASSERT_EQ(this->put(creation(this->a, "1", "old")), AppendOutcome::durable);
  auto change = extension(this->a, 3, "too early");
  change.definition = "new";
  EXPECT_EQ(this->put(change), AppendOutcome::conflict);
  EXPECT_EQ(definition(), "old");
  change.expected = 2;
  EXPECT_EQ(this->put(change), AppendOutcome::durable);
  EXPECT_EQ(this->put(extension(this->a, 3, "without")), AppendOutcome::durable);
  this->backend.restart();
  EXPECT_EQ(definition(), "new");
}

// [LG8]
TYPED_TEST_P(LogContract, AMissingKeyStopsThatSessionOnly) {
  ASSERT_EQ(this->put(creation(this->a)), AppendOutcome::durable);
  ASSERT_EQ(this->put(creation(this->b)), AppendOutcome::durable);
  ASSERT_TRUE(this->backend.keys().destroy({this->a.text(), 1}));
  this->backend.restart();
  EXPECT_EQ(this->fault(this->a), LoadFault::missing_key);
  EXPECT_EQ(this->put(extension(this->a, 2, "2")), AppendOutcome::failed);
  EXPECT_EQ(this->fault(this->b), LoadFault::none);
  EXPECT_EQ(this->put(extension(this->b, 2, "2")), AppendOutcome::durable);
  EXPECT_EQ(definitions(this->log()).size(), 2u);
}

// [LG9]
TYPED_TEST_P(LogContract, RemovingLeavesNothing) {
  ASSERT_EQ(this->put(creation(this->a, "a")), AppendOutcome::durable);
  ASSERT_EQ(this->put(creation(this->b, "b")), AppendOutcome::durable);
  EXPECT_TRUE(remove(this->log(), this->a));
  EXPECT_TRUE(remove(this->log(), this->a)) << "can be repeated";
  EXPECT_EQ(this->fault(this->a), LoadFault::unknown_session);
  EXPECT_EQ(this->put(extension(this->a, 2, "late")), AppendOutcome::conflict);
  EXPECT_EQ(this->keys(), (std::vector<base::KeyName>{{this->b.text(), 1}}));
  this->backend.restart();
  EXPECT_EQ(this->fault(this->a), LoadFault::unknown_session);
  EXPECT_EQ(this->payloads(this->b), Payloads{"b"});
  EXPECT_EQ(this->put(creation(this->a, "again")), AppendOutcome::durable) << "the id is free";
  EXPECT_EQ(this->payloads(this->a), Payloads{"again"});
}

// [LG10]
TYPED_TEST_P(LogContract, AFullDiskKeepsNothingAndServesOn) {
  ASSERT_EQ(this->put(creation(this->a, "1")), AppendOutcome::durable);
  this->backend.set_disk_full(true);
  EXPECT_EQ(this->put(extension(this->a, 2, "2")), AppendOutcome::disk_full);
  auto change = replacement(this->a, 2, "snapshot");
  change.definition = "changed";
  EXPECT_EQ(this->put(change), AppendOutcome::disk_full);
  EXPECT_EQ(this->put(creation(this->b)), AppendOutcome::disk_full);
  EXPECT_EQ(this->payloads(this->a), Payloads{"1"}) << "reading goes on";
  EXPECT_EQ(this->keys(), (std::vector<base::KeyName>{{this->a.text(), 1}})) << "no key without a session";
  this->backend.set_disk_full(false);
  EXPECT_EQ(this->put(extension(this->a, 2, "2 again")), AppendOutcome::durable);
  EXPECT_EQ(this->put(creation(this->b, "b")), AppendOutcome::durable);
  this->backend.restart();
  EXPECT_EQ(this->payloads(this->a), (Payloads{"1", "2 again"}));
  EXPECT_EQ(this->payloads(this->b), Payloads{"b"});
  EXPECT_EQ(definitions(this->log()).at(0).definition, "definition");
}

// [LG10]
TYPED_TEST_P(LogContract, AFullDiskLeavesTheOldKeyOfANewBeginning) {
  ASSERT_EQ(this->put(creation(this->a, "rehearsal")), AppendOutcome::durable);
  this->backend.set_disk_full(true);
  EXPECT_EQ(this->put(beginning_anew(this->a, 2, "for real")), AppendOutcome::disk_full);
  EXPECT_EQ(this->keys(), (std::vector<base::KeyName>{{this->a.text(), 1}}));
  this->backend.set_disk_full(false);
  EXPECT_EQ(this->payloads(this->a), Payloads{"rehearsal"});
  EXPECT_EQ(this->put(beginning_anew(this->a, 2, "for real")), AppendOutcome::durable);
  EXPECT_EQ(this->keys(), (std::vector<base::KeyName>{{this->a.text(), 2}}));
}

// [LG11]
TYPED_TEST_P(LogContract, ClosingFinishesWhatWaitsAndRefusesTheRest) {
  ASSERT_EQ(this->put(creation(this->a, "1")), AppendOutcome::durable);
  std::atomic<int> answered{0};
  for (log::Sequence next = 2; next < 102; ++next)
    this->log().append(extension(this->a, next, "n"), [&](AppendOutcome outcome) {
      if (outcome == AppendOutcome::durable) ++answered;
    });
  this->log().close();
  EXPECT_EQ(answered, 100);
  EXPECT_EQ(this->put(extension(this->a, 102, "late")), AppendOutcome::failed);
  EXPECT_EQ(this->fault(this->a), LoadFault::failed);
  EXPECT_FALSE(ask_for_definitions(this->log())) << "none would be another answer";
  EXPECT_FALSE(remove(this->log(), this->a));
  this->log().close();
  this->backend.restart();
  EXPECT_EQ(this->payloads(this->a).size(), 101u);
}

// [LG12]
TYPED_TEST_P(LogContract, KeysThatNoSessionUsesAreDestroyedAtTheStart) {
  ASSERT_EQ(this->put(creation(this->a)), AppendOutcome::durable);
  ASSERT_TRUE(this->backend.keys().create({this->a.text(), 2})) << "a new beginning that was cut short";
  ASSERT_TRUE(this->backend.keys().create({this->b.text(), 1})) << "a creation that was cut short";
  this->backend.restart();
  EXPECT_EQ(this->keys(), (std::vector<base::KeyName>{{this->a.text(), 1}}));
  EXPECT_EQ(this->fault(this->a), LoadFault::none);
}

// [LG13]
TYPED_TEST_P(LogContract, ClosingASessionLeavesItsArchiveAndWhatRemains) {
  ASSERT_EQ(this->put(creation(this->a, "1")), AppendOutcome::durable);
  ASSERT_EQ(this->put(creation(this->b, "other")), AppendOutcome::durable);
  ASSERT_EQ(this->put(extension(this->a, 2, "2")), AppendOutcome::durable);
  EXPECT_EQ(this->put(closing(this->a, 3, "the archive")), AppendOutcome::durable);
  for (const bool restarted : {false, true}) {
    if (restarted) this->backend.restart();
    const log::LoadedLog loaded = load(this->log(), this->a);
    EXPECT_EQ(loaded.fault, LoadFault::none);
    EXPECT_EQ(loaded.archive, "the archive");
    EXPECT_TRUE(loaded.payloads.empty());
    EXPECT_FALSE(loaded.key);
    EXPECT_EQ(this->keys(), (std::vector<base::KeyName>{{this->b.text(), 1}}));
    for (const log::StoredDefinition& stored : definitions(this->log())) {
      EXPECT_EQ(stored.closed, stored.session == this->a);
      EXPECT_EQ(stored.definition, stored.closed ? "what remains" : "definition");
    }
    EXPECT_EQ(this->payloads(this->b), Payloads{"other"});
    EXPECT_FALSE(load(this->log(), this->b).archive);
  }
}

// [LG13]
TYPED_TEST_P(LogContract, NothingComesAfterClosing) {
  ASSERT_EQ(this->put(creation(this->a, "1")), AppendOutcome::durable);
  ASSERT_EQ(this->put(closing(this->a, 2, "the archive")), AppendOutcome::durable);
  EXPECT_EQ(this->put(extension(this->a, 2, "late")), AppendOutcome::conflict);
  EXPECT_EQ(this->put(extension(this->a, 3, "late")), AppendOutcome::conflict);
  EXPECT_EQ(this->put(closing(this->a, 3, "another")), AppendOutcome::conflict);
  EXPECT_EQ(this->put(beginning_anew(this->a, 3, "anew")), AppendOutcome::conflict);
  EXPECT_EQ(this->put(creation(this->a)), AppendOutcome::conflict);
  EXPECT_EQ(load(this->log(), this->a).archive, "the archive");
  EXPECT_TRUE(this->keys().empty());
}

// [LG13]
TYPED_TEST_P(LogContract, OnlyASessionThatIsThereIsClosedAndOnlyWithWhatRemains) {
  EXPECT_EQ(this->put(closing(this->a, 1, "of nothing")), AppendOutcome::conflict);
  ASSERT_EQ(this->put(creation(this->a, "1")), AppendOutcome::durable);
  EXPECT_EQ(this->put(closing(this->a, 3, "too early")), AppendOutcome::conflict);
  auto nameless = closing(this->a, 2, "of nobody");
  nameless.definition.reset();
  EXPECT_EQ(this->put(nameless), AppendOutcome::conflict);
  this->backend.set_disk_full(true);
  EXPECT_EQ(this->put(closing(this->a, 2, "no room")), AppendOutcome::disk_full);
  this->backend.set_disk_full(false);
  EXPECT_EQ(this->payloads(this->a), Payloads{"1"});
  EXPECT_EQ(this->keys(), (std::vector<base::KeyName>{{this->a.text(), 1}})) << "the session goes on";
  EXPECT_EQ(this->put(extension(this->a, 2, "2")), AppendOutcome::durable);
}

// [LG13]
TYPED_TEST_P(LogContract, AnArchiveIsRemovedAsAnythingElse) {
  ASSERT_EQ(this->put(creation(this->a, "1")), AppendOutcome::durable);
  ASSERT_EQ(this->put(closing(this->a, 2, "the archive")), AppendOutcome::durable);
  EXPECT_TRUE(remove(this->log(), this->a));
  EXPECT_EQ(this->fault(this->a), LoadFault::unknown_session);
  this->backend.restart();
  EXPECT_TRUE(definitions(this->log()).empty());
  EXPECT_EQ(this->put(creation(this->a, "again")), AppendOutcome::durable) << "the id is free";
  EXPECT_EQ(this->payloads(this->a), Payloads{"again"});
}

REGISTER_TYPED_TEST_SUITE_P(LogContract, TheFirstAppendCreatesTheSession,
                            OnlyAFirstExtensionWithADefinitionCreates, ATakenOrSkippedSequenceIsAConflict,
                            CompletionsComeOnceAndInOrder, WhatIsDurableIsThereAfterARestart,
                            ASnapshotTakesThePlaceOfAllEarlierRecords, BeginningAnewDestroysTheOldKey,
                            ADefinitionChangesWithItsRecordOrNotAtAll, AMissingKeyStopsThatSessionOnly,
                            RemovingLeavesNothing, AFullDiskKeepsNothingAndServesOn,
                            AFullDiskLeavesTheOldKeyOfANewBeginning,
                            ClosingFinishesWhatWaitsAndRefusesTheRest,
                            KeysThatNoSessionUsesAreDestroyedAtTheStart,
                            ClosingASessionLeavesItsArchiveAndWhatRemains, NothingComesAfterClosing,
                            OnlyASessionThatIsThereIsClosedAndOnlyWithWhatRemains,
                            AnArchiveIsRemovedAsAnythingElse);

}  // namespace durf::test
