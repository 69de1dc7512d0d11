// SPDX-License-Identifier: MIT
// A backup as bytes, from the program that has the sessions to the one that keeps the file, and as that file: a line that says
// what it is, then one entry for each session, then an entry that says how many there were. Entries are written one after the
// other and never changed, so there is nothing in them that was deleted. Each ends with a checksum of all that came before it:
// what is damaged, missing, doubled or cut off shows.
//
// An entry is kind (1 byte), length (4) and checksum of these five bytes (4), content, checksum (4); numbers are in network order.
//
//   L  live         session (16), format (4), nonce (12), length of the definition (4), definition, ciphertext
//   C  closed       session (16), length of the definition (4), definition, archive
//   U  unreadable   session (16), definition: its key was missing or its log damaged
//   K  key          session (16), key (32), of the live session behind it; never in a file
//   E  end          how many sessions there were (4)
//
// A live session is one record, its snapshot, encrypted under its key as the first of a log. Used on one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "durf/base/keys.hpp"
#include "durf/domain/ids.hpp"
#include "storage/record_cipher.hpp"

namespace durf::storage {

/// The place at which the record of a live session is encrypted: whatever its log was, in a backup it is the first.
RecordPlace place_in_backup(std::uint32_t format, const domain::SessionId& session);

struct BackedUpSession {
  enum class Kind : char { live = 'L', closed = 'C', unreadable = 'U' };
  Kind kind = Kind::live;
  domain::SessionId session;
  std::string definition;
  std::uint32_t format = 0;  ///< of the record; of a live one, as the next two
  std::string nonce;
  std::string ciphertext;
  base::SharedKey key;  ///< null: it does not come along
  std::string archive;  ///< of a closed one
};

class BackupEncoder {
 public:
  std::string begin();
  /// With its key, if it has one.
  std::string session(const BackedUpSession& one);
  std::string end();

 private:
  std::string entry(char kind, std::string_view content);

  std::uint32_t crc_ = 0;
  std::uint32_t sessions_ = 0;
};

class BackupDecoder {
 public:
  enum class Fault { not_a_backup, newer, damaged };
  struct End {};
  using Next = std::variant<BackedUpSession, End, Fault>;
  /// Fills what it is given and says how much of it: less only when there is no more, or it could not be read.
  using Source = std::function<std::size_t(std::span<char>)>;
  enum class Keys { refused, expected };

  BackupDecoder(Source source, Keys keys) : source_(std::move(source)), keys_(keys) {}

  /// The sessions one by one; not to be called any more after an end or a fault. `End` means that the whole was sound.
  Next next();

 private:
  struct Entry {
    char kind = 0;
    std::string content;
  };
  std::optional<Fault> begin();
  std::optional<Entry> entry();
  std::optional<std::string> take(std::size_t bytes);

  Source source_;
  Keys keys_;
  bool begun_ = false;
  std::uint32_t crc_ = 0;
  std::uint32_t sessions_ = 0;
};

}  // namespace durf::storage
