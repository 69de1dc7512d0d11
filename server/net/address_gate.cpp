// SPDX-License-Identifier: MIT
#include "net/address_gate.hpp"

#include <openssl/rand.h>
#include <openssl/sha.h>

#include <algorithm>
#include <boost/asio/ip/address_v4.hpp>
#include <boost/asio/ip/address_v6.hpp>
#include <cstring>
#include <numeric>

#include "durf/base/assert.hpp"

namespace durf::net {

namespace {

constexpr LeakyBucket::Limit requests{limits::address_requests_burst_max, limits::address_requests_per_second};
constexpr LeakyBucket::Limit handshakes{limits::address_handshakes_burst_max, limits::address_handshakes_per_second};
constexpr LeakyBucket::Limit tls_handshakes{limits::address_tls_handshakes_burst_max,
                                            limits::address_tls_handshakes_per_second};

/// How many came in any window, in slots of a minute; the slot in which the window began counts whole.
class Newcomers {
 public:
  bool take(base::SteadyMs now) {
    forget_old(now);
    if (std::accumulate(slots_.begin(), slots_.end(), 0u) >= limits::address_newcomers_max) return false;
    ++slots_[place(minute_)];
    return true;
  }
  /// It was taken a moment ago: in this minute or in the one before.
  void give_back(base::SteadyMs now) {
    forget_old(now);
    for (std::int64_t minute = minute_; minute > minute_ - slots; --minute) {
      if (slots_[place(minute)] == 0) continue;
      --slots_[place(minute)];
      return;
    }
  }

 private:
  static constexpr std::int64_t slot_ms = 60'000;
  static constexpr std::int64_t slots = limits::newcomers_window_ms / slot_ms + 1;

  static std::size_t place(std::int64_t minute) { return static_cast<std::size_t>((minute % slots + slots) % slots); }
  void forget_old(base::SteadyMs now) {
    const std::int64_t minute = now.value / slot_ms;
    if (minute <= minute_) return;
    for (std::int64_t passed = std::max(minute_ + 1, minute - slots + 1); passed <= minute; ++passed)
      slots_[place(passed)] = 0;
    minute_ = minute;
  }

  std::array<std::uint16_t, slots> slots_{};
  std::int64_t minute_ = 0;
  static_assert(limits::address_newcomers_max <= UINT16_MAX);
};

/// IPv4 whole, also when it is written as IPv6; of IPv6 the first 64 bits.
std::array<std::uint8_t, 16> counted_part(const boost::asio::ip::address& address) {
  using namespace boost::asio::ip;
  if (address.is_v4()) return make_address_v6(v4_mapped, address.to_v4()).to_bytes();
  auto bytes = address.to_v6().to_bytes();
  if (!address.to_v6().is_v4_mapped()) std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
  return bytes;
}

}  // namespace

class AddressGate::Usage {
 public:
  LeakyBucket requests_taken;
  LeakyBucket handshakes_taken;
  LeakyBucket tls_handshakes_taken;
  Newcomers newcomers;
  std::uint32_t open = 0;
};

std::size_t AddressGate::KeyHash::operator()(const Key& key) const {
  std::size_t first;
  std::memcpy(&first, key.data(), sizeof first);  // random to whoever does not know the salt
  return first;
}

AddressGate::Key AddressGate::Era::hash(char kind, std::span<const std::uint8_t, 16> bytes) const {
  std::array<std::uint8_t, 33> text;
  std::copy(salt.begin(), salt.end(), text.begin());
  text[16] = static_cast<std::uint8_t>(kind);
  std::copy(bytes.begin(), bytes.end(), text.begin() + 17);
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest;
  SHA256(text.data(), text.size(), digest.data());
  Key key;
  std::copy_n(digest.begin(), key.size(), key.begin());
  return key;
}

AddressGate::AddressGate(const base::Clock& clock) : clock_(clock) {
  begin_era(clock.now());
  before_ = {};
}

AddressGate::Source AddressGate::source(const boost::asio::ip::address& address) {
  const auto bytes = counted_part(address);
  const std::lock_guard lock(mutex_);
  begin_era_if_due(clock_.now());
  const Key key = now_.hash('a', bytes);
  if (const auto found = now_.sources.find(key); found != now_.sources.end()) return found->second;
  if (now_.sources.size() >= limits::addresses_max) {
    begin_era(clock_.now());
    return now_.sources.emplace(now_.hash('a', bytes), std::make_shared<Usage>()).first->second;
  }
  const auto earlier = before_.sources.find(before_.hash('a', bytes));
  Source source = earlier != before_.sources.end() ? earlier->second : std::make_shared<Usage>();
  if (earlier != before_.sources.end()) before_.sources.erase(earlier);
  return now_.sources.emplace(key, std::move(source)).first->second;
}

bool AddressGate::take_request(const Source& source) {
  const std::lock_guard lock(mutex_);
  return source->requests_taken.take(requests, clock_.now());
}

bool AddressGate::take_handshake(const Source& source) {
  const std::lock_guard lock(mutex_);
  return source->handshakes_taken.take(handshakes, clock_.now());
}

bool AddressGate::take_tls_handshake(const Source& source) {
  const std::lock_guard lock(mutex_);
  return source->tls_handshakes_taken.take(tls_handshakes, clock_.now());
}

bool AddressGate::take_newcomer(const Source& source) {
  const std::lock_guard lock(mutex_);
  return source->newcomers.take(clock_.now());
}

void AddressGate::give_newcomer_back(const Source& source) {
  const std::lock_guard lock(mutex_);
  source->newcomers.give_back(clock_.now());
}

void AddressGate::remember(TokenBytes token) {
  const std::lock_guard lock(mutex_);
  begin_era_if_due(clock_.now());
  if (now_.tokens.size() >= limits::tokens_remembered_max) begin_era(clock_.now());
  now_.tokens.insert(now_.hash('t', token));
}

bool AddressGate::remembers(TokenBytes token) {
  const std::lock_guard lock(mutex_);
  begin_era_if_due(clock_.now());
  return now_.tokens.contains(now_.hash('t', token)) || before_.tokens.contains(before_.hash('t', token));
}

std::optional<AddressGate::Stay> AddressGate::admit(const Source& source) {
  const std::lock_guard lock(mutex_);
  if (source->open >= limits::address_connections_max) return std::nullopt;
  ++source->open;
  return Stay(*this, source);
}

void AddressGate::depart(const Source& source) {
  const std::lock_guard lock(mutex_);
  DURF_ASSERT(source->open > 0);
  --source->open;
}

void AddressGate::tidy() {
  const std::lock_guard lock(mutex_);
  begin_era_if_due(clock_.now());
}

std::pair<std::size_t, std::size_t> AddressGate::remembered() {
  const std::lock_guard lock(mutex_);
  return {now_.sources.size() + before_.sources.size(), now_.tokens.size() + before_.tokens.size()};
}

void AddressGate::begin_era_if_due(base::SteadyMs now) {
  const std::int64_t age = now - began_;
  if (age < limits::address_salt_ms) return;
  begin_era(now);
  if (age >= 2 * limits::address_salt_ms) before_ = {};
}

void AddressGate::begin_era(base::SteadyMs now) {
  before_ = std::exchange(now_, {});
  const bool is_random = RAND_bytes(now_.salt.data(), static_cast<int>(now_.salt.size())) == 1;
  DURF_ASSERT(is_random);
  began_ = now;
}

}  // namespace durf::net
