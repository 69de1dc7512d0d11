// SPDX-License-Identifier: MIT
// First phase: what waits in the inbox becomes events or a rejection.
#include <utility>

#include "durf/base/assert.hpp"
#include "durf/base/overloaded.hpp"
#include "durf/domain/apply.hpp"
#include "durf/session/limits.hpp"
#include "durf/session/session_core.hpp"

namespace durf::session {
namespace limits = domain::limits;
using domain::Role;

namespace {

bool opens(const domain::Definition& definition, const Joined& joined) {
  const auto link = definition.links.find(joined.link);
  return link != definition.links.end() && link->second.secret_hash == joined.secret;
}

/// A session that ends lets everything out of the hat, as a round does.
bool frees_slots(const domain::Event& event) {
  return std::holds_alternative<domain::RoundPassed>(event) || std::holds_alternative<domain::RehearsalEnded>(event);
}

}  // namespace

/// What time alone brings about, before anybody's wish.
void SessionCore::decide_due() {
  if (clock_.take_round(stamp_.now)) {
    remember_slots();
    decide_for_system(domain::PassRound{});
    domain::free_slots_of_passed_round(presence_, working_);
  }
  for (const auto& [question, at] : tell_at_)
    if (stamp_.now >= at) decide_for_system(domain::TellMerge{question});
}

void SessionCore::decide_waiting() {
  while (!inbox_.empty() && mode_ == log::AppendMode::extend) {
    const Input input = std::move(inbox_.front());
    inbox_.pop_front();
    std::visit(base::Overloaded{
                   [&](const Joined& joined) { join(joined); },
                   [&](const Left& left) { leave(left); },
                   [&](const Commanded& commanded) { decide_one(commanded); },
                   [&](const Ordered& ordered) { decide_for_system(ordered.command); },
                   [&](const Drained& drained) {
                     if (guests_.contains(drained.connection)) drained_.push_back(drained.connection);
                   },
                   [](const Appended&) { DURF_ASSERT(!"the log's answer does not wait in the inbox"); },
                   [](const Woken&) { DURF_ASSERT(!"a wake-up does not wait in the inbox"); },
               },
               input);
  }
}

void SessionCore::decide_one(const Commanded& commanded) {
  const auto guest = guests_.find(commanded.connection);
  if (guest == guests_.end()) return;  // refused at the door; its close code is under way
  const domain::Actor& actor = guest->second.actor;

  Answer answer{commanded.connection, commanded.id, {}, {}, actor.member, {}};
  const auto* submitted = std::get_if<domain::SubmitQuestion>(&commanded.command);
  const auto* replied = std::get_if<domain::ReplyToAskBack>(&commanded.command);
  if (submitted) answer.receipt = submitted->receipt;
  if (replied) answer.receipt = replied->receipt;

  const bool participant = actor.role == Role::participant;
  const bool remembers_enough =
      working_.accepted.size() >= settings_.commands_accepted_max && !working_.accepted.contains(commanded.id);
  if (participant && (remembers_enough || !domain::take_command(presence_, actor.member, stamp_.now))) {
    answer.rejection = domain::Rejection{domain::RejectionCode::too_fast, {}, {}};
  } else if (working_.accepted.contains(commanded.id)) {
    // Sent again: no second effect, the same answer.
  } else if (const auto refused = refusals_.find(commanded.id)) {
    answer.rejection = *refused;
  } else if (const auto now = refused_now_.find(commanded.id); now != refused_now_.end()) {
    answer.rejection = now->second;
  } else {
    auto decision = domain::decide(working_, presence_, actor, commanded.command, stamp_);
    if (const auto* rejection = std::get_if<domain::Rejection>(&decision)) {
      answer.rejection = *rejection;
      refused_now_.emplace(commanded.id, *rejection);
    } else {
      auto& events = std::get<domain::Events>(decision);
      if (submitted) answer.slot = submitted->question;
      if (replied) answer.slot = replied->reply;
      events.push_back(domain::CommandAccepted{commanded.id});
      accept(actor, std::move(events));
    }
  }
  answers_.push_back(std::move(answer));
}

void SessionCore::decide_for_system(const domain::Command& command) {
  const domain::Actor system{Role::system, {}};
  auto decision = domain::decide(working_, presence_, system, command, stamp_);
  if (auto* events = std::get_if<domain::Events>(&decision)) accept(system, std::move(*events));
}

void SessionCore::accept(const domain::Actor& actor, domain::Events events) {
  bool passed_a_round = false;
  for (domain::Event& event : events) {
    if (std::holds_alternative<domain::RehearsalEnded>(event)) mode_ = log::AppendMode::anew;
    if (std::holds_alternative<domain::SessionClosed>(event)) mode_ = log::AppendMode::close;
    if (std::holds_alternative<domain::RoundPassed>(event)) passed_a_round = true;
    if (frees_slots(event)) remember_slots();
    domain::apply(working_, event);
    domain::note_event(presence_, actor.member, event);
    gathered_.push_back(std::move(event));
  }
  if (passed_a_round) domain::free_slots_of_passed_round(presence_, working_);
}

/// What frees slots does it before it is known whether the disk has room for it.
void SessionCore::remember_slots() {
  if (slots_before_) return;
  slots_before_.emplace();
  for (const auto& [tag, member] : presence_.members)
    if (!member.slot.empty() || !member.reply_slot.question.empty())
      slots_before_->emplace(tag, Slots{member.slot, member.reply_slot});
}

void SessionCore::restore_slots() {
  if (!slots_before_) return;
  for (auto& [tag, member] : presence_.members) {
    member.slot = domain::QuestionId{};
    member.reply_slot = domain::ReplyId{};
  }
  for (const auto& [tag, slots] : *slots_before_) {
    domain::Member& member = presence_.members[tag];
    member.slot = slots.question;
    member.reply_slot = slots.reply;
  }
  slots_before_.reset();
}

void SessionCore::free_slot_of(const Answer& answer) {
  std::visit(base::Overloaded{
                 [&](const domain::QuestionId& question) { domain::free_slot(presence_, answer.member, question); },
                 [&](const domain::ReplyId& reply) { domain::free_slot(presence_, answer.member, reply); },
                 [](std::monostate) {},
             },
             answer.slot);
}

void SessionCore::join(const Joined& joined) {
  DURF_ASSERT(!guests_.contains(joined.connection));
  const bool participant = joined.actor.role == Role::participant;
  if (participant) make_room_for(joined.actor.member);
  if (is_full_for(joined.actor.role)) {
    actions_.push_back(Close{joined.connection, protocol::CloseCode::session_full});
    ++measures_.turned_away;
    return;
  }
  if (!participant && !opens(durable_.definition, joined)) {
    actions_.push_back(Close{joined.connection, protocol::CloseCode::link_revoked});
    ++measures_.turned_away;
    return;
  }
  const bool is_new = participant && !presence_.members.contains(joined.actor.member);
  if (is_new && !joined.may_be_new) {
    actions_.push_back(Close{joined.connection, protocol::CloseCode::too_much});
    return;
  }
  ++(participant ? participants_ : desks_);
  ++measures_.joins[static_cast<std::size_t>(participant ? Side::participants : Side::desks)];
  guests_.emplace(joined.connection, Guest{joined.actor, joined.link, domain::audience_of(joined.actor.role)});
  if (participant) {
    connections_of_[joined.actor.member].push_back(joined.connection);
    domain::member_joined(presence_, joined.actor.member, stamp_.now);
    view_changed_ = true;
  }
  newcomers_.push_back({joined.connection, joined.resume, is_new});
}

bool SessionCore::is_full_for(Role role) const {
  if (role == Role::participant) return participants_ >= settings_.participants_max;
  const std::size_t kept = role == Role::facilitator ? 0 : desks_kept_for_facilitators;
  return desks_ + kept >= limits::desk_connections_max;
}

/// Before places are counted, so that one token can neither fill the session nor keep itself out of a full one.
void SessionCore::make_room_for(const domain::MemberTag& member) {
  const auto here = connections_of_.find(member);
  if (here == connections_of_.end() || here->second.size() < token_connections_max) return;
  const ConnectionId oldest = here->second.front();
  actions_.push_back(Close{oldest, protocol::CloseCode::too_much});
  leave({oldest});
}

void SessionCore::leave(const Left& left) {
  const auto guest = guests_.find(left.connection);
  if (guest == guests_.end()) return;
  if (guest->second.actor.role == Role::participant) {
    const domain::MemberTag& member = guest->second.actor.member;
    const auto here = connections_of_.find(member);
    std::erase(here->second, left.connection);
    if (here->second.empty()) connections_of_.erase(here);
    --participants_;
    domain::member_left(presence_, member);
    view_changed_ = true;
  } else {
    --desks_;
  }
  guests_.erase(guest);
  std::erase_if(newcomers_, [&](const auto& newcomer) { return newcomer.connection == left.connection; });
  std::erase(drained_, left.connection);
}

}  // namespace durf::session
