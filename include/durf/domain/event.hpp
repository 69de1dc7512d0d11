// SPDX-License-Identifier: MIT
// Facts: what the log keeps. No event says who, when, or in what order people acted.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "durf/domain/definition.hpp"
#include "durf/domain/ids.hpp"
#include "durf/domain/question.hpp"
#include "durf/domain/text.hpp"

namespace durf::domain {

struct SessionCreated {
  Definition definition;
  friend bool operator==(const SessionCreated&, const SessionCreated&) = default;
};

struct QuestionSubmitted {
  QuestionId question;
  TopicId topic;
  Text text;
  AuthorshipHash authorship;
  Receipt receipt;
  Nullifier nullifier;
  friend bool operator==(const QuestionSubmitted&, const QuestionSubmitted&) = default;
};
struct QuestionWithdrawn {
  QuestionId question;
  friend bool operator==(const QuestionWithdrawn&, const QuestionWithdrawn&) = default;
};
struct UpvoteChanged {
  QuestionId question;
  Nullifier nullifier;
  std::uint64_t revision = 0;
  bool up = true;
  friend bool operator==(const UpvoteChanged&, const UpvoteChanged&) = default;
};
/// A round's time was over. `released` is the random order in which questions came out (empty: they wait, or there were
/// none); shown support, tally and verdicts are brought up to date.
struct RoundPassed {
  std::vector<QuestionId> released;
  std::set<QuestionId> pending;       ///< those of `released` that wait for a moderator
  std::set<ReplyId> replies;          ///< replies that came out with them
  std::set<ReplyId> pending_replies;  ///< those of `replies` that wait for a moderator
  friend bool operator==(const RoundPassed&, const RoundPassed&) = default;
};
struct QuestionHighlighted {
  QuestionId question;  ///< empty: the highlight was cleared
  friend bool operator==(const QuestionHighlighted&, const QuestionHighlighted&) = default;
};
struct QuestionAnswered {
  QuestionId question;
  friend bool operator==(const QuestionAnswered&, const QuestionAnswered&) = default;
};
struct QuestionReopened {
  QuestionId question;
  friend bool operator==(const QuestionReopened&, const QuestionReopened&) = default;
};

struct HidingWished {
  QuestionId question;
  friend bool operator==(const HidingWished&, const HidingWished&) = default;
};
struct AskBackReplied {
  ReplyId reply;
  Text text;
  Receipt receipt;
  friend bool operator==(const AskBackReplied&, const AskBackReplied&) = default;
};
struct AnswerJudged {
  QuestionId question;
  Verdict verdict = Verdict::yes;
  friend bool operator==(const AnswerJudged&, const AnswerJudged&) = default;
};
struct AnswerWritten {
  QuestionId question;
  Answer answer;
  friend bool operator==(const AnswerWritten&, const AnswerWritten&) = default;
};
struct AskedBack {
  QuestionId question;
  Text text;
  friend bool operator==(const AskedBack&, const AskedBack&) = default;
};
struct NoteSet {
  QuestionId question;
  std::string note;
  friend bool operator==(const NoteSet&, const NoteSet&) = default;
};

struct QuestionApproved {
  QuestionId question;
  friend bool operator==(const QuestionApproved&, const QuestionApproved&) = default;
};
struct QuestionHeldBack {
  QuestionId question;
  friend bool operator==(const QuestionHeldBack&, const QuestionHeldBack&) = default;
};
struct QuestionRefused {
  QuestionId question;
  Reason reason = Reason::off_topic;
  friend bool operator==(const QuestionRefused&, const QuestionRefused&) = default;
};
struct QuestionRestored {
  QuestionId question;
  friend bool operator==(const QuestionRestored&, const QuestionRestored&) = default;
};
struct ReplyApproved {
  ReplyId reply;
  friend bool operator==(const ReplyApproved&, const ReplyApproved&) = default;
};
struct ReplyRefused {
  ReplyId reply;
  Reason reason = Reason::off_topic;
  friend bool operator==(const ReplyRefused&, const ReplyRefused&) = default;
};
struct ReplyHeldBack {
  ReplyId reply;
  friend bool operator==(const ReplyHeldBack&, const ReplyHeldBack&) = default;
};
/// Holds the text as it is from here on; the one before leaves the log within seconds.
struct QuestionRedacted {
  QuestionId question;
  std::string text;
  friend bool operator==(const QuestionRedacted&, const QuestionRedacted&) = default;
};
/// Likewise.
struct ReplyRedacted {
  ReplyId reply;
  std::string text;
  friend bool operator==(const ReplyRedacted&, const ReplyRedacted&) = default;
};
struct QuestionLabelled {
  QuestionId question;
  std::string label;
  friend bool operator==(const QuestionLabelled&, const QuestionLabelled&) = default;
};
struct QuestionPinned {
  QuestionId question;
  bool pinned = true;
  friend bool operator==(const QuestionPinned&, const QuestionPinned&) = default;
};
struct QuestionArchived {
  QuestionId question;
  bool archived = true;
  friend bool operator==(const QuestionArchived&, const QuestionArchived&) = default;
};
struct QuestionMerged {
  QuestionId question;
  QuestionId into;
  friend bool operator==(const QuestionMerged&, const QuestionMerged&) = default;
};
struct MergeUndone {
  QuestionId question;
  friend bool operator==(const MergeUndone&, const MergeUndone&) = default;
};
struct MergeTold {
  QuestionId question;
  friend bool operator==(const MergeTold&, const MergeTold&) = default;
};
struct ModerationSet {
  bool on = false;
  friend bool operator==(const ModerationSet&, const ModerationSet&) = default;
};
struct WordListSet {
  std::string words;
  friend bool operator==(const WordListSet&, const WordListSet&) = default;
};

struct PhaseChanged {
  Phase phase = Phase::lobby;
  friend bool operator==(const PhaseChanged&, const PhaseChanged&) = default;
};
struct SessionEnded {
  std::int32_t day = 0;
  friend bool operator==(const SessionEnded&, const SessionEnded&) = default;
};
/// The last fact. With it the archive takes the place of the log.
struct SessionClosed {
  friend bool operator==(const SessionClosed&, const SessionClosed&) = default;
};
struct SessionRenamed {
  Text title;
  friend bool operator==(const SessionRenamed&, const SessionRenamed&) = default;
};
struct JoinCodeChanged {
  std::string code;
  friend bool operator==(const JoinCodeChanged&, const JoinCodeChanged&) = default;
};
struct KeepDaysSet {
  std::int32_t days = 0;
  friend bool operator==(const KeepDaysSet&, const KeepDaysSet&) = default;
};
struct ResultsLinkSet {
  ResultsSecret secret;
  SecretHash secret_hash;
  friend bool operator==(const ResultsLinkSet&, const ResultsLinkSet&) = default;
};
/// "Now for real": everything but the definition is gone. The log begins anew under a new key with this.
struct RehearsalEnded {
  friend bool operator==(const RehearsalEnded&, const RehearsalEnded&) = default;
};
struct RoundsLengthened {
  std::int64_t round_ms = 0;
  friend bool operator==(const RoundsLengthened&, const RoundsLengthened&) = default;
};
struct ScreenSet {
  bool blank = false;
  bool join_panel = false;
  friend bool operator==(const ScreenSet&, const ScreenSet&) = default;
};
/// 0: stopped. How much is left is known only to the running core.
struct TimerSet {
  std::int64_t duration_ms = 0;
  friend bool operator==(const TimerSet&, const TimerSet&) = default;
};

/// Created, or renewed when the link was there.
struct LinkSet {
  LinkId link;
  Role role = Role::presenter;
  std::string label;
  SecretHash secret_hash;
  friend bool operator==(const LinkSet&, const LinkSet&) = default;
};
struct LinkRevoked {
  LinkId link;
  friend bool operator==(const LinkRevoked&, const LinkRevoked&) = default;
};

/// Stands behind the events of each command that a person gave (there may be none: the wish was fulfilled already).
struct CommandAccepted {
  CommandId command;
  friend bool operator==(const CommandAccepted&, const CommandAccepted&) = default;
};

using Event = std::variant<SessionCreated,                                                                      //
                           QuestionSubmitted, QuestionWithdrawn, UpvoteChanged, RoundPassed,                    //
                           QuestionHighlighted, QuestionAnswered, QuestionReopened,                             //
                           HidingWished, AskBackReplied, AnswerJudged,                                          //
                           AnswerWritten, AskedBack, NoteSet,                                                   //
                           QuestionApproved, QuestionHeldBack, QuestionRefused, QuestionRestored,               //
                           ReplyApproved, ReplyRefused, ReplyHeldBack, QuestionRedacted, ReplyRedacted,         //
                           QuestionLabelled, QuestionPinned, QuestionArchived,                                  //
                           QuestionMerged, MergeUndone, MergeTold,                                              //
                           ModerationSet, WordListSet,                                                          //
                           SessionEnded, SessionClosed, SessionRenamed, JoinCodeChanged, KeepDaysSet,           //
                           ResultsLinkSet,                                                                      //
                           PhaseChanged, RehearsalEnded, RoundsLengthened, ScreenSet, TimerSet,                 //
                           LinkSet, LinkRevoked,                                                                //
                           CommandAccepted>;

using Events = std::vector<Event>;

}  // namespace durf::domain
