// SPDX-License-Identifier: MIT
// Everything that anyone can wish, as one closed variant. The names are the wire's names in PascalCase. Fields that the
// shell fills in (nullifiers, hashes) are empty when a command leaves the decoder: tokens and secrets stop before here.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "durf/domain/definition.hpp"
#include "durf/domain/ids.hpp"
#include "durf/domain/text.hpp"

namespace durf::domain {

// Question: by participants.

struct SubmitQuestion {
  QuestionId question;
  TopicId topic;  ///< empty: none
  Text text;
  AuthorshipHash authorship;  ///< filled by the shell
  Receipt receipt;            ///< filled by the shell
  Nullifier nullifier;        ///< filled by the shell: the author's support
  friend bool operator==(const SubmitQuestion&, const SubmitQuestion&) = default;
};

struct WithdrawQuestion {
  QuestionId question;
  AuthorshipHash authorship;  ///< filled by the shell
  friend bool operator==(const WithdrawQuestion&, const WithdrawQuestion&) = default;
};

struct UpvoteQuestion {
  QuestionId question;
  std::uint64_t revision = 0;  ///< from 1
  bool up = true;              ///< false takes it back
  Nullifier nullifier;         ///< filled by the shell
  friend bool operator==(const UpvoteQuestion&, const UpvoteQuestion&) = default;
};

// Question: by the facilitator.

struct HighlightQuestion {
  QuestionId question;
  friend bool operator==(const HighlightQuestion&, const HighlightQuestion&) = default;
};
struct ClearHighlight {
  friend bool operator==(const ClearHighlight&, const ClearHighlight&) = default;
};
struct MarkAnswered {
  QuestionId question;
  friend bool operator==(const MarkAnswered&, const MarkAnswered&) = default;
};
struct ReopenQuestion {
  QuestionId question;
  friend bool operator==(const ReopenQuestion&, const ReopenQuestion&) = default;
};

// Programme: the life of the session, its rounds, its screen.

struct OpenLobby {
  friend bool operator==(const OpenLobby&, const OpenLobby&) = default;
};
struct GoLive {
  friend bool operator==(const GoLive&, const GoLive&) = default;
};
struct BeginForReal {
  friend bool operator==(const BeginForReal&, const BeginForReal&) = default;
};
struct LengthenRounds {
  std::int64_t round_ms = 0;
  friend bool operator==(const LengthenRounds&, const LengthenRounds&) = default;
};
struct SetScreen {
  bool blank = false;
  bool join_panel = false;
  friend bool operator==(const SetScreen&, const SetScreen&) = default;
};
struct StartTimer {
  std::int64_t duration_ms = 0;
  friend bool operator==(const StartTimer&, const StartTimer&) = default;
};
struct StopTimer {
  friend bool operator==(const StopTimer&, const StopTimer&) = default;
};

// Desk: links.

struct CreateLink {
  LinkId link;
  Role role = Role::presenter;
  std::string label;
  SecretHash secret_hash;  ///< filled by the shell
  friend bool operator==(const CreateLink&, const CreateLink&) = default;
};
struct RenewLink {
  LinkId link;
  SecretHash secret_hash;  ///< filled by the shell
  friend bool operator==(const RenewLink&, const RenewLink&) = default;
};
struct RevokeLink {
  LinkId link;
  friend bool operator==(const RevokeLink&, const RevokeLink&) = default;
};
/// Makes a presenter link for the screen that shows the pairing code. The shell finds that screen; the domain sees a link.
struct ConfirmPairing {
  LinkId link;
  std::string label;
  SecretHash secret_hash;  ///< filled by the shell
  friend bool operator==(const ConfirmPairing&, const ConfirmPairing&) = default;
};

// System: timers of the session core.

/// The round's time is over. `Stamp::entropy` shuffles.
struct PassRound {
  friend bool operator==(const PassRound&, const PassRound&) = default;
};

using Command = std::variant<SubmitQuestion, WithdrawQuestion, UpvoteQuestion,                      //
                             HighlightQuestion, ClearHighlight, MarkAnswered, ReopenQuestion,       //
                             OpenLobby, GoLive, BeginForReal, LengthenRounds, SetScreen,            //
                             StartTimer, StopTimer,                                                 //
                             CreateLink, RenewLink, RevokeLink, ConfirmPairing,                     //
                             PassRound>;

}  // namespace durf::domain
