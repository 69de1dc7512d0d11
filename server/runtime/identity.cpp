// SPDX-License-Identifier: MIT
#include "durf/runtime/identity.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "durf/base/assert.hpp"
#include "durf/base/overloaded.hpp"

namespace durf::runtime {
namespace {

using Digest = std::array<std::uint8_t, SHA256_DIGEST_LENGTH>;

/// A message of fixed-length parts behind a label, so that no two purposes can give the same bytes.
template <class... Ids>
std::string labelled(std::string_view label, const Ids&... ids) {
  std::string message(label);
  (message.append(reinterpret_cast<const char*>(ids.bytes.data()), ids.bytes.size()), ...);
  return message;
}

Digest sha256(const std::string& message) {
  Digest digest;
  SHA256(reinterpret_cast<const unsigned char*>(message.data()), message.size(), digest.data());
  return digest;
}

Digest hmac(const base::SessionKey& key, const std::string& message) {
  Digest digest;
  unsigned int size = 0;
  const auto* made = HMAC(EVP_sha256(), key.bytes().data(), static_cast<int>(key.bytes().size()),
                          reinterpret_cast<const unsigned char*>(message.data()), message.size(), digest.data(), &size);
  DURF_ASSERT(made != nullptr && size == digest.size());
  return digest;
}

template <class Id>
Id first_bytes(const Digest& digest) {
  Id id;
  std::copy_n(digest.begin(), Id::size, id.bytes.begin());
  return id;
}

std::array<std::uint8_t, 32> random_bytes(base::Entropy& entropy) {
  std::array<std::uint8_t, 32> bytes;
  entropy.fill(bytes);
  return bytes;
}

/// A question's author replies to each ask-back once: what was asked first and what was asked later are followed by
/// receipts that cannot be matched. A place that no question has gets one too, and the domain refuses it.
domain::Receipt receipt_of_reply(std::uint32_t place, const protocol::Secret& secret) {
  const base::Id<struct PlaceTag, 1> byte{{static_cast<std::uint8_t>(place)}};
  return first_bytes<domain::Receipt>(sha256(labelled("reply", byte, secret)));
}

}  // namespace

domain::SecretHash hash_of_link(const protocol::Secret& secret) {
  return first_bytes<domain::SecretHash>(sha256(labelled("link", secret)));
}

domain::SecretHash hash_of_results_link(const domain::ResultsSecret& secret) {
  return first_bytes<domain::SecretHash>(sha256(labelled("results", secret)));
}

Identity::Identity(base::SharedKey key, base::Entropy& entropy)
    : key_(std::move(key)), run_key_(random_bytes(entropy)) {
  DURF_ASSERT(key_ != nullptr);
}

domain::MemberTag Identity::member(const protocol::Token& token) const {
  return first_bytes<domain::MemberTag>(hmac(run_key_, labelled("member", token)));
}

domain::Nullifier Identity::support(const domain::QuestionId& question, const protocol::Token& token) const {
  return first_bytes<domain::Nullifier>(hmac(*key_, labelled("support", question, token)));
}

void Identity::fill(protocol::CommandMessage& message, const protocol::Token* token) const {
  const auto authorship = [&] {
    return message.secret ? first_bytes<domain::AuthorshipHash>(sha256(labelled("", *message.secret)))
                          : domain::AuthorshipHash{};
  };
  const auto link_hash = [&] { return message.secret ? hash_of_link(*message.secret) : domain::SecretHash{}; };
  std::visit(base::Overloaded{
                 [&](domain::SubmitQuestion& submit) {
                   submit.authorship = authorship();
                   if (message.secret)
                     submit.receipt = first_bytes<domain::Receipt>(sha256(labelled("receipt", *message.secret)));
                   if (token) submit.nullifier = support(submit.question, *token);
                 },
                 [&](domain::WithdrawQuestion& withdraw) { withdraw.authorship = authorship(); },
                 [&](domain::WishHidden& wish) { wish.authorship = authorship(); },
                 [&](domain::ReplyToAskBack& reply) {
                   reply.authorship = authorship();
                   if (message.secret) reply.receipt = receipt_of_reply(reply.reply.place, *message.secret);
                 },
                 [&](domain::JudgeAnswer& judgement) { judgement.authorship = authorship(); },
                 [&](domain::UpvoteQuestion& upvote) {
                   if (token) upvote.nullifier = support(upvote.question, *token);
                 },
                 [&](domain::CreateLink& link) { link.secret_hash = link_hash(); },
                 [&](domain::RenewLink& link) { link.secret_hash = link_hash(); },
                 [&](domain::ConfirmPairing& link) { link.secret_hash = link_hash(); },
                 [](domain::SetResultsLink& link) {
                   link.secret_hash = link.secret.empty() ? domain::SecretHash{} : hash_of_results_link(link.secret);
                 },
                 [](domain::HighlightQuestion&) {},
                 [](domain::ClearHighlight&) {},
                 [](domain::MarkAnswered&) {},
                 [](domain::ReopenQuestion&) {},
                 [](domain::WriteAnswer&) {},
                 [](domain::AskBack&) {},
                 [](domain::SetNote&) {},
                 [](domain::ApproveQuestion&) {},
                 [](domain::HoldBackQuestion&) {},
                 [](domain::RefuseQuestion&) {},
                 [](domain::RestoreQuestion&) {},
                 [](domain::ApproveReply&) {},
                 [](domain::RefuseReply&) {},
                 [](domain::HoldBackReply&) {},
                 [](domain::RedactQuestion&) {},
                 [](domain::RedactReply&) {},
                 [](domain::LabelQuestion&) {},
                 [](domain::PinQuestion&) {},
                 [](domain::ArchiveQuestion&) {},
                 [](domain::MergeQuestion&) {},
                 [](domain::UndoMerge&) {},
                 [](domain::SetModeration&) {},
                 [](domain::SetWordList&) {},
                 [](domain::EndSession&) {},
                 [](domain::CloseSession&) {},
                 [](domain::RenameSession&) {},
                 [](domain::ChangeJoinCode&) {},
                 [](domain::SetKeepDays&) {},
                 [](domain::OpenLobby&) {},
                 [](domain::GoLive&) {},
                 [](domain::BeginForReal&) {},
                 [](domain::LengthenRounds&) {},
                 [](domain::SetScreen&) {},
                 [](domain::StartTimer&) {},
                 [](domain::StopTimer&) {},
                 [](domain::RevokeLink&) {},
                 [](domain::PassRound&) {},
                 [](domain::TellMerge&) {},
             },
             message.command);
  message.secret.reset();
}

}  // namespace durf::runtime
