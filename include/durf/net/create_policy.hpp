// SPDX-License-Identifier: MIT
// Who may create a session: without a host password only who sits at the serving machine, with one whoever
// knows it. The password itself is not kept, only a salted hash. Guesses draw on one budget of the whole
// server. Any thread.
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>

#include "durf/base/clock.hpp"
#include "durf/base/entropy.hpp"

namespace durf::net {

class CreatePolicy {
 public:
  enum class Offer { open, password, refused };
  enum class Verdict { allowed, not_allowed, wrong_password, too_fast };

  /// `clock` outlives this. Without a password: from loopback only.
  CreatePolicy(const base::Clock& clock, base::Entropy& entropy, std::optional<std::string_view> password);

  /// What a page at that address may try.
  Offer offer(bool loopback) const;

  /// Right and wrong guesses are refused alike while the budget is used up, or the refusal would tell which
  /// is which.
  Verdict judge(bool loopback, std::string_view password);

 private:
  using Hash = std::array<std::uint8_t, 32>;
  Hash hash(std::string_view password) const;

  const base::Clock& clock_;
  std::array<std::uint8_t, 16> salt_{};
  std::optional<Hash> expected_;
  std::mutex mutex_;  // guards the two below; creating is rare and no message passes here
  std::int64_t wrong_left_;
  base::SteadyMs refilled_;
};

}  // namespace durf::net
