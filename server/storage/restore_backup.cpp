// SPDX-License-Identifier: MIT
// The backup is read twice: once to find out whether it is sound and what becomes of each session, before anything is touched,
// and once to write. What is written goes through the log as everything else does, in a folder inside the data directory; from
// there the finished files are moved to their places, the database last.
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <future>
#include <set>
#include <span>
#include <utility>

#include "durf/log/event_log.hpp"
#include "durf/storage/backup.hpp"
#include "durf/storage/data_directory.hpp"
#include "durf/storage/key_files.hpp"
#include "durf/storage/sqlite_log.hpp"
#include "storage/backup_keys.hpp"
#include "storage/files.hpp"
#include "storage/restore_plan.hpp"

namespace durf::storage {
namespace {

namespace fs = std::filesystem;
using State = SessionInBackup::State;

/// The keys that come back, and new ones for what starts empty.
class ReturningKeys final : public base::KeyVault {
 public:
  explicit ReturningKeys(KeyFiles& files) : files_(files) {}
  /// Of the session that is appended next; read by the log's thread behind the append.
  base::SharedKey returning;

  base::SharedKey create(const base::KeyName& name) override {
    return returning ? files_.keep(name, returning) : files_.create(name);
  }
  base::SharedKey load(const base::KeyName& name) override { return files_.load(name); }
  bool destroy(const base::KeyName& name) override { return files_.destroy(name); }
  std::vector<base::KeyName> list() override { return files_.list(); }

 private:
  KeyFiles& files_;
};

std::string append(log::EventLog& log, log::Append append) {
  std::promise<log::AppendOutcome> answer;
  log.append(std::move(append), [&answer](log::AppendOutcome outcome) { answer.set_value(outcome); });
  switch (answer.get_future().get()) {
    case log::AppendOutcome::durable:
      return {};
    case log::AppendOutcome::disk_full:
      return "There is not enough room on the disk. Nothing was restored.";
    case log::AppendOutcome::conflict:
    case log::AppendOutcome::failed:
      break;
  }
  return "The data directory could not be written. Nothing was restored.";
}

/// The place where the data directory is made before it is one.
class Workshop {
 public:
  explicit Workshop(std::string directory) : directory_(std::move(directory)) {}
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  ~Workshop() {
    if (!finished_) clear();
  }

  const std::string& directory() const { return directory_; }
  std::string folder() const { return directory_ + "/restore.unfinished"; }

  /// With what an earlier attempt that was cut short has left: its keys may have been moved already, its database not.
  void clear() const {
    for (const std::string& keys : {folder() + "/keys", directory_ + "/keys"}) destroy_keys(keys);
    std::error_code ignored;
    fs::remove_all(folder(), ignored);
    sync_folder(directory_);
  }

  /// From here on it is a data directory.
  std::string finish() {
    ::unlink((folder() + "/durf.db-wal").c_str());  // carried over and emptied when the log was closed
    const bool moved = sync_folder(folder()) &&
                       ::rename((folder() + "/keys").c_str(), (directory_ + "/keys").c_str()) == 0 &&
                       sync_folder(directory_) &&
                       ::rename((folder() + "/durf.db").c_str(), (directory_ + "/durf.db").c_str()) == 0;
    if (!moved) return std::string("The data directory could not be written: ") + std::strerror(errno) + ".";
    finished_ = true;
    ::rmdir(folder().c_str());
    if (!sync_folder(directory_)) return "The data directory could not be synced to disk.";
    return {};
  }

 private:
  static void destroy_keys(const std::string& path) {
    if (!fs::exists(path)) return;
    struct None final : base::Entropy {
      void fill(std::span<std::uint8_t>) override {}
    } none;
    KeyFiles keys(path, none);
    for (const base::KeyName& name : keys.list()) keys.destroy(name);
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }

  std::string directory_;
  bool finished_ = false;
};

/// Nothing of anybody's is in there. The lock is nobody's data, and a file system of its own has a lost+found.
std::string refuse_unless_empty(const std::string& directory) {
  std::error_code failed;
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(directory, failed)) names.insert(entry.path().filename().native());
  if (failed == std::errc::no_such_file_or_directory) return {};
  if (failed) return directory + " cannot be read: " + failed.message() + ".";
  names.erase("lock");
  names.erase("lost+found");
  const bool unfinished = names.erase("restore.unfinished") > 0;
  if (unfinished) names.erase("keys");
  if (names.empty()) return {};
  return directory + " has something in it already. Nothing was restored; give a directory that is not there, or is empty.";
}

std::string write_all_sessions(Workshop& workshop, RestorePlanner& planner, base::Entropy& entropy) {
  if (!make_private_folder(workshop.folder()))
    return workshop.directory() + " cannot be written: " + std::strerror(errno) + ".";
  std::atomic<bool> disk_failed = false;
  KeyFiles files(workshop.folder() + "/keys", entropy);
  ReturningKeys keys(files);
  auto opened = SqliteLog::open({workshop.folder(), [&](std::string_view) { disk_failed = true; }, ""}, keys, entropy);
  if (!opened.log) return opened.refusal;
  std::string refusal = planner.read([&](RestorePlan plan) {
    keys.returning = std::move(plan.key);
    std::string words = append(*opened.log, {plan.session, 1, log::AppendMode::extend, std::move(plan.payload), plan.definition});
    if (words.empty() && plan.archive)
      words = append(*opened.log, {plan.session, 2, log::AppendMode::close, std::move(*plan.archive), plan.definition});
    return words;
  });
  opened.log->close();
  if (refusal.empty() && disk_failed) refusal = "The disk failed. Nothing was restored.";
  return refusal.empty() ? workshop.finish() : refusal;
}

std::optional<BackupKeyRing> read_keys(const std::string& from) {
  std::error_code failed;
  const auto size = fs::file_size(from, failed);
  const FileHandle file = open_file(from, O_RDONLY);
  if (failed || !file) return std::nullopt;
  std::string bytes(size, '\0');
  if (!read_all(file.get(), {reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()})) return std::nullopt;
  auto keys = read_backup_keys(bytes);
  ::explicit_bzero(bytes.data(), bytes.size());
  return keys;
}

}  // namespace

BackupReport restore_backup(const std::string& directory, const std::string& from,
                            const std::optional<std::string>& keys_from, base::Entropy& entropy) {
  if (std::string words = refuse_unless_empty(directory); !words.empty()) return {std::move(words), {}};
  std::optional<BackupKeyRing> ring;
  if (keys_from && !(ring = read_keys(*keys_from))) return {*keys_from + " cannot be read as keys of a backup.", {}};
  RestorePlanner planner(from, ring ? &*ring : nullptr, entropy);

  BackupReport report;
  std::size_t opened = 0, live = 0;
  report.refusal = planner.read([&](RestorePlan plan) {
    opened += plan.told.state == State::whole;
    live += plan.told.state == State::whole || plan.told.state == State::empty;
    report.sessions.push_back(std::move(plan.told));
    return std::string();
  });
  if (report.refusal.empty() && ring && live > 0 && opened == 0)
    report.refusal = *keys_from + " has none of the keys of this backup. Nothing was restored. "
                     "Without keys, live sessions start empty.";
  if (!report.refusal.empty()) return report;

  std::error_code ignored;
  const bool was_there = fs::exists(directory, ignored);
  auto data = DataDirectory::open(directory);
  if (!data.directory) return {std::move(data.refusal), {}};
  // Again, now that nobody else can put anything into it.
  if (std::string words = refuse_unless_empty(directory); !words.empty()) return {std::move(words), {}};
  {
    Workshop workshop(directory);
    workshop.clear();
    report.refusal = write_all_sessions(workshop, planner, entropy);
  }
  if (!report.refusal.empty() && !was_there) {
    ::unlink((directory + "/lock").c_str());
    ::rmdir(directory.c_str());
  }
  return report;
}

}  // namespace durf::storage
