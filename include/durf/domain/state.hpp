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
#include "durf/domain/text.hpp"

namespace durf::domain {

/// Withdrawn questions have no status: nothing of them is left.
enum class QuestionStatus { held, open, highlighted, answered };

/// The last wish of one token about one question. The revision is the phone's count of its changes; the highest wins.
struct Upvote {
  std::uint64_t revision = 0;
  bool up = false;
  friend bool operator==(const Upvote&, const Upvote&) = default;
};

struct Question {
  Text text;
  TopicId topic;  ///< empty: none
  QuestionStatus status = QuestionStatus::held;
  AuthorshipHash authorship;
  Receipt receipt;
  std::map<Nullifier, Upvote> upvotes;  ///< the author's among them, unmarked
  std::uint32_t shown_support = 0;      ///< support as of the last round: what people see
  std::uint32_t round = 0;              ///< the round in which it came out; 0 while held
  std::uint32_t place = 0;              ///< random place within that round
  std::uint32_t waits = 0;              ///< rounds that passed while it was held
  bool announced = false;               ///< held when a round passed: its receipt is in the frames
  friend bool operator==(const Question&, const Question&) = default;
};

/// Upvotes that count now.
std::uint32_t support_of(const Question& question);

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
  std::set<CommandId> accepted;   ///< commands that took effect; kept until the session is closed
  friend bool operator==(const State&, const State&) = default;
};

}  // namespace durf::domain
