// SPDX-License-Identifier: MIT
// A SQLite log with its folder and its keys, on the disk that can fail.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>

#include "durf/storage/key_files.hpp"
#include "durf/storage/sqlite_log.hpp"
#include "faulty_vfs.hpp"
#include "test_support.hpp"

namespace durf::test {

class SqliteBackend {
 public:
  SqliteBackend() {
    FaultyDisk::instance().reset();
    open();
  }

  log::EventLog& log() { return *log_; }
  base::KeyVault& keys() { return *keys_; }
  FaultyDisk& disk() { return FaultyDisk::instance(); }
  const std::string& folder() const { return folder_.path(); }
  std::string database() const { return folder() + "/durf.db"; }
  std::string wal() const { return folder() + "/durf.db-wal"; }
  int fatal_calls() const { return fatal_calls_; }

  void set_disk_full(bool full) { disk().set_full(full); }

  void restart() {
    close();
    open();
  }
  /// The process ends without a word: what the destructor does to the files is undone.
  void lose_power(std::uint64_t seed) {
    disk().cut_power();
    close();
    disk().restore_power(seed);
    open();
  }

  void close() {
    log_.reset();
    keys_.reset();
  }
  void open() { ASSERT_EQ(try_open(), ""); }
  std::string try_open() {
    keys_ = std::make_unique<storage::KeyFiles>(folder() + "/keys", entropy_);
    auto opened = storage::SqliteLog::open(
        {folder(), [this](std::string_view) { ++fatal_calls_; }, FaultyDisk::name}, *keys_, entropy_);
    log_ = std::move(opened.log);
    return opened.refusal;
  }

 private:
  TemporaryFolder folder_;
  SeededEntropy entropy_{2};
  std::atomic<int> fatal_calls_{0};
  std::unique_ptr<storage::KeyFiles> keys_;
  std::unique_ptr<storage::SqliteLog> log_;
};

}  // namespace durf::test
