// SPDX-License-Identifier: MIT
// Facts: what the log keeps. No event says who, when, or in what order people acted.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "durf/domain/definition.hpp"
#include "durf/domain/ids.hpp"
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
/// none); shown support is brought up to date.
struct RoundPassed {
  std::vector<QuestionId> released;
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

struct PhaseChanged {
  Phase phase = Phase::lobby;
  friend bool operator==(const PhaseChanged&, const PhaseChanged&) = default;
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
                           PhaseChanged, RehearsalEnded, RoundsLengthened, ScreenSet, TimerSet,                 //
                           LinkSet, LinkRevoked,                                                                //
                           CommandAccepted>;

using Events = std::vector<Event>;

}  // namespace durf::domain
