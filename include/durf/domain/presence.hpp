// SPDX-License-Identifier: MIT
// What is known only while it happens: who is connected, who used the round's slot, who sends too fast. Never logged;
// `decide` may read it, `apply` never sees it. After a restart it is empty; SPEC.md says what a person then notices.
#pragma once

#include <cstdint>
#include <map>

#include "durf/base/clock.hpp"
#include "durf/domain/event.hpp"
#include "durf/domain/ids.hpp"
#include "durf/domain/state.hpp"

namespace durf::domain {

/// A bucket of tokens (the other sort: of a rate limit), refilled evenly up to `commands_burst_max`.
struct RateBucket {
  std::uint32_t thousandths = limits::commands_burst_max * 1'000;  ///< of one command
  base::SteadyMs refilled;
  friend bool operator==(const RateBucket&, const RateBucket&) = default;
};

struct Member {
  std::uint32_t connections = 0;
  QuestionId slot;     ///< the question with which this member used the round's slot; empty: free
  ReplyId reply_slot;  ///< the reply, likewise: who is asked back may still ask
  RateBucket bucket;
  friend bool operator==(const Member&, const Member&) = default;
};

struct Presence {
  std::map<MemberTag, Member> members;
  std::uint32_t people = 0;  ///< members with a connection
  friend bool operator==(const Presence&, const Presence&) = default;
};

void member_joined(Presence& presence, const MemberTag& member, base::SteadyMs now);
void member_left(Presence& presence, const MemberTag& member);

/// Takes one command from the member's bucket. False: too fast.
bool take_command(Presence& presence, const MemberTag& member, base::SteadyMs now);

/// Notes what an accepted command of `member` means for this round's slots (and, for a released round, frees all slots).
void note_event(Presence& presence, const MemberTag& member, const Event& event);

/// The disk refused: the slot that a question or reply of the refused batch took is free again.
void free_slot(Presence& presence, const MemberTag& member, const QuestionId& question);
void free_slot(Presence& presence, const MemberTag& member, const ReplyId& reply);

/// To be called whenever the time of a round was over and its events (there may be none) are applied: slots of questions and
/// replies that are not in the hat any more are free again. Without this, who withdrew the only question could not ask until
/// others had.
void free_slots_of_passed_round(Presence& presence, const State& state);

/// Distinct tokens of this run that have a question or a reply in the hat now. What is held from before a restart has no known
/// token and does not count.
std::uint32_t tokens_in_the_hat(const Presence& presence, const State& state);

}  // namespace durf::domain
