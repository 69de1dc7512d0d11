// SPDX-License-Identifier: MIT
// What becomes of each session of a backup, found out without touching anything: whole, closed or empty, and what is to be
// appended for it. One thread.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "durf/base/entropy.hpp"
#include "durf/base/keys.hpp"
#include "durf/domain/definition.hpp"
#include "durf/storage/backup.hpp"
#include "storage/backup_format.hpp"
#include "storage/backup_keys.hpp"
#include "storage/record_cipher.hpp"

namespace durf::storage {

/// What is to be appended for one session.
struct RestorePlan {
  SessionInBackup told;
  domain::SessionId session;
  base::SharedKey key;  ///< null: a new one
  std::string payload;
  std::string definition;
  std::optional<std::string> archive;  ///< the session is closed at once, with this
};

class RestorePlanner {
 public:
  /// `from` is the backup and `keys` what came back with it, if anything did; both must outlive this.
  RestorePlanner(const std::string& from, const BackupKeyRing* keys, base::Entropy& entropy)
      : from_(from), keys_(keys), cipher_(entropy) {}

  /// Reads the backup and calls `take` for each session, until it says what is wrong. Empty when the whole backup was sound and
  /// taken; else why not, in words.
  std::string read(const std::function<std::string(RestorePlan)>& take);

 private:
  struct Planned {
    std::string refusal;
    RestorePlan plan;
  };
  Planned plan(BackedUpSession one);
  Planned plan_whole(const BackedUpSession& one, const domain::Definition& definition, const base::SharedKey& key,
                     RestorePlan plan);
  base::SharedKey key_of(const domain::SessionId& session) const;
  std::string refuse(const std::string& why) const { return from_ + " " + why + ". Nothing was restored."; }

  const std::string& from_;
  const BackupKeyRing* keys_;
  RecordCipher cipher_;
};

}  // namespace durf::storage
