// SPDX-License-Identifier: MIT
// AES-256-GCM of log records. The nonce is random and not the sequence: after a failed commit the same
// sequence may be encrypted once more with other content, and a nonce that is used twice gives both away.
// Where a record stands is authenticated with it, so that records cannot be moved or swapped. One thread;
// owned by the store.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "durf/base/entropy.hpp"
#include "durf/base/keys.hpp"
#include "durf/domain/ids.hpp"
#include "durf/log/event_log.hpp"

namespace durf::storage {

/// What stands in the clear beside a record: format number ‖ session ‖ sequence, the numbers in network
/// order.
class RecordPlace {
 public:
  RecordPlace(std::uint32_t format, const domain::SessionId& session, log::Sequence sequence);
  std::string_view bytes() const { return {bytes_.data(), bytes_.size()}; }

 private:
  std::array<char, 4 + domain::SessionId::size + 8> bytes_;
};

struct SealedRecord {
  std::array<std::uint8_t, 12> nonce{};
  std::string ciphertext;  ///< with the tag of 16 bytes behind it
  std::string_view nonce_view() const { return {reinterpret_cast<const char*>(nonce.data()), nonce.size()}; }
};

class RecordCipher {
 public:
  explicit RecordCipher(base::Entropy& entropy);
  ~RecordCipher();

  /// Nothing when the library fails (out of memory).
  std::optional<SealedRecord> seal(const base::SessionKey& key, const RecordPlace& place,
                                   std::string_view plain);

  /// Nothing when it was not sealed under this key for this place, or was changed since.
  std::optional<std::string> unseal(const base::SessionKey& key, const RecordPlace& place,
                                    std::string_view nonce, std::string_view ciphertext);

 private:
  struct Context;
  std::unique_ptr<Context> context_;
  base::Entropy& entropy_;
};

}  // namespace durf::storage
