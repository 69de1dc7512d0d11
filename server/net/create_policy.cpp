// SPDX-License-Identifier: MIT
#include "durf/net/create_policy.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>

#include "durf/base/assert.hpp"
#include "net/limits.hpp"

namespace durf::net {

CreatePolicy::CreatePolicy(const base::Clock& clock, base::Entropy& entropy,
                           std::optional<std::string_view> password)
    : clock_(clock), wrong_left_(limits::wrong_passwords_burst_max), refilled_(clock.now()) {
  entropy.fill(salt_);
  if (password) expected_ = hash(*password);
}

CreatePolicy::Offer CreatePolicy::offer(bool loopback) const {
  if (expected_) return Offer::password;
  return loopback ? Offer::open : Offer::refused;
}

CreatePolicy::Verdict CreatePolicy::judge(bool loopback, std::string_view password) {
  if (!expected_) return loopback ? Verdict::allowed : Verdict::not_allowed;

  const std::lock_guard lock(mutex_);
  const base::SteadyMs now = clock_.now();
  const std::int64_t refill = (now - refilled_) / limits::wrong_password_refill_ms;
  wrong_left_ = std::min(limits::wrong_passwords_burst_max, wrong_left_ + refill);
  refilled_ = refilled_ + refill * limits::wrong_password_refill_ms;
  if (wrong_left_ == 0) return Verdict::too_fast;

  const Hash guess = hash(password);
  if (CRYPTO_memcmp(guess.data(), expected_->data(), guess.size()) == 0) return Verdict::allowed;
  --wrong_left_;
  return Verdict::wrong_password;
}

CreatePolicy::Hash CreatePolicy::hash(std::string_view password) const {
  Hash result{};
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  const bool hashed = context != nullptr && EVP_DigestInit_ex(context, EVP_sha256(), nullptr) == 1 &&
                      EVP_DigestUpdate(context, salt_.data(), salt_.size()) == 1 &&
                      EVP_DigestUpdate(context, password.data(), password.size()) == 1 &&
                      EVP_DigestFinal_ex(context, result.data(), nullptr) == 1;
  EVP_MD_CTX_free(context);
  DURF_ASSERT(hashed);
  return result;
}

}  // namespace durf::net
