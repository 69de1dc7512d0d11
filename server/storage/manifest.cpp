// SPDX-License-Identifier: MIT
#include "durf/storage/manifest.hpp"

#include <array>

namespace durf::storage {
namespace {

constexpr std::string_view session_lives = "until the session is deleted";
constexpr std::string_view until_forgotten =
    "until the next snapshot of the session takes its place, or the session is closed or deleted";

constexpr auto columns = std::to_array<StoredColumn>({
    {"session", "id", "names the session; random", session_lives},
    {"session", "generation", "which of the session's keys is in use", session_lives},
    {"session", "definition",
     "title, settings, topics and links (of their secrets only hashes); nothing of participants",
     "most of it until the session is closed; what finds the archive until the session is deleted"},
    {"record", "session", "whose log it is in", until_forgotten},
    {"record", "sequence", "place in that log", until_forgotten},
    {"record", "format", "how the plain record is to be read", until_forgotten},
    {"record", "nonce", "random; used once, to encrypt this record", until_forgotten},
    {"record", "ciphertext", "what happened, encrypted under the session's key", until_forgotten},
    {"record", "crc", "finds damage; chained to the record before", until_forgotten},
    {"archive", "session", "which closed session this is all of", session_lives},
    {"archive", "text",
     "what the room has seen: questions in random order, answers, promises, counts; nothing of participants",
     session_lives},
});

constexpr auto files = std::to_array<StoredFile>({
    {"durf.db", "the database", "until the host deletes it"},
    {"durf.db-wal", "what was written last and is not yet in the database",
     "until it is carried over; emptied at once when something is forgotten"},
    {"keys/<session>-<generation>", "the session's key, without which its records cannot be read",
     "until the session is closed or deleted, or the rehearsal over; overwritten before it is removed"},
    {"lock", "empty; held by the running server", "until the host deletes it"},
    {"control", "socket by which other commands reach the running server", "while the server runs"},
    {"restore.unfinished/", "what a restore has made before all of it is there",
     "until the restore is over; of one that was cut short, until it is done again"},
});

}  // namespace

std::span<const StoredColumn> stored_columns() { return columns; }
std::span<const StoredFile> stored_files() { return files; }

}  // namespace durf::storage
