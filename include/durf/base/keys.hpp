// SPDX-License-Identifier: MIT
// The key of a session and where keys are kept. A key is never in the database: whoever has the database and the backups
// but not the key file holds ciphertext, and destroying 32 bytes forgets a session.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "durf/base/id.hpp"

namespace durf::base {

/// 256 bits for AES-256-GCM of log records and HMAC-SHA-256 of nullifiers. Wiped from memory when the last owner lets go.
class SessionKey {
 public:
  SessionKey() = default;
  explicit SessionKey(const std::array<std::uint8_t, 32>& bytes) : bytes_(bytes) {}
  SessionKey(const SessionKey&) = delete;
  SessionKey& operator=(const SessionKey&) = delete;
  ~SessionKey();

  const std::array<std::uint8_t, 32>& bytes() const { return bytes_; }

 private:
  std::array<std::uint8_t, 32> bytes_{};
};

using SharedKey = std::shared_ptr<const SessionKey>;

/// A key is named by its session and its generation ("now for real" begins generation 2 and destroys generation 1).
struct KeyName {
  std::string session;  ///< session id as text
  std::uint32_t generation = 1;
  friend auto operator<=>(const KeyName&, const KeyName&) = default;
};

class KeyVault {
 public:
  virtual ~KeyVault() = default;

  /// Makes a new random key, durable (file and directory synced) before this returns. Null when that failed, with
  /// nothing left behind. An existing key of that name is replaced: it belonged to a creation that never happened.
  virtual SharedKey create(const KeyName& name) = 0;

  /// Null when there is no such key or it cannot be read.
  virtual SharedKey load(const KeyName& name) = 0;

  /// Overwrites, unlinks, syncs the directory. Destroying a key that is not there is fine. False when it may still exist.
  virtual bool destroy(const KeyName& name) = 0;

  virtual std::vector<KeyName> list() = 0;
};

}  // namespace durf::base
