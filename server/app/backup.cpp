// SPDX-License-Identifier: MIT
#include "app/backup.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <iostream>
#include <string>
#include <thread>

#include "app/backup_stream.hpp"
#include "app/check_data.hpp"
#include "app/control.hpp"
#include "durf/app/exit_code.hpp"
#include "durf/runtime/os.hpp"
#include "durf/storage/backup.hpp"
#include "durf/storage/data_directory.hpp"
#include "durf/storage/key_files.hpp"
#include "durf/storage/sqlite_log.hpp"

namespace durf::app {
namespace {

using storage::BackupKeys;
using storage::BackupReport;
using storage::SessionInBackup;
using State = SessionInBackup::State;

int fail(const std::string& words, int code) {
  std::cerr << "durf: " << words << "\n";
  return code;
}

std::size_t count(const BackupReport& report, State state) {
  std::size_t found = 0;
  for (const SessionInBackup& one : report.sessions) found += one.state == state;
  return found;
}

std::string sessions(std::size_t count) { return std::to_string(count) + (count == 1 ? " session" : " sessions"); }

void print_sessions(std::ostream& out, const BackupReport& report, State state) {
  for (const SessionInBackup& one : report.sessions) {
    if (one.state == state) out << "  " << one.title << (one.join_code.empty() ? "" : " (" + one.join_code + ")") << "\n";
  }
}

/// Without a server this program has the log to itself, and gives and keeps on two threads.
BackupReport back_up_alone(const BackUp& wish, BackupKeys keys) {
  auto data = storage::DataDirectory::open(wish.data);
  if (!data.directory) return {std::move(data.refusal), {}};
  runtime::OsEntropy entropy;
  storage::KeyFiles vault(data.directory->keys_path(), entropy);
  auto opened = storage::SqliteLog::open({data.directory->path(), [](std::string_view) {}, ""}, vault, entropy);
  if (!opened.log) return {std::move(opened.refusal), {}};
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return {"There is no room for a backup.", {}};
  std::thread giver([&, to = ends[0]] {
    storage::give_backup(*opened.log, entropy, keys, [to](std::string_view bytes) { return send_all(to, bytes); });
    ::close(to);
  });
  BackupReport report = storage::keep_backup(ends[1], wish.to, wish.keys);
  ::close(ends[1]);
  giver.join();
  return report;
}

/// What is to be known of a file with keys before somebody puts it on the same tape as the backup.
void warn_of_keys(const std::string& keys, const std::string& backup) {
  std::cerr << "Take care: whoever has " << keys << " and " << backup
            << "\ncan read every question of the sessions that are live now, shown or not, and those two files stay readable\n"
               "when the sessions have been closed and their own keys destroyed. With somebody's phone in hand they could also\n"
               "find out which questions it supported. Keep the two files apart, and destroy the keys as soon as you can.\n";
}

}  // namespace

int back_up(const BackUp& wish) {
  if (!has_database(wish.data))
    return fail("There is no data directory of Durf at " + wish.data + ", or it may not be read.", exit_code::failed);
  if (wish.keys && *wish.keys == wish.to) return fail("The keys need a file of their own.", exit_code::usage);

  const BackupKeys keys = wish.keys ? BackupKeys::along : BackupKeys::left_out;
  BackupReport report;
  if (auto line = connect_to_running_server(wish.data, request_for_backup(keys))) {
    if (const std::string words = line->first_line(); words != backup_follows)
      return fail(words.empty() ? "The server gave no answer." : words, exit_code::failed);
    report = storage::keep_backup(line->descriptor(), wish.to, wish.keys);
  } else {
    report = back_up_alone(wish, keys);
  }
  if (!report.refusal.empty()) return fail(report.refusal, exit_code::failed);

  const std::size_t lost = count(report, State::unreadable);
  std::cout << "Backed up " << sessions(report.sessions.size()) << " to " << wish.to << ": " << count(report, State::whole)
            << " live, " << count(report, State::closed) << " closed.\n";
  if (lost > 0) {
    std::cerr << "Of " << sessions(lost) << " only code, links and settings could be backed up: the key is missing or the log damaged.\n";
    // Titles and codes are for who sits there. What is written elsewhere stays, as in the journal of a backup at night.
    if (::isatty(STDERR_FILENO))
      print_sessions(std::cerr, report, State::unreadable);
    else
      std::cerr << "Give this command at a terminal to see which.\n";
  }
  if (wish.keys) {
    warn_of_keys(*wish.keys, wish.to);
  } else if (count(report, State::whole) > 0) {
    std::cout << "Live sessions are in it as ciphertext. Restored without their keys (--keys), they start empty.\n";
  }
  return exit_code::ok;
}

int restore(const Restore& wish) {
  runtime::OsEntropy entropy;
  const BackupReport report = storage::restore_backup(wish.data, wish.from, wish.keys, entropy);
  if (!report.refusal.empty()) return fail(report.refusal, exit_code::failed);
  std::cout << "Restored " << sessions(report.sessions.size()) << " to " << wish.data << ": " << count(report, State::closed)
            << " closed, " << count(report, State::whole) << " live with everything in them.\n";
  if (count(report, State::empty) + count(report, State::unreadable) == 0) return exit_code::ok;
  std::cout << "\nWithout a key that opens it, a live session starts empty: code, links and settings are as they were;\n"
               "questions, support and answers are gone. These do, so tell whoever runs them:\n";
  print_sessions(std::cout, report, State::empty);
  print_sessions(std::cout, report, State::unreadable);
  return exit_code::ok;
}

}  // namespace durf::app
