// SPDX-License-Identifier: MIT
// How much may come from one address: requests, handshakes, open connections, and phones that no session knows yet
// (ANONYMITY.md, rule 5). In memory only, and of an address nothing is kept but its hash under a salt that changes
// every ten minutes; nothing of it is ever logged. An address that shows itself again moves to the new salt with
// all that it has used, one that stays away is forgotten: its limits are whole again by then, but for connections
// that stay open in silence. IPv6 counts by /64, the least that a household gets. Any thread; one short mutex,
// which no message passes.
#pragma once

#include <array>
#include <boost/asio/ip/address.hpp>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "durf/base/clock.hpp"
#include "net/leaky_bucket.hpp"
#include "net/limits.hpp"

namespace durf::net {

class AddressGate {
 public:
  explicit AddressGate(const base::Clock& clock);
  AddressGate(const AddressGate&) = delete;
  AddressGate& operator=(const AddressGate&) = delete;

  /// What one address has used. Asked of the gate, and of nothing else.
  class Usage;
  using Source = std::shared_ptr<Usage>;

  /// Everyone who comes from there shares one.
  Source source(const boost::asio::ip::address& address);

  bool take_request(const Source& source);
  bool take_handshake(const Source& source);
  bool take_tls_handshake(const Source& source);

  /// A phone that may turn out to be a newcomer.
  bool take_newcomer(const Source& source);
  void give_newcomer_back(const Source& source);

  using TokenBytes = std::span<const std::uint8_t, 16>;
  /// A phone that leaves may come back for ten minutes at least without being a newcomer. Its token is kept as a
  /// hash under the salt as well, beside no address.
  void remember(TokenBytes token);
  bool remembers(TokenBytes token);

  /// One open connection, counted as long as it lives. The gate outlives it.
  class Stay {
   public:
    Stay() = default;
    Stay(AddressGate& gate, Source source) : gate_(&gate), source_(std::move(source)) {}
    Stay(Stay&& other) noexcept : gate_(std::exchange(other.gate_, nullptr)), source_(std::move(other.source_)) {}
    Stay& operator=(Stay&& other) noexcept {
      std::swap(gate_, other.gate_);
      std::swap(source_, other.source_);
      return *this;
    }
    ~Stay() {
      if (gate_ != nullptr) gate_->depart(source_);
    }

   private:
    AddressGate* gate_ = nullptr;
    Source source_;
  };
  /// Nothing: as many as may be are open from there.
  std::optional<Stay> admit(const Source& source);

  /// Changes the salt when that is due, also when nobody comes.
  void tidy();

  /// For tests: how many addresses and tokens are remembered now.
  std::pair<std::size_t, std::size_t> remembered();

 private:
  using Key = std::array<std::uint8_t, 16>;
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };
  /// What was hashed under one salt.
  struct Era {
    Key salt{};
    std::unordered_map<Key, Source, KeyHash> sources;
    std::unordered_set<Key, KeyHash> tokens;
    Key hash(char kind, std::span<const std::uint8_t, 16> bytes) const;
  };

  void depart(const Source& source);
  void begin_era(base::SteadyMs now);
  void begin_era_if_due(base::SteadyMs now);

  const base::Clock& clock_;
  std::mutex mutex_;  // guards all below, and every Usage
  Era now_;
  Era before_;
  base::SteadyMs began_;
};

}  // namespace durf::net
