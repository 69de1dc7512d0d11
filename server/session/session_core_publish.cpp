// SPDX-License-Identifier: MIT
// Third phase: the durable state goes out. Replies are never paced, frames are: the first change of a quiet session leaves
// at once, later ones gather until the interval has passed.
#include <utility>

#include "durf/protocol/encode.hpp"
#include "durf/session/session_core.hpp"

namespace durf::session {
using domain::RejectionCode;

namespace {

Outcome outcome_of(const std::optional<domain::Rejection>& rejection) {
  if (!rejection) return Outcome::accepted;
  if (rejection->code == RejectionCode::too_fast) return Outcome::too_fast;
  return rejection->code == RejectionCode::disk_full ? Outcome::disk_full : Outcome::refused;
}

/// Refusals of the moment are not remembered: the same command may be tried again and succeed.
bool is_momentary(RejectionCode code) {
  return code == RejectionCode::too_fast || code == RejectionCode::disk_full;
}

}  // namespace

void SessionCore::publish() {
  answer_all();
  publish_views();
  serve_newcomers();
  close_revoked();
}

void SessionCore::answer_all() {
  for (const Answer& answer : answers_) {
    count(answer);
    if (answer.rejection && !is_momentary(answer.rejection->code))
      refusals_.remember(answer.command, *answer.rejection);
    actions_.push_back(Send{answer.connection,
                            {answer.rejection ? protocol::encode_rejected(answer.command, *answer.rejection)
                                              : protocol::encode_accepted(answer.command, answer.receipt)}});
  }
  answers_.clear();
  refused_now_.clear();
}

/// Only participants have a tag.
void SessionCore::count(const Answer& answer) {
  measures_.count_command(answer.member.empty() ? Side::desks : Side::participants, outcome_of(answer.rejection));
}

void SessionCore::publish_views() {
  if (!view_changed_ && !clock_changed_) return;
  if (published_at_ && stamp_.now - *published_at_ < settings_.publish_interval_ms) return;
  bool pushed = false;
  const auto push = [&](domain::Audience audience, protocol::SharedFrame frame) {
    actions_.push_back(Push{audience, std::move(frame)});
    ++measures_.frames;
    pushed = true;
  };
  for (const domain::Audience audience : domain::all_audiences) {
    if (!view_changed_) break;
    if (auto frame = feed_of(audience).publish(domain::project(durable_, presence_, audience)))
      push(audience, std::move(*frame));
  }
  if (clock_changed_) {
    const protocol::SharedFrame clock = clock_frame();
    for (const domain::Audience audience : domain::all_audiences) push(audience, clock);
  }
  view_changed_ = clock_changed_ = false;
  if (pushed) published_at_ = stamp_.now;
}

/// Newcomers and connections that had fallen behind get what the audience was shown last; the pushes that follow continue it.
void SessionCore::serve_newcomers() {
  for (const auto& [connection, resume, is_new] : newcomers_) {
    const Guest& guest = guests_.at(connection);
    std::vector<protocol::SharedFrame> frames = {
        protocol::encode_welcome({settings_.build, guest.actor.role, durable_.definition.id,
                                  durable_.definition.join_key, epoch_, settings_.address})};
    for (protocol::SharedFrame& missed : feed_of(guest.audience).catch_up(resume)) frames.push_back(std::move(missed));
    frames.push_back(clock_frame());
    actions_.push_back(Send{connection, std::move(frames), Send::Then::attach, guest.audience, is_new});
  }
  newcomers_.clear();
  for (const ConnectionId& connection : drained_) {
    const Guest& guest = guests_.at(connection);
    std::vector<protocol::SharedFrame> frames = feed_of(guest.audience).catch_up(std::nullopt);
    frames.push_back(clock_frame());
    actions_.push_back(Send{connection, std::move(frames), Send::Then::caught_up, guest.audience});
  }
  drained_.clear();
}

/// Last, so that who renewed the own link still reads the answer. From here on they have no say, even if they sent more
/// before they heard of it.
void SessionCore::close_revoked() {
  if (revoked_.empty()) return;
  std::erase_if(guests_, [this](const auto& entry) {
    const auto& [connection, guest] = entry;
    if (guest.actor.role == domain::Role::participant || !revoked_.contains(guest.link)) return false;
    actions_.push_back(Close{connection, protocol::CloseCode::link_revoked});
    --desks_;
    return true;
  });
  revoked_.clear();
}

protocol::SharedFrame SessionCore::clock_frame() const { return protocol::encode_clock(clock_.read(stamp_.now)); }

}  // namespace durf::session
