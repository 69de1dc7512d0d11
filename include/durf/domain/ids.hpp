// SPDX-License-Identifier: MIT
// The ids of the domain. None of them leads to a person: see the comment at each.
#pragma once

#include "durf/base/id.hpp"

namespace durf::domain {

using SessionId = base::Id<struct SessionIdTag, 16>;
using QuestionId = base::Id<struct QuestionIdTag, 16>;  ///< made by the phone, random
using TopicId = base::Id<struct TopicIdTag, 16>;
using LinkId = base::Id<struct LinkIdTag, 16>;
using CommandId = base::Id<struct CommandIdTag, 16>;  ///< made by the page; sent again, it has no second effect
using JoinKey = base::Id<struct JoinKeyTag, 10>;      ///< 80 bits: what QR and link carry

/// SHA-256 of a desk link's secret. The secret itself is never kept.
using SecretHash = base::Id<struct SecretHashTag, 32>;

/// Opens the results page. Everybody in the room is given it, so it is kept as it is (a desk's secret is not).
using ResultsSecret = base::Id<struct ResultsSecretTag, 16>;

/// HMAC-SHA-256(session key, item || token), first 128 bits: makes one token count once for one item. The nullifiers of
/// one token for two items cannot be matched without both the key and the token.
using Nullifier = base::Id<struct NullifierTag, 16>;

/// SHA-256 of a question's secret: who shows the secret is its author.
using AuthorshipHash = base::Id<struct AuthorshipHashTag, 32>;

/// SHA-256("receipt" || secret): by this mark a phone finds the state of its own unseen question in the shared frames.
using Receipt = base::Id<struct ReceiptTag, 32>;

/// A token under a key that lives only as long as this run of the session's core: lets Presence count per token without
/// knowing it, and means nothing after a restart.
using MemberTag = base::Id<struct MemberTagTag, 16>;

}  // namespace durf::domain
