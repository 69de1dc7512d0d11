// SPDX-License-Identifier: MIT
// The state of a session: what the log says, and nothing else. The same log always gives the same state. All collections
// are ordered by random ids or by nullifiers, never by arrival, so a snapshot of this state has no order to tell.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>

#include "durf/domain/definition.hpp"
#include "durf/domain/ids.hpp"
#include "durf/domain/question.hpp"
#include "durf/domain/text.hpp"

namespace durf::domain {

/// Moderation in the open: what became of everything that came out. Held and withdrawn ones are in no number.
struct Tally {
  std::uint32_t received = 0;  ///< came out of the hat
  std::uint32_t shown = 0;     ///< of these: were or are to be seen by all (open, highlighted, answered)
  std::uint32_t answered = 0;  ///< of the shown
  std::uint32_t merged = 0;
  std::map<Reason, std::uint32_t> refused;  ///< without reasons that nobody had
  friend bool operator==(const Tally&, const Tally&) = default;
};

struct Verdicts {
  std::uint32_t yes = 0;
  std::uint32_t partly = 0;
  std::uint32_t no = 0;
  friend bool operator==(const Verdicts&, const Verdicts&) = default;
};

struct Screen {
  bool blank = false;
  bool join_panel = true;
  friend bool operator==(const Screen&, const Screen&) = default;
};

struct State {
  Definition definition;
  Phase phase = Phase::lobby;
  std::uint32_t round = 1;  ///< the one that is being gathered
  std::map<QuestionId, Question> questions;
  QuestionId highlighted;  ///< empty: none
  Screen screen;
  std::int64_t timer_ms = 0;      ///< length of the running timer; 0: none
  ResultsSecret results;          ///< empty: there is no results page
  Tally shown_tally;              ///< as of the last round
  Verdicts shown_verdicts;        ///< as told last, of the session as a whole: they move with rounds and in steps
  std::set<CommandId> accepted;   ///< commands that took effect; kept until the session is closed
  friend bool operator==(const State&, const State&) = default;
};

}  // namespace durf::domain
