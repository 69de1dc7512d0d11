// SPDX-License-Identifier: MIT
// A backup from a log to a file and back into a directory: what is in it, what is not, and everything that can be wrong with it.
// Both ends run in this program, on two threads with a pipe between them.
#include "durf/storage/backup.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "durf/log/record_codec.hpp"
#include "durf/storage/data_directory.hpp"
#include "durf/storage/key_files.hpp"
#include "durf/storage/manifest.hpp"
#include "durf/storage/sqlite_log.hpp"
#include "storage/backup_format.hpp"
#include "test_support.hpp"

namespace durf::test {
namespace {

namespace fs = std::filesystem;
using domain::Events;
using log::AppendMode;
using log::AppendOutcome;
using State = storage::SessionInBackup::State;

/// A data directory with its log open.
class Place {
 public:
  explicit Place(std::string folder, std::uint64_t seed = 7) : folder_(std::move(folder)), entropy_(seed) {
    fs::create_directories(folder_);
    keys_.emplace(folder_ + "/keys", entropy_);
    auto opened = storage::SqliteLog::open({folder_, [](std::string_view) {}, ""}, *keys_, entropy_);
    EXPECT_EQ(opened.refusal, "");
    log_ = std::move(opened.log);
  }
  log::EventLog& log() { return *log_; }
  storage::KeyFiles& keys() { return *keys_; }
  base::Entropy& entropy() { return entropy_; }

 private:
  std::string folder_;
  SeededEntropy entropy_;
  std::optional<storage::KeyFiles> keys_;
  std::unique_ptr<storage::SqliteLog> log_;
};

template <class Id>
Id id_of(std::uint8_t number) {
  Id id;
  id.bytes.fill(number);
  return id;
}

domain::Definition definition_of(std::uint8_t number) {
  domain::Definition definition;
  definition.id = session_id(number);
  definition.title = {domain::Language::nl, "Avond " + std::to_string(number)};
  definition.join_code = "10000" + std::to_string(number % 10);
  definition.join_key = id_of<domain::JoinKey>(number);
  definition.links[id_of<domain::LinkId>(number)] = {domain::Role::facilitator, "", id_of<domain::SecretHash>(number)};
  return definition;
}

domain::QuestionSubmitted question(std::uint8_t number, const std::string& text) {
  return {id_of<domain::QuestionId>(number),    {}, {domain::Language::nl, text}, id_of<domain::AuthorshipHash>(number),
          id_of<domain::Receipt>(number), id_of<domain::Nullifier>(number)};
}

/// A live session (1), an ended one (2), a closed one (3), one whose key is lost (4).
class BackupTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::signal(SIGPIPE, SIG_IGN);
    source.emplace(folder.path() + "/source-data");
    live = begin(1);
    put(1, 2, {domain::PhaseChanged{domain::Phase::live}, question(1, "blijft staan")});
    put(1, 3, {question(2, "ingetrokken en vergeten")});
    put(1, 4, {domain::QuestionWithdrawn{id_of<domain::QuestionId>(2)}});
    put(1, 5, {domain::RoundPassed{{id_of<domain::QuestionId>(1)}, {}, {}, {}}});
    put(1, 6, {domain::UpvoteChanged{id_of<domain::QuestionId>(1), id_of<domain::Nullifier>(9), 1, true}});
    ended = begin(2);
    put(2, 2, {domain::PhaseChanged{domain::Phase::live}, domain::SessionEnded{20'000}}, true);
    begin(3);
    ASSERT_EQ(append(source->log(), closing(session_id(3), 2, R"({"archive":3})", log::encode_definition(definition_of(3)))),
              AppendOutcome::durable);
    begin(4);
    source.reset();
    ASSERT_TRUE(fs::remove(folder.path() + "/source-data/keys/" + session_id(4).text() + "-1"));
    source.emplace(folder.path() + "/source-data");
  }

  domain::State begin(std::uint8_t number) {
    const auto definition = definition_of(number);
    EXPECT_EQ(append(source->log(), creation(session_id(number), log::encode_events({domain::SessionCreated{definition}}),
                                             log::encode_definition(definition))),
              AppendOutcome::durable);
    return state_of(source->log(), number);
  }
  void put(std::uint8_t number, log::Sequence expected, const Events& events, bool with_definition = false) {
    auto one = extension(session_id(number), expected, log::encode_events(events));
    if (with_definition) {
      auto state = state_of(source->log(), number);
      auto payloads = load(source->log(), session_id(number)).payloads;
      payloads.push_back(one.payload);
      one.definition = log::encode_definition(log::replay(payloads).value().definition);
    }
    ASSERT_EQ(append(source->log(), std::move(one)), AppendOutcome::durable);
  }
  static domain::State state_of(log::EventLog& log, std::uint8_t number) {
    return log::replay(load(log, session_id(number)).payloads).value_or(domain::State{});
  }

  storage::BackupReport back_up(const std::optional<std::string>& keys_to) {
    int ends[2];
    EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    std::thread giver([&] {
      const auto give = [&](std::string_view bytes) { return ::write(ends[1], bytes.data(), bytes.size()) > 0; };
      storage::give_backup(source->log(), source->entropy(),
                           keys_to ? storage::BackupKeys::along : storage::BackupKeys::left_out, give);
      ::close(ends[1]);
    });
    auto report = storage::keep_backup(ends[0], backup, keys_to);
    ::close(ends[0]);
    giver.join();
    return report;
  }
  storage::BackupReport restore(const std::optional<std::string>& keys_from) {
    SeededEntropy entropy(21);
    return storage::restore_backup(target, backup, keys_from, entropy);
  }
  /// Words of the refusal; and the directory is as if nobody had tried.
  std::string refusal(const std::optional<std::string>& keys_from) {
    const bool was_there = fs::exists(target);
    const auto report = restore(keys_from);
    EXPECT_EQ(fs::exists(target), was_there);
    EXPECT_FALSE(fs::exists(target + "/durf.db") || fs::exists(target + "/keys"));
    return report.refusal;
  }
  static std::vector<State> states(const storage::BackupReport& report) {
    std::vector<State> all;
    for (const auto& one : report.sessions) all.push_back(one.state);
    std::ranges::sort(all);
    return all;
  }
  static std::vector<State> sorted(std::vector<State> all) {
    std::ranges::sort(all);
    return all;
  }
  std::vector<storage::BackedUpSession> entries() const {
    std::ifstream file(backup, std::ios::binary);
    storage::BackupDecoder decoder(
        [&file](std::span<char> out) {
          file.read(out.data(), static_cast<std::streamsize>(out.size()));
          return static_cast<std::size_t>(file.gcount());
        },
        storage::BackupDecoder::Keys::refused);
    std::vector<storage::BackedUpSession> all;
    for (;;) {
      auto next = decoder.next();
      if (!std::holds_alternative<storage::BackedUpSession>(next)) {
        EXPECT_TRUE(std::holds_alternative<storage::BackupDecoder::End>(next));
        return all;
      }
      all.push_back(std::move(std::get<storage::BackedUpSession>(next)));
    }
  }
  static mode_t mode_of(const std::string& path) {
    struct stat found {};
    EXPECT_EQ(::stat(path.c_str(), &found), 0) << path;
    return found.st_mode & 0777;
  }
  void rewrite(const std::string& bytes) const { std::ofstream(backup, std::ios::binary | std::ios::trunc) << bytes; }

  TemporaryFolder folder;
  const std::string backup = folder.path() + "/evening.backup";
  const std::string keys = folder.path() + "/evening.keys";
  const std::string target = folder.path() + "/restored";
  std::optional<Place> source;
  domain::State live;
  domain::State ended;
};

class BackupBK1BK5 : public BackupTest {};
TEST_F(BackupBK1BK5, WithItsKeysEverySessionIsWhatItWas) {
  live = state_of(source->log(), 1);
  ended = state_of(source->log(), 2);
  ASSERT_EQ(live.questions.size(), 1u);
  ASSERT_EQ(ended.phase, domain::Phase::ended);
  auto report = back_up(keys);
  ASSERT_EQ(report.refusal, "");
  EXPECT_EQ(states(report), sorted({State::whole, State::whole, State::closed, State::unreadable}));
  report = restore(keys);
  ASSERT_EQ(report.refusal, "");
  EXPECT_EQ(states(report), sorted({State::whole, State::whole, State::closed, State::unreadable}));

  Place restored(target);
  EXPECT_EQ(state_of(restored.log(), 1), live);
  EXPECT_EQ(state_of(restored.log(), 2), ended);
  EXPECT_EQ(load(restored.log(), session_id(3)).archive, R"({"archive":3})");
  EXPECT_EQ(load(restored.log(), session_id(1)).key->bytes(), load(source->log(), session_id(1)).key->bytes());
  EXPECT_EQ(load(restored.log(), session_id(3)).key, nullptr);
  auto found = definitions(restored.log()), expected = definitions(source->log());
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(found[i].definition, expected[i].definition);
    EXPECT_EQ(found[i].closed, expected[i].closed);
  }
  // And it goes on.
  EXPECT_EQ(append(restored.log(), extension(session_id(1), load(restored.log(), session_id(1)).next,
                                             log::encode_events({question(5, "na het terugzetten")}))),
            AppendOutcome::durable);
  EXPECT_EQ(state_of(restored.log(), 1).questions.size(), 2u);
}

class BackupBK2 : public BackupTest {};
TEST_F(BackupBK2, ALiveSessionIsItsSnapshotAndNoRecordOfItsLog) {
  ASSERT_EQ(back_up(std::nullopt).refusal, "");
  const auto all = entries();
  const auto found = std::ranges::find(all, session_id(1), &storage::BackedUpSession::session);
  ASSERT_NE(found, all.end());
  SeededEntropy entropy(1);
  storage::RecordCipher cipher(entropy);
  const auto plain = cipher.unseal(*load(source->log(), session_id(1)).key,
                                   storage::place_in_backup(found->format, session_id(1)), found->nonce, found->ciphertext);
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->find("vergeten"), std::string::npos);
  const auto record = log::decode_record(*plain);
  ASSERT_TRUE(record && std::holds_alternative<domain::State>(*record));
  EXPECT_EQ(std::get<domain::State>(*record), state_of(source->log(), 1));
}
TEST_F(BackupBK2, ASessionThatWasRemovedIsInNoLaterBackup) {
  ASSERT_TRUE(remove(source->log(), session_id(3)));
  ASSERT_EQ(back_up(std::nullopt).refusal, "");
  EXPECT_EQ(entries().size(), 3u);
  EXPECT_EQ(file_bytes(backup).find("archive"), std::string::npos);
}

class BackupBK3 : public BackupTest {};
TEST_F(BackupBK3, KeysAreInAFileOfTheirOwnAndOnlyWhenAskedFor) {
  const auto key = load(source->log(), session_id(1)).key;
  const std::string raw(key->bytes().begin(), key->bytes().end());
  const std::string written = base::to_base64url(key->bytes());
  ASSERT_EQ(back_up(std::nullopt).refusal, "");
  EXPECT_FALSE(fs::exists(keys));
  EXPECT_EQ(file_bytes(backup).find(raw), std::string::npos);
  EXPECT_EQ(file_bytes(backup).find(written), std::string::npos);
  fs::remove(backup);
  ASSERT_EQ(back_up(keys).refusal, "");
  EXPECT_EQ(file_bytes(backup).find(raw), std::string::npos);
  EXPECT_EQ(file_bytes(backup).find(written), std::string::npos);
  EXPECT_NE(file_bytes(keys).find(session_id(1).text() + " " + written), std::string::npos);
}

class BackupBK4 : public BackupTest {};
TEST_F(BackupBK4, OnlyItsOwnerCanReadIt) {
  ASSERT_EQ(back_up(keys).refusal, "");
  EXPECT_EQ(mode_of(backup), 0600u);
  EXPECT_EQ(mode_of(keys), 0600u);
}
TEST_F(BackupBK4, ItTakesThePlaceOfNoFile) {
  rewrite("something else");
  EXPECT_NE(back_up(std::nullopt).refusal.find("is there already"), std::string::npos);
  EXPECT_EQ(file_bytes(backup), "something else");
  fs::remove(backup);
  std::ofstream(keys) << "something else";
  EXPECT_NE(back_up(keys).refusal.find("is there already"), std::string::npos);
  EXPECT_EQ(file_bytes(keys), "something else");
  EXPECT_FALSE(fs::exists(backup));
}
TEST_F(BackupBK4, OneThatBreaksOffLeavesNoFile) {
  ASSERT_EQ(back_up(std::nullopt).refusal, "");
  const std::string whole = file_bytes(backup);
  for (const std::size_t size : {std::size_t{0}, std::size_t{5}, std::size_t{14}, whole.size() / 2, whole.size() - 1}) {
    fs::remove(backup);
    int ends[2];
    ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    ASSERT_EQ(::write(ends[1], whole.data(), size), static_cast<ssize_t>(size));
    ::close(ends[1]);
    EXPECT_NE(storage::keep_backup(ends[0], backup, keys).refusal, "");
    ::close(ends[0]);
    for (const std::string& path : {backup, keys})
      EXPECT_FALSE(fs::exists(path) || fs::exists(path + ".unfinished")) << size;
  }
}
TEST_F(BackupBK4, WhatAKilledOneLeftIsTakenOver) {
  std::ofstream(backup + ".unfinished") << std::string(100'000, 'x');
  ASSERT_EQ(back_up(std::nullopt).refusal, "");
  EXPECT_FALSE(fs::exists(backup + ".unfinished"));
  EXPECT_EQ(entries().size(), 4u);
}

class BackupBK6 : public BackupTest {};
TEST_F(BackupBK6, WithoutItsKeyALiveSessionStartsEmptyUnderANewOne) {
  ASSERT_EQ(back_up(std::nullopt).refusal, "");
  const auto report = restore(std::nullopt);
  ASSERT_EQ(report.refusal, "");
  EXPECT_EQ(states(report), sorted({State::empty, State::empty, State::closed, State::unreadable}));
  const auto named = std::ranges::find(report.sessions, std::string("Avond 1"), &storage::SessionInBackup::title);
  ASSERT_NE(named, report.sessions.end());
  EXPECT_EQ(named->join_code, "100001");

  Place restored(target);
  const auto state = state_of(restored.log(), 1);
  EXPECT_EQ(state.definition, definition_of(1));
  EXPECT_TRUE(state.questions.empty());
  EXPECT_NE(load(restored.log(), session_id(1)).key->bytes(), load(source->log(), session_id(1)).key->bytes());
  EXPECT_EQ(load(restored.log(), session_id(3)).archive, R"({"archive":3})");
}
TEST_F(BackupBK6, OneThatHadEndedStaysEndedSoThatItsDaysAreCounted) {
  ASSERT_EQ(back_up(std::nullopt).refusal, "");
  ASSERT_EQ(restore(std::nullopt).refusal, "");
  Place restored(target);
  const auto state = state_of(restored.log(), 2);
  EXPECT_EQ(state.phase, domain::Phase::ended);
  EXPECT_EQ(state.definition.ended_day, 20'000);
}
TEST_F(BackupBK6, OneWhoseLogCouldNotBeReadStartsEmptyAndIsNamed) {
  ASSERT_EQ(back_up(keys).refusal, "");
  const auto report = restore(keys);
  const auto named = std::ranges::find(report.sessions, State::unreadable, &storage::SessionInBackup::state);
  ASSERT_NE(named, report.sessions.end());
  EXPECT_EQ(named->title, "Avond 4");
  Place restored(target);
  EXPECT_EQ(state_of(restored.log(), 4).definition, definition_of(4));
}

class BackupBK7 : public BackupTest {};
TEST_F(BackupBK7, ADamagedByteAnywhereIsNoticed) {
  ASSERT_EQ(back_up(std::nullopt).refusal, "");
  const std::string whole = file_bytes(backup);
  for (std::size_t at = 0; at < whole.size(); at += 1 + whole.size() / 200) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    rewrite(damaged);
    EXPECT_NE(refusal(std::nullopt), "") << at;
  }
  rewrite(whole);
  EXPECT_EQ(restore(std::nullopt).refusal, "");
}
TEST_F(BackupBK7, OneThatIsCutOffOrLongerIsNoticed) {
  ASSERT_EQ(back_up(std::nullopt).refusal, "");
  const std::string whole = file_bytes(backup);
  for (std::size_t size = 0; size < whole.size(); size += 1 + whole.size() / 100) {
    rewrite(whole.substr(0, size));
    EXPECT_NE(refusal(std::nullopt), "") << size;
  }
  rewrite(whole + "x");
  EXPECT_NE(refusal(std::nullopt).find("damaged"), std::string::npos);
}
TEST_F(BackupBK7, OneOfANewerProgramIsRefusedInWords) {
  ASSERT_EQ(back_up(std::nullopt).refusal, "");
  std::string newer = file_bytes(backup);
  newer[newer.find('1')] = '2';
  rewrite(newer);
  EXPECT_NE(refusal(std::nullopt).find("newer Durf"), std::string::npos);
  rewrite("GIF89a and what follows in such a file");
  EXPECT_NE(refusal(std::nullopt).find("not a backup"), std::string::npos);
}
TEST_F(BackupBK7, KeysThatDoNotFitAreRefused) {
  ASSERT_EQ(back_up(keys).refusal, "");
  const std::string right = file_bytes(keys);
  const auto write_keys = [&](const std::string& text) { std::ofstream(keys, std::ios::trunc) << text; };
  const std::string other_key = base::to_base64url(std::array<std::uint8_t, 32>{1, 2, 3});
  write_keys("durf keys 1\n" + session_id(1).text() + " " + other_key + "\n");
  EXPECT_NE(refusal(keys).find("of another backup"), std::string::npos);
  write_keys("durf keys 1\n" + session_id(9).text() + " " + other_key + "\n");
  EXPECT_NE(refusal(keys).find("none of the keys"), std::string::npos);
  for (const std::string& wrong : {std::string(), std::string("durf keys 2\n"), right.substr(0, right.size() - 3)}) {
    write_keys(wrong);
    EXPECT_NE(refusal(keys).find("cannot be read as keys"), std::string::npos) << wrong.size();
  }
  write_keys(right);
  EXPECT_EQ(restore(keys).refusal, "");
}
TEST_F(BackupBK7, AKeyInABackupIsDamage) {
  storage::BackupEncoder encoder;
  const auto key = load(source->log(), session_id(1)).key;
  storage::BackedUpSession one{storage::BackedUpSession::Kind::live, session_id(1), "{}", 2, std::string(12, 'n'), "c", key, ""};
  rewrite(encoder.begin() + encoder.session(one) + encoder.end());
  EXPECT_NE(refusal(std::nullopt).find("damaged"), std::string::npos);
}

class BackupBK8 : public BackupTest {};
TEST_F(BackupBK8, ADirectoryWithSomethingInItIsLeftAlone) {
  ASSERT_EQ(back_up(std::nullopt).refusal, "");
  fs::create_directories(target);
  std::ofstream(target + "/notes.txt") << "mine";
  EXPECT_NE(refusal(std::nullopt).find("something in it"), std::string::npos);
  EXPECT_EQ(file_bytes(target + "/notes.txt"), "mine");
  fs::remove(target + "/notes.txt");
  fs::create_directories(target + "/keys");
  EXPECT_NE(restore(std::nullopt).refusal.find("something in it"), std::string::npos) << "keys may be somebody's last ones";
}
TEST_F(BackupBK8, AnEmptyDirectoryIsFineAndEndsWithItsFilesOnly) {
  ASSERT_EQ(back_up(keys).refusal, "");
  fs::create_directories(target);
  ASSERT_EQ(restore(keys).refusal, "");
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(target)) names.push_back(entry.path().filename());
  std::ranges::sort(names);
  EXPECT_EQ(names, (std::vector<std::string>{"durf.db", "keys", "lock"}));
  EXPECT_EQ(mode_of(target), 0700u);
  EXPECT_EQ(mode_of(target + "/durf.db"), 0600u);
}
TEST_F(BackupBK8, WhatARestoreThatWasCutShortLeftIsTakenOver) {
  ASSERT_EQ(back_up(keys).refusal, "");
  fs::create_directories(target + "/restore.unfinished/keys");
  fs::create_directories(target + "/keys");
  std::ofstream(target + "/restore.unfinished/durf.db") << "half";
  std::ofstream(target + "/keys/" + session_id(1).text() + "-1") << std::string(32, 'k');
  ASSERT_EQ(restore(keys).refusal, "");
  Place restored(target);
  EXPECT_EQ(state_of(restored.log(), 1), state_of(source->log(), 1));
}
TEST_F(BackupBK8, ADirectoryInUseIsRefused) {
  ASSERT_EQ(back_up(std::nullopt).refusal, "");
  const auto held = storage::DataDirectory::open(target);
  EXPECT_NE(restore(std::nullopt).refusal.find("Another Durf"), std::string::npos);
}

/// What a backup holds of each table. A new column has to be added here, and to the backup, or be left out on purpose.
TEST(BackupBK10, HoldsWhatTheManifestKnowsAndNothingElse) {
  const std::vector<std::string> held = {"session.id",     "session.definition", "record.session", "record.format",
                                         "record.nonce",   "record.ciphertext",  "archive.session", "archive.text"};
  // One generation and one record of each session: they begin at 1 anew, with a checksum of their own.
  const std::vector<std::string> made_anew = {"session.generation", "record.sequence", "record.crc"};
  std::vector<std::string> known;
  for (const auto& column : storage::stored_columns())
    known.push_back(std::string(column.table) + "." + std::string(column.column));
  std::vector<std::string> all = held;
  all.insert(all.end(), made_anew.begin(), made_anew.end());
  std::ranges::sort(known);
  std::ranges::sort(all);
  EXPECT_EQ(all, known);
}

TEST_F(BackupTest, ALogThatIsClosedGivesNoBackup) {
  source->log().close();
  EXPECT_NE(back_up(std::nullopt).refusal, "");
  EXPECT_FALSE(fs::exists(backup));
}

}  // namespace
}  // namespace durf::test
