// SPDX-License-Identifier: MIT
#include "durf/domain/presence.hpp"

#include <algorithm>

#include "domain/questions.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

Member& member_of(Presence& presence, const MemberTag& tag, base::SteadyMs now) {
  const auto [member, fresh] = presence.members.try_emplace(tag);
  if (fresh) member->second.bucket.refilled = now;
  return member->second;
}

void refill(RateBucket& bucket, base::SteadyMs now) {
  constexpr std::int64_t full = std::int64_t{limits::commands_burst_max} * 1'000;
  // A thousandth per millisecond for each command per second. Longer than it takes to fill up counts no more.
  const std::int64_t elapsed = std::clamp<std::int64_t>(now - bucket.refilled, 0, full);
  const std::int64_t filled = bucket.thousandths + elapsed * std::int64_t{limits::commands_per_second};
  bucket.thousandths = static_cast<std::uint32_t>(std::min(full, filled));
  bucket.refilled = std::max(bucket.refilled, now);
}

bool is_free(const QuestionId& slot) { return slot.empty(); }
bool is_free(const ReplyId& slot) { return slot.question.empty(); }

/// Who left and holds no slot is forgotten.
void forget_the_gone(Presence& presence) {
  std::erase_if(presence.members, [](const auto& entry) {
    const Member& member = entry.second;
    return member.connections == 0 && is_free(member.slot) && is_free(member.reply_slot);
  });
}

void free_all_slots(Presence& presence) {
  for (auto& [tag, member] : presence.members) {
    member.slot = QuestionId{};
    member.reply_slot = ReplyId{};
  }
  forget_the_gone(presence);
}

bool is_in_the_hat(const State& state, const QuestionId& id) {
  const Question* question = find_question(state, id);
  return question && is_held(*question);
}

bool is_in_the_hat(const State& state, const ReplyId& id) {
  const Question* question = find_question(state, id.question);
  const Exchange* exchange = question ? find_exchange(*question, id.place) : nullptr;
  return exchange && exchange->status == ReplyStatus::held;
}

}  // namespace

void member_joined(Presence& presence, const MemberTag& tag, base::SteadyMs now) {
  Member& member = member_of(presence, tag, now);
  member.connections += 1;
  if (member.connections == 1) presence.people += 1;
}

void member_left(Presence& presence, const MemberTag& tag) {
  const auto found = presence.members.find(tag);
  DURF_ASSERT(found != presence.members.end());
  Member& member = found->second;
  DURF_ASSERT(member.connections > 0 && presence.people > 0);
  member.connections -= 1;
  if (member.connections == 0) presence.people -= 1;
  // Slot and bucket stay until the round has passed: coming back must not make them fresh. But who comes and
  // goes with ever new tokens must not fill the memory.
  if (presence.members.size() > 2 * presence.people + limits::members_gone_max) forget_the_gone(presence);
}

bool take_command(Presence& presence, const MemberTag& tag, base::SteadyMs now) {
  RateBucket& bucket = member_of(presence, tag, now).bucket;
  refill(bucket, now);
  if (bucket.thousandths < 1'000) return false;
  bucket.thousandths -= 1'000;
  return true;
}

void note_event(Presence& presence, const MemberTag& tag, const Event& event) {
  if (const auto* submitted = std::get_if<QuestionSubmitted>(&event)) {
    Member& member = presence.members[tag];
    DURF_ASSERT(is_free(member.slot));
    member.slot = submitted->question;
  } else if (const auto* replied = std::get_if<AskBackReplied>(&event)) {
    Member& member = presence.members[tag];
    DURF_ASSERT(is_free(member.reply_slot));
    member.reply_slot = replied->reply;
  } else if (const auto* passed = std::get_if<RoundPassed>(&event)) {
    if (!passed->released.empty() || !passed->replies.empty()) free_all_slots(presence);
  } else if (std::holds_alternative<RehearsalEnded>(event)) {
    free_all_slots(presence);
  }
  // A withdrawal frees nothing: otherwise one phone could try text after text in one round.
}

void free_slot(Presence& presence, const MemberTag& tag, const QuestionId& question) {
  const auto found = presence.members.find(tag);
  if (found != presence.members.end() && found->second.slot == question) found->second.slot = QuestionId{};
}

void free_slot(Presence& presence, const MemberTag& tag, const ReplyId& reply) {
  const auto found = presence.members.find(tag);
  if (found != presence.members.end() && found->second.reply_slot == reply)
    found->second.reply_slot = ReplyId{};
}

void free_slots_of_passed_round(Presence& presence, const State& state) {
  for (auto& [tag, member] : presence.members) {
    if (!is_in_the_hat(state, member.slot)) member.slot = QuestionId{};
    if (!is_in_the_hat(state, member.reply_slot)) member.reply_slot = ReplyId{};
  }
  forget_the_gone(presence);
}

std::uint32_t tokens_in_the_hat(const Presence& presence, const State& state) {
  return static_cast<std::uint32_t>(
      std::count_if(presence.members.begin(), presence.members.end(), [&](const auto& entry) {
        return is_in_the_hat(state, entry.second.slot) || is_in_the_hat(state, entry.second.reply_slot);
      }));
}

}  // namespace durf::domain
