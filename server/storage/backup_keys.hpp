// SPDX-License-Identifier: MIT
// The keys of live sessions as a file beside a backup: a line that says what it is, then a line for each session, its id and its
// key. Text, so that whoever finds it sees what it is. One thread.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "durf/base/keys.hpp"
#include "durf/domain/ids.hpp"

namespace durf::storage {

using BackupKeyRing = std::map<domain::SessionId, base::SharedKey>;

std::string backup_keys_head();
std::string backup_keys_line(const domain::SessionId& session, const base::SessionKey& key);

/// Nothing when the text is not such a file.
std::optional<BackupKeyRing> read_backup_keys(const std::string& text);

}  // namespace durf::storage
