// SPDX-License-Identifier: MIT
// What must not be on the disk, or not any more: the files are read as raw bytes and searched.
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <future>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "log_contract.hpp"
#include "raw_files.hpp"
#include "sqlite_backend.hpp"

namespace durf::test {
namespace {

/// All bytes of the data directory, keys left out.
std::string everything(const SqliteBackend& backend) {
  std::string bytes;
  for (const auto& entry : std::filesystem::directory_iterator(backend.folder()))
    if (entry.is_regular_file()) bytes += file_bytes(entry.path());
  return bytes;
}

/// How many of the texts have left a piece in `bytes`. They are cut every 12 bytes, so any remnant of 23
/// bytes shows; shorter ones may be left over by chance.
std::size_t remnants(std::string_view bytes, const std::vector<std::string>& texts) {
  constexpr std::size_t piece = 12;
  std::unordered_map<std::string_view, std::size_t> pieces;
  for (std::size_t i = 0; i < texts.size(); ++i)
    for (std::size_t at = 0; at + piece <= texts[i].size(); at += piece)
      pieces.emplace(std::string_view(texts[i]).substr(at, piece), i);
  std::set<std::size_t> found;
  for (std::size_t at = 0; at + piece <= bytes.size(); ++at)
    if (const auto match = pieces.find(bytes.substr(at, piece)); match != pieces.end())
      found.insert(match->second);
  return found.size();
}

/// A log with several sessions and records of many sizes: pages are shared, split, and overflow.
class Mixture {
 public:
  static constexpr std::uint8_t sessions = 8;

  Mixture(SqliteBackend& backend, std::uint64_t seed) : backend_(backend), random_(seed) {
    for (std::uint8_t number = 0; number < sessions; ++number)
      EXPECT_EQ(append(backend.log(), creation(session_id(number))), AppendOutcome::durable);
    next_.fill(2);
  }

  std::uint8_t any() { return static_cast<std::uint8_t>(random_() % sessions); }

  void extend(int times) {
    for (int i = 0; i < times; ++i) {
      const std::uint8_t number = any();
      const std::size_t size = random_() % 50 == 0 ? random_() % 20'000 : 100 + random_() % 500;
      backend_.log().append(extension(session_id(number), next_[number]++, std::string(size, 'x')),
                            [](AppendOutcome outcome) { EXPECT_EQ(outcome, AppendOutcome::durable); });
    }
    load(backend_.log(), session_id(0));  // behind all of them
  }

  void replace(std::uint8_t number) {
    const auto one = replacement(session_id(number), next_[number]++, std::string(1'000, 's'));
    EXPECT_EQ(append(backend_.log(), one), AppendOutcome::durable);
    load(backend_.log(), session_id(number));  // the writer forgets before it answers this
  }

 private:
  SqliteBackend& backend_;
  std::mt19937_64 random_;
  std::array<log::Sequence, sessions> next_{};
};

TEST(SqliteLogLG20, PlaintextIsInNoFile) {
  SqliteBackend backend;
  const std::string secret = "Why does nobody say that the deadline is a fairy tale?";
  const auto session = session_id(1);
  ASSERT_EQ(append(backend.log(), creation(session, "created, " + secret, "the title in the clear")),
            AppendOutcome::durable);
  ASSERT_EQ(append(backend.log(), extension(session, 2, secret)), AppendOutcome::durable);
  const auto search = [&] {
    const std::string bytes = everything(backend);
    EXPECT_EQ(bytes.find(secret.substr(0, 12)), std::string::npos);
    EXPECT_NE(bytes.find("the title in the clear"), std::string::npos)
        << "the search itself finds what is there";
    const std::string key(reinterpret_cast<const char*>(load(backend.log(), session).key->bytes().data()),
                          32);
    EXPECT_EQ(bytes.find(key), std::string::npos);
  };
  search();
  backend.restart();
  search();
}

/// With these, secure_delete alone leaves pieces of old records behind (SQLite 3.40.1): they are what makes
/// this test able to fail.
constexpr std::array<std::uint64_t, 2> telling_seeds = {4, 10};

TEST(SqliteLogLG21, ReplacedBytesAreGoneFromDatabaseAndWal) {
  for (const std::uint64_t seed : telling_seeds) {
    SqliteBackend backend;
    Mixture mixture(backend, seed);
    for (int time = 0; time < 12; ++time) {
      mixture.extend(100);
      const std::uint8_t number = mixture.any();
      const auto before = ciphertexts(backend, session_id(number));
      ASSERT_EQ(remnants(everything(backend), before), before.size())
          << "the search itself finds what is there";
      backend.restart();  // each time the first to forget, which is not kept waiting
      mixture.replace(number);
      EXPECT_EQ(remnants(everything(backend), before), 0u) << "seed " << seed << ", time " << time;
    }
  }
}

TEST(SqliteLogLG21, RemovedBytesAreGoneWhenRemoveIsAnswered) {
  SqliteBackend backend;
  Mixture mixture(backend, 99);
  mixture.extend(600);
  const auto before = ciphertexts(backend, session_id(2));
  ASSERT_TRUE(remove(backend.log(), session_id(2)));
  EXPECT_EQ(remnants(everything(backend), before), 0u);
}

TEST(SqliteLogLG21, RecordsOfAClosedSessionAreGoneFromDatabaseAndWal) {
  SqliteBackend backend;
  Mixture mixture(backend, 4);
  mixture.extend(600);
  const auto before = ciphertexts(backend, session_id(3));
  ASSERT_EQ(remnants(everything(backend), before), before.size()) << "the search itself finds what is there";
  const auto next = load(backend.log(), session_id(3)).next;
  ASSERT_EQ(append(backend.log(), closing(session_id(3), next, "what the room has seen", "its title")),
            AppendOutcome::durable);
  load(backend.log(), session_id(3));  // the writer forgets before it answers this
  const std::string bytes = everything(backend);
  EXPECT_EQ(remnants(bytes, before), 0u);
  EXPECT_NE(bytes.find("what the room has seen"), std::string::npos);
  EXPECT_NE(bytes.find("its title"), std::string::npos);
}

TEST(SqliteLogLG21, OldBytesThatACrashLeftAreGoneAfterTheStart) {
  SqliteBackend backend;
  Mixture mixture(backend, 7);
  mixture.extend(300);
  const auto before = ciphertexts(backend, session_id(1));
  // The replacement is durable, and the file cannot be rewritten: that is how it is after a crash right
  // behind the commit.
  std::promise<AppendOutcome> answer;
  backend.log().append(replacement(session_id(1), load(backend.log(), session_id(1)).next, "snapshot"),
                       [&](AppendOutcome outcome) {
                         backend.disk().set_writes_fail(true);
                         answer.set_value(outcome);
                       });
  ASSERT_EQ(answer.get_future().get(), AppendOutcome::durable);
  backend.close();
  ASSERT_GT(remnants(everything(backend), before), 0u) << "there is something left to forget";
  backend.disk().set_writes_fail(false);
  backend.open();
  EXPECT_EQ(remnants(everything(backend), before), 0u);
}

}  // namespace
}  // namespace durf::test
