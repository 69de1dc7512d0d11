// SPDX-License-Identifier: MIT
// Second phase: gathered events leave as one record, and the log's answer comes back. While a batch is under way nothing
// is decided and nothing is shown.
#include <utility>

#include "durf/base/assert.hpp"
#include "durf/base/overloaded.hpp"
#include "durf/domain/apply.hpp"
#include "durf/log/record_codec.hpp"
#include "durf/protocol/encode.hpp"
#include "durf/session/session_core.hpp"
#include "session/remains.hpp"

namespace durf::session {
namespace limits = domain::limits;
using domain::Audience;

namespace {

/// Whether a merge of it stands that can still be undone.
bool is_untold(const domain::State& state, const domain::QuestionId& id) {
  const auto found = state.questions.find(id);
  return found != state.questions.end() && found->second.status == domain::QuestionStatus::merged &&
         !found->second.merge_told;
}

bool is_nothing_held(const domain::State& state) {
  for (const auto& [id, question] : state.questions) {
    if (question.status == domain::QuestionStatus::held) return false;
    for (const domain::Exchange& exchange : question.exchanges)
      if (exchange.status == domain::ReplyStatus::held) return false;
  }
  return true;
}

}  // namespace

bool SessionCore::commit() {
  if (gathered_.empty()) {
    slots_before_.reset();  // what was freed needs no disk
    return false;
  }
  switch (std::exchange(mode_, log::AppendMode::extend)) {
    case log::AppendMode::extend: write(log::AppendMode::extend, log::encode_events(gathered_)); break;
    case log::AppendMode::anew: write(log::AppendMode::anew, log::encode_snapshot(working_)); break;
    case log::AppendMode::close: commit_archive(); break;
    case log::AppendMode::replace: DURF_ASSERT(!"what is gathered does not replace what was there before");
  }
  return true;
}

/// The archive takes the place of everything. In the order of this moment: not the one in which the results page stood.
void SessionCore::commit_archive() {
  write(log::AppendMode::close, protocol::encode_results(domain::archive_of(working_, stamp_), protocol::ResultsOf::closed));
}

/// Rewrites the log as one snapshot: because a withdrawn text or the order of arrival must leave it, or because starting would
/// take long.
bool SessionCore::commit_snapshot() {
  const bool is_due = rewrite_at_ && stamp_.now >= *rewrite_at_;
  if (!is_due && records_since_snapshot_ < limits::log_records_until_snapshot) return false;
  if (!gathered_.empty()) return false;  // a timer that outlived its run; it goes first
  write(log::AppendMode::replace, log::encode_snapshot(durable_));
  return true;
}

void SessionCore::write(log::AppendMode mode, std::string payload) {
  DURF_ASSERT(!batch_);
  Batch batch{std::exchange(gathered_, {}), mode, working_.definition != durable_.definition};
  log::Append append{durable_.definition.id, next_, mode, std::move(payload), std::nullopt};
  if (mode == log::AppendMode::close)
    append.definition = log::encode_definition(remains_of(working_.definition));
  else if (batch.definition_changed)
    append.definition = log::encode_definition(working_.definition);
  batch_ = std::move(batch);
  actions_.push_back(AppendRecord{std::move(append)});
}

void SessionCore::settle(log::AppendOutcome outcome) {
  DURF_ASSERT(batch_);
  switch (outcome) {
    case log::AppendOutcome::durable: return take_durable();
    case log::AppendOutcome::disk_full: return take_back();
    case log::AppendOutcome::conflict:
    case log::AppendOutcome::failed: return give_up();
  }
}

void SessionCore::take_durable() {
  const Batch batch = std::move(*batch_);
  batch_.reset();
  slots_before_.reset();
  ++next_;
  switch (batch.mode) {
    case log::AppendMode::extend:
      ++records_since_snapshot_;
      // Records stand in the order in which people acted, a snapshot in none: no order outlives two rounds.
      rewrite_by(stamp_.now + 2 * durable_.definition.round_ms);
      domain::apply(durable_, batch.events);
      break;
    case log::AppendMode::replace:
      records_since_snapshot_ = 1;
      rewrite_at_.reset();
      break;
    case log::AppendMode::anew:
      records_since_snapshot_ = 1;
      durable_ = working_;
      break;
    case log::AppendMode::close:
      durable_ = working_;
      return send_everyone_away();
  }
  // From here on working state, durable state and log say the same.
  for (const domain::Event& event : batch.events) note_durable(event);
  if (batch.definition_changed) actions_.push_back(DefinitionChanged{durable_.definition});
  if (batch.mode == log::AppendMode::anew) {
    answer_all();
    finished_ = true;
    actions_.push_back(Rebuild{});
  }
}

/// The disk is full and nothing was kept: the working state goes back to the durable one, and all who waited are told.
/// Everyone, also those who were refused: their refusal may rest on something that did not happen.
void SessionCore::take_back() {
  const bool was_snapshot = batch_->mode == log::AppendMode::replace;
  batch_.reset();
  working_ = durable_;
  restore_slots();
  for (Answer& answer : answers_) {
    if (durable_.accepted.contains(answer.command)) continue;  // sent again, and on disk since long
    free_slot_of(answer);
    answer.rejection = domain::Rejection{domain::RejectionCode::disk_full, {}, {}};
  }
  refused_now_.clear();
  for (auto& [question, at] : tell_at_)
    if (at <= stamp_.now) at = stamp_.now + limits::merge_undo_ms;
  if (was_snapshot) {
    // What must be forgotten stays due; a log that is only long waits for the next withdrawal, round or start.
    rewrite_at_ = stamp_.now + limits::forget_within_ms;
    records_since_snapshot_ = 1;
  }
}

void SessionCore::rewrite_by(base::SteadyMs at) {
  if (!rewrite_at_ || at < *rewrite_at_) rewrite_at_ = at;
}

/// The archive is all that is left. Who waits for an answer reads it first; whoever comes from here on is told by the shell.
void SessionCore::send_everyone_away() {
  answer_all();
  for (const auto& [connection, guest] : guests_)
    actions_.push_back(Close{connection, protocol::CloseCode::session_closed});
  for (const Input& input : inbox_)
    if (const auto* joined = std::get_if<Joined>(&input))
      actions_.push_back(Close{joined->connection, protocol::CloseCode::session_closed});
  finished_ = true;
  actions_.push_back(Closed{remains_of(durable_.definition)});
}

/// Unknown outcome: the log alone knows what is true, so the core is built again from it.
void SessionCore::give_up() {
  batch_.reset();
  finished_ = true;
  actions_.push_back(Rebuild{});
}

/// What a fact means for clocks, rings and links, now that it cannot be lost any more.
void SessionCore::note_durable(const domain::Event& event) {
  if (!std::holds_alternative<domain::CommandAccepted>(event)) view_changed_ = true;
  std::visit(base::Overloaded{
                 [&](const domain::QuestionWithdrawn& withdrawn) {
                   // What was merged into it, or itself.
                   std::erase_if(tell_at_, [this](const auto& entry) { return !is_untold(durable_, entry.first); });
                   rewrite_by(stamp_.now + limits::forget_within_ms);
                   purge_rings_that_hold(withdrawn.question);
                 },
                 [&](const domain::QuestionRedacted&) { forget_redacted(); },
                 [&](const domain::ReplyRedacted&) { forget_redacted(); },
                 [&](const domain::QuestionRefused&) { purge_rings_of_the_room(); },
                 [&](const domain::QuestionHeldBack&) { purge_rings_of_the_room(); },
                 [&](const domain::ReplyRefused&) { purge_rings_of_the_room(); },
                 [&](const domain::ReplyHeldBack&) { purge_rings_of_the_room(); },
                 [&](const domain::QuestionMerged& merged) {
                   if (is_untold(durable_, merged.question)) tell_at_[merged.question] = stamp_.now + limits::merge_undo_ms;
                 },
                 [&](const domain::MergeUndone& undone) { tell_at_.erase(undone.question); },
                 [&](const domain::MergeTold& told) {
                   tell_at_.erase(told.question);
                   purge_rings_of_the_room();
                 },
                 [&](const domain::RoundPassed&) {
                   clock_changed_ = true;
                   ++measures_.rounds;
                   released_ = released_ || is_nothing_held(durable_);
                 },
                 [&](const domain::PhaseChanged& changed) {
                   clock_changed_ = true;
                   if (changed.phase == domain::Phase::lobby)
                     clock_.stop_rounds();
                   else
                     keep_rounds_going();
                 },
                 [&](const domain::SessionEnded&) {
                   clock_changed_ = true;
                   clock_.stop_timer();
                   keep_rounds_going();  // replies and verdicts still come out
                 },
                 [&](const domain::RoundsLengthened& lengthened) {
                   clock_changed_ = true;
                   clock_.set_round_length(lengthened.round_ms);
                 },
                 [&](const domain::TimerSet& timer) {
                   clock_changed_ = true;
                   stop_timer_at_.reset();
                   if (timer.duration_ms > 0)
                     clock_.start_timer(stamp_.now, timer.duration_ms);
                   else
                     clock_.stop_timer();
                 },
                 [&](const domain::LinkSet& set) { revoked_.insert(set.link); },
                 [&](const domain::LinkRevoked& gone) { revoked_.insert(gone.link); },
                 [](const domain::SessionCreated&) {},
                 [](const domain::QuestionSubmitted&) {},
                 [](const domain::UpvoteChanged&) {},
                 [](const domain::QuestionHighlighted&) {},
                 [](const domain::QuestionAnswered&) {},
                 [](const domain::QuestionReopened&) {},
                 [](const domain::HidingWished&) {},
                 [](const domain::AskBackReplied&) {},
                 [](const domain::AnswerJudged&) {},
                 [](const domain::AnswerWritten&) {},
                 [](const domain::AskedBack&) {},
                 [](const domain::NoteSet&) {},
                 [](const domain::QuestionApproved&) {},
                 [](const domain::QuestionRestored&) {},
                 [](const domain::ReplyApproved&) {},
                 [](const domain::QuestionLabelled&) {},
                 [](const domain::QuestionPinned&) {},
                 [](const domain::QuestionArchived&) {},
                 [](const domain::ModerationSet&) {},
                 [](const domain::WordListSet&) {},
                 [](const domain::SessionClosed&) {},
                 [](const domain::SessionRenamed&) {},
                 [](const domain::JoinCodeChanged&) {},
                 [](const domain::KeepDaysSet&) {},
                 [](const domain::ResultsLinkSet&) {},
                 [](const domain::RehearsalEnded&) {},
                 [](const domain::ScreenSet&) {},
                 [](const domain::CommandAccepted&) {},
             },
             event);
}

/// A round that runs keeps its beat.
void SessionCore::keep_rounds_going() {
  if (!clock_.round_at()) clock_.start_rounds(stamp_.now, durable_.definition.round_ms);
}

/// A ring that never held it stays: that a cursor is refused would tell that something was taken out of the hat.
void SessionCore::purge_rings_that_hold(const domain::QuestionId& question) {
  const domain::EntityKey key{domain::Collection::question, question.text()};
  for (AudienceFeed& feed : feeds_)
    if (feed.view().contains(key)) feed.purge();
}

/// Everyone saw it, and the log holds it.
void SessionCore::forget_redacted() {
  rewrite_by(stamp_.now + limits::forget_within_ms);
  for (AudienceFeed& feed : feeds_) feed.purge();
}

/// What moderation took away is still seen at the desks that moderate; whoever else comes back must not catch up through it.
void SessionCore::purge_rings_of_the_room() {
  for (const Audience audience : {Audience::participant, Audience::presenter, Audience::stage}) feed_of(audience).purge();
}

}  // namespace durf::session
