// SPDX-License-Identifier: MIT
// Everything that anyone can wish, as one closed variant. The names are the wire's names in PascalCase. Fields that the
// shell fills in (nullifiers, hashes) are empty when a command leaves the decoder: tokens and secrets stop before here.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "durf/domain/definition.hpp"
#include "durf/domain/ids.hpp"
#include "durf/domain/question.hpp"
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

/// The author asks the moderators to hide a question that cannot be withdrawn any more.
struct WishHidden {
  QuestionId question;
  AuthorshipHash authorship;  ///< filled by the shell
  friend bool operator==(const WishHidden&, const WishHidden&) = default;
};

/// The author answers what the stage asked back.
struct ReplyToAskBack {
  ReplyId reply;
  Text text;
  AuthorshipHash authorship;  ///< filled by the shell
  Receipt receipt;            ///< filled by the shell
  friend bool operator==(const ReplyToAskBack&, const ReplyToAskBack&) = default;
};

/// "Was your question answered?"
struct JudgeAnswer {
  QuestionId question;
  Verdict verdict = Verdict::yes;
  AuthorshipHash authorship;  ///< filled by the shell
  friend bool operator==(const JudgeAnswer&, const JudgeAnswer&) = default;
};

// Question: by the desks that answer (facilitator, stage).

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

/// The answer card: what was answered and promised, in what capacity, on which day. All empty: no card.
struct WriteAnswer {
  QuestionId question;
  Answer answer;
  friend bool operator==(const WriteAnswer&, const WriteAnswer&) = default;
};
struct AskBack {
  QuestionId question;
  Text text;
  friend bool operator==(const AskBack&, const AskBack&) = default;
};
/// For the eyes of the desks that answer. Empty: no note.
struct SetNote {
  QuestionId question;
  std::string note;
  friend bool operator==(const SetNote&, const SetNote&) = default;
};

// Question: by the desks that moderate (facilitator, moderator). None of them names or reaches an author.

struct ApproveQuestion {
  QuestionId question;
  friend bool operator==(const ApproveQuestion&, const ApproveQuestion&) = default;
};
/// Undoes an approval: the question waits for a moderator again.
struct HoldBackQuestion {
  QuestionId question;
  friend bool operator==(const HoldBackQuestion&, const HoldBackQuestion&) = default;
};
struct RefuseQuestion {
  QuestionId question;
  Reason reason = Reason::off_topic;
  friend bool operator==(const RefuseQuestion&, const RefuseQuestion&) = default;
};
/// Undoes a refusal: the question is again what it was before.
struct RestoreQuestion {
  QuestionId question;
  friend bool operator==(const RestoreQuestion&, const RestoreQuestion&) = default;
};
struct ApproveReply {
  ReplyId reply;
  friend bool operator==(const ApproveReply&, const ApproveReply&) = default;
};
struct RefuseReply {
  ReplyId reply;
  Reason reason = Reason::off_topic;
  friend bool operator==(const RefuseReply&, const RefuseReply&) = default;
};
/// Undoes an approval or a refusal: the reply waits for a moderator again.
struct HoldBackReply {
  ReplyId reply;
  friend bool operator==(const HoldBackReply&, const HoldBackReply&) = default;
};
/// Puts blocks over a part of the text, counted in code points; what stood there is gone from everywhere. `of` is the length
/// of the text that the moderator saw: a page that looks at an older text must not black out something else.
struct RedactQuestion {
  QuestionId question;
  std::uint32_t from = 0;
  std::uint32_t count = 0;
  std::uint32_t of = 0;
  friend bool operator==(const RedactQuestion&, const RedactQuestion&) = default;
};
/// The same for a reply that came out.
struct RedactReply {
  ReplyId reply;
  std::uint32_t from = 0;
  std::uint32_t count = 0;
  std::uint32_t of = 0;
  friend bool operator==(const RedactReply&, const RedactReply&) = default;
};
/// For the eyes of the desks. Empty: no label.
struct LabelQuestion {
  QuestionId question;
  std::string label;
  friend bool operator==(const LabelQuestion&, const LabelQuestion&) = default;
};
struct PinQuestion {
  QuestionId question;
  bool pinned = true;
  friend bool operator==(const PinQuestion&, const PinQuestion&) = default;
};
struct ArchiveQuestion {
  QuestionId question;
  bool archived = true;
  friend bool operator==(const ArchiveQuestion&, const ArchiveQuestion&) = default;
};
struct MergeQuestion {
  QuestionId question;
  QuestionId into;
  friend bool operator==(const MergeQuestion&, const MergeQuestion&) = default;
};
/// Possible until phones were told.
struct UndoMerge {
  QuestionId question;
  friend bool operator==(const UndoMerge&, const UndoMerge&) = default;
};
struct SetModeration {
  bool on = false;
  friend bool operator==(const SetModeration&, const SetModeration&) = default;
};
struct SetWordList {
  std::string words;
  friend bool operator==(const SetWordList&, const SetWordList&) = default;
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
/// Nothing new can be asked or supported; what is in the hat waits for its round. Going live again undoes it.
struct EndSession {
  std::int32_t day = 0;  ///< filled by the shell: days since 1970-01-01
  friend bool operator==(const EndSession&, const EndSession&) = default;
};
/// Only the archive stays, and nothing leads back.
struct CloseSession {
  friend bool operator==(const CloseSession&, const CloseSession&) = default;
};
struct RenameSession {
  Text title;
  friend bool operator==(const RenameSession&, const RenameSession&) = default;
};
/// A new code to type; links and QR stay.
struct ChangeJoinCode {
  std::string code;  ///< filled by the shell, which knows the codes of all sessions
  friend bool operator==(const ChangeJoinCode&, const ChangeJoinCode&) = default;
};
struct SetKeepDays {
  std::int32_t days = 0;
  friend bool operator==(const SetKeepDays&, const SetKeepDays&) = default;
};
/// Makes the link of the results page, or renews it. Empty: there is none any more.
struct SetResultsLink {
  ResultsSecret secret;
  SecretHash secret_hash;  ///< filled by the shell
  friend bool operator==(const SetResultsLink&, const SetResultsLink&) = default;
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
/// Makes a link for the screen that shows the pairing code. The shell finds that screen; the domain sees a link.
struct ConfirmPairing {
  LinkId link;
  Role role = Role::presenter;  ///< or stage, for a tablet
  std::string label;
  SecretHash secret_hash;  ///< filled by the shell
  friend bool operator==(const ConfirmPairing&, const ConfirmPairing&) = default;
};

// System: timers of the session core.

/// The round's time is over. `Stamp::entropy` shuffles.
struct PassRound {
  friend bool operator==(const PassRound&, const PassRound&) = default;
};
/// The time to undo a merge is over: phones are told, and carry their support over.
struct TellMerge {
  QuestionId question;
  friend bool operator==(const TellMerge&, const TellMerge&) = default;
};

using Command = std::variant<SubmitQuestion, WithdrawQuestion, UpvoteQuestion,                      //
                             WishHidden, ReplyToAskBack, JudgeAnswer,                               //
                             HighlightQuestion, ClearHighlight, MarkAnswered, ReopenQuestion,       //
                             WriteAnswer, AskBack, SetNote,                                         //
                             ApproveQuestion, HoldBackQuestion, RefuseQuestion, RestoreQuestion,    //
                             ApproveReply, RefuseReply, HoldBackReply, RedactQuestion, RedactReply, //
                             LabelQuestion, PinQuestion, ArchiveQuestion, MergeQuestion, UndoMerge, //
                             SetModeration, SetWordList,                                            //
                             EndSession, CloseSession, RenameSession, ChangeJoinCode, SetKeepDays,  //
                             SetResultsLink,                                                        //
                             OpenLobby, GoLive, BeginForReal, LengthenRounds, SetScreen,            //
                             StartTimer, StopTimer,                                                 //
                             CreateLink, RenewLink, RevokeLink, ConfirmPairing,                     //
                             PassRound, TellMerge>;

}  // namespace durf::domain
