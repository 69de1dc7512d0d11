// SPDX-License-Identifier: MIT
#include "durf/session/session_core.hpp"

#include <algorithm>
#include <utility>

#include "durf/base/assert.hpp"
#include "durf/base/overloaded.hpp"
#include "durf/protocol/encode.hpp"

namespace durf::session {
namespace limits = domain::limits;
using domain::Audience;

namespace {

/// Between two tries to stop a timer that outlived its run. With a full disk they fail, and there is no hurry.
constexpr std::int64_t stop_timer_again_ms = 5'000;

using Feeds = std::array<AudienceFeed, domain::all_audiences.size()>;

template <std::size_t... Each>
Feeds first_feeds(const domain::State& state, const protocol::Epoch& epoch, std::index_sequence<Each...>) {
  return {AudienceFeed(epoch, domain::project(state, domain::Presence{}, domain::all_audiences[Each]))...};
}

}  // namespace

SessionCore::SessionCore(domain::State state, std::size_t records, log::Sequence next, const protocol::Epoch& epoch,
                         CoreSettings settings, const domain::Stamp& stamp)
    : epoch_(epoch),
      settings_(std::move(settings)),
      stamp_(stamp),
      working_(state),
      durable_(std::move(state)),
      next_(next),
      records_since_snapshot_(records),
      feeds_(first_feeds(durable_, epoch, std::make_index_sequence<domain::all_audiences.size()>())),
      order_of_results_(stamp) {
  if (durable_.phase != domain::Phase::lobby) keep_rounds_going();
  // A crash may have come between a withdrawal, or a round, and the moment when the log was to be rewritten.
  if (records > 1) rewrite_at_ = stamp.now;
  // How much of a timer was left is not in the log, so a timer does not survive a restart.
  if (durable_.timer_ms > 0) stop_timer_at_ = stamp.now;
  // How much of the time to undo was left is not in the log either: it begins anew.
  for (const auto& [id, question] : durable_.questions)
    if (question.status == domain::QuestionStatus::merged && !question.merge_told) tell_at_[id] = stamp.now + limits::merge_undo_ms;
}

std::optional<domain::Archive> SessionCore::results() const {
  if (durable_.phase != domain::Phase::ended) return std::nullopt;
  return domain::archive_of(durable_, order_of_results_);
}

Actions SessionCore::step(Input input, const domain::Stamp& stamp) {
  DURF_ASSERT(!finished_);
  DURF_ASSERT(stamp.now >= stamp_.now);
  stamp_ = stamp;
  actions_.clear();
  if (!std::exchange(definition_told_, true)) actions_.push_back(DefinitionChanged{durable_.definition});
  std::visit(base::Overloaded{
                 [&](Appended& appended) {
                   settle(appended.outcome);
                   // Before the next batch is decided: a busy room must not keep those waiting whose wish is on disk.
                   if (!finished_) publish();
                 },
                 [&](Woken&) { wake_at_.reset(); },
                 [&](auto& other) { admit(std::move(other)); },
             },
             input);
  advance();
  return std::exchange(actions_, {});
}

/// The inbox is bounded. What cannot wait is refused at once; departures always fit, since arrivals are limited.
void SessionCore::admit(Input input) {
  if (inbox_.size() < limits::inbox_max || std::holds_alternative<Left>(input)) {
    inbox_.push_back(std::move(input));
    return;
  }
  std::visit(base::Overloaded{
                 [&](const Joined& joined) {
                   actions_.push_back(Close{joined.connection, protocol::CloseCode::resync});
                 },
                 [&](const Commanded& commanded) {
                   measures_.count_command(Side::participants, Outcome::too_fast);  // desks are too few to fill it
                   actions_.push_back(
                       Send{commanded.connection,
                            {protocol::encode_rejected(commanded.id, {domain::RejectionCode::too_fast, {}, {}})}});
                 },
                 [&](const Drained& drained) {
                   actions_.push_back(Close{drained.connection, protocol::CloseCode::resync});
                 },
                 [](const Ordered&) {},
                 [](const Left&) {},
                 [](const Appended&) {},
                 [](const Woken&) {},
             },
             input);
}

/// DECIDE, COMMIT, PUBLISH, as far as they go without waiting for the log.
void SessionCore::advance() {
  while (!batch_ && !finished_) {
    stop_outlived_timer();
    if (commit_snapshot()) break;  // first, or a busy room would never forget
    decide_due();
    decide_waiting();
    if (commit()) break;
    publish();
    if (inbox_.empty()) break;
  }
  if (!batch_ && !finished_) ask_to_be_woken();
}

/// Until a timer is set or stopped on disk: the disk may refuse, and then it is tried again.
void SessionCore::stop_outlived_timer() {
  if (!stop_timer_at_ || stamp_.now < *stop_timer_at_) return;
  if (durable_.timer_ms == 0) return stop_timer_at_.reset();  // the session's end stopped it
  stop_timer_at_ = stamp_.now + stop_timer_again_ms;
  decide_for_system(domain::StopTimer{});
}

void SessionCore::ask_to_be_woken() {
  std::optional<base::SteadyMs> next = clock_.round_at();
  const auto also = [&next](base::SteadyMs at) {
    if (!next || at < *next) next = at;
  };
  if ((view_changed_ || clock_changed_) && published_at_) also(*published_at_ + settings_.publish_interval_ms);
  if (rewrite_at_) also(*rewrite_at_);
  for (const auto& [question, at] : tell_at_) also(at);
  if (stop_timer_at_) also(*stop_timer_at_);
  if (!next || next == wake_at_) return;
  wake_at_ = next;
  actions_.push_back(WakeAt{*next});
}

AudienceFeed& SessionCore::feed_of(Audience audience) { return feeds_[static_cast<std::size_t>(audience)]; }

}  // namespace durf::session
