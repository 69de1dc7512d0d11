// SPDX-License-Identifier: MIT
// Where tokens and secrets stop. From here inwards there are only nullifiers, hashes and the tags of this run; none of
// them leads back to a token without the session's key, and none can be matched with another. One per session and run, used on
// the session's shard.
#pragma once

#include <array>
#include <cstdint>

#include "durf/base/entropy.hpp"
#include "durf/base/keys.hpp"
#include "durf/domain/command.hpp"
#include "durf/domain/ids.hpp"
#include "durf/protocol/messages.hpp"

namespace durf::runtime {

/// SHA-256("link" || secret). Any thread.
domain::SecretHash hash_of_link(const protocol::Secret& secret);

/// SHA-256("results" || secret): the label keeps a results page's secret from opening a desk. Any thread.
domain::SecretHash hash_of_results_link(const domain::ResultsSecret& secret);

class Identity {
 public:
  /// `key` makes what is kept (nullifiers); a second key, drawn here and never kept, makes the tags of this run.
  Identity(base::SharedKey key, base::Entropy& entropy);

  domain::MemberTag member(const protocol::Token& token) const;

  /// HMAC-SHA-256(key, "support" || question || token), first 128 bits: one token supports one question once.
  domain::Nullifier support(const domain::QuestionId& question, const protocol::Token& token) const;

  /// Fills what the decoder left empty: hashes from the secret, nullifiers from the token (null for desks).
  void fill(protocol::CommandMessage& message, const protocol::Token* token) const;

 private:
  base::SharedKey key_;
  base::SessionKey run_key_;
};

}  // namespace durf::runtime
