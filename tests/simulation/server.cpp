// SPDX-License-Identifier: MIT
#include "simulation/server.hpp"

#include <utility>

#include "domain/gathering.hpp"
#include "durf/base/assert.hpp"
#include "durf/base/overloaded.hpp"
#include "durf/log/record_codec.hpp"
#include "simulation/broken.hpp"

namespace durf::simulation {

using protocol::CloseCode;

Server::Server(Agenda& agenda, Dice& dice, Counts& counts, Checker& checker, Saboteur& saboteur,
               const domain::Definition& definition)
    : agenda_(agenda),
      dice_(dice),
      counts_(counts),
      checker_(checker),
      saboteur_(saboteur),
      log_(agenda, dice, counts, saboteur, log::encode_events({domain::SessionCreated{definition}}),
           [this](const log::Append& append) { checker_.written(append, log_.payloads(), agenda_.now()); }),
      definition_(definition) {
  start();
}

void Server::start() {
  if (log_.closed()) return end();
  const auto state = log::replay(log_.payloads());
  require(state.has_value(), "the log can be read");
  ++runs_;
  protocol::Epoch epoch;
  for (auto& byte : epoch.bytes) byte = static_cast<std::uint8_t>(dice_.next());
  session::CoreSettings settings;
  settings.build = "build";
  settings.participants_max = 40;
  core_ = std::make_unique<session::SessionCore>(*state, log_.payloads().size(), log_.next(), epoch, settings,
                                                 domain::Stamp{now(), {dice_.next(), dice_.next(), 1, 2}});
  checker_.began(*core_, log_.payloads(), agenda_.now());
  step(session::Woken{});
}

void Server::step(session::Input input) {
  const bool settled = std::holds_alternative<session::Appended>(input);
  saboteur_.spoil_input(input);
  session::Actions actions;
  try {
    actions =
        core_->step(std::move(input), {now(), {dice_.next(), dice_.next(), dice_.next(), dice_.next()}});
  } catch (const base::Bug& bug) {
    throw Broken("no assertion fails", bug.what());
  }
  saboteur_.spoil_actions(actions, *core_);
  checker_.said(actions, *core_, settled);
  carry_out(std::move(actions));
  if (core_ && !core_->committing())
    require(definition_ == core_->durable().definition, "the directory knows the definition that stands");
  look_for_forgotten();
}

void Server::carry_out(session::Actions actions) {
  for (session::Action& action : actions) {
    std::visit(base::Overloaded{
                   [&](session::AppendRecord& record) {
                     log_.append(std::move(record.append), [this, run = runs_](log::AppendOutcome outcome) {
                       if (outcome != log::AppendOutcome::durable) checker_.disturbed(agenda_.now());
                       if (core_ && run == runs_) step(session::Appended{outcome});
                     });
                   },
                   [&](session::Push& push) {
                     for (auto& [id, place] : places_)
                       if (place.attached == push.audience) place.line->push(push.frame);
                   },
                   [&](session::Send& one) { send(one); },
                   [&](session::Close& close) {
                     const auto place = places_.find(close.connection);
                     if (place != places_.end()) place->second.line->close(close.code);
                   },
                   [&](session::DefinitionChanged& changed) { definition_ = changed.definition; },
                   [&](session::WakeAt& wake) { wake_at(wake.at); },
                   [&](session::Rebuild&) { rebuild(); },
                   [&](session::Closed& closed) {
                     definition_ = closed.remaining;
                     end();
                   },
               },
               action);
  }
}

void Server::send(const session::Send& send) {
  const auto place = places_.find(send.connection);
  if (place == places_.end()) return;
  if (send.then == session::Send::Then::caught_up) place->second.line->caught_up();
  for (const protocol::SharedFrame& frame : send.frames) place->second.line->push(frame);
  if (send.then == session::Send::Then::attach) place->second.attached = send.audience;
}

void Server::wake_at(base::SteadyMs at) {
  const std::uint64_t wake = ++wakes_;
  agenda_.after(at - now(), [this, wake, run = runs_] {
    if (core_ && wake == wakes_ && run == runs_) step(session::Woken{});
  });
}

void Server::rebuild() {
  core_.reset();
  checker_.disturbed(agenda_.now());
  for (auto& [id, place] : std::exchange(places_, {})) place.line->close(CloseCode::resync);
  agenda_.after(dice_.between(1, 30), [this, run = runs_] {
    if (!core_ && run == runs_) start();
  });
}

void Server::end() {
  core_.reset();
  closed_ = true;
  for (auto& [id, place] : std::exchange(places_, {})) place.line->close(CloseCode::session_closed);
}

void Server::crash() {
  counts_.add(Happened::crash);
  if (log_.writing()) counts_.add(Happened::crash_during_a_commit);
  if (log_.closing()) counts_.add(Happened::crash_during_the_closing);
  core_.reset();
  log_.crash();
  ++runs_;
  for (auto& [id, place] : std::exchange(places_, {})) place.line->cut();
  agenda_.after(dice_.between(1, 1'500), [this, run = runs_] {
    if (!core_ && run == runs_) start();
  });
}

void Server::jump(std::int64_t ms) {
  counts_.add(Happened::clock_jump);
  jumped_ += ms;
  checker_.slept(ms);
  if (core_) step(session::Woken{});
}

void Server::set_disk_full(bool full) {
  log_.set_full(full);
  checker_.disturbed(agenda_.now());
}

void Server::heal() {
  log_.heal();
  checker_.disturbed(agenda_.now());
}

void Server::opened(const std::shared_ptr<Line>& line, const Hello& hello) {
  if (!core_) return line->close(closed_ ? CloseCode::session_closed : CloseCode::resync);
  domain::Actor actor{hello.role, {}};
  if (hello.role == domain::Role::participant) {
    actor.member = domain::testing::member(hello.person);
  } else {
    const auto link = definition_.links.find(hello.link);
    if (link == definition_.links.end() || link->second.secret_hash != hello.secret)
      return line->close(CloseCode::unknown_session);
    checker_.at_the_door(line->id(), hello.link, hello.secret);
  }
  places_.emplace(line->id(), Place{line, {}});
  if (hello.resume && hello.resume->epoch != core_->epoch()) counts_.add(Happened::resume_in_another_epoch);
  step(session::Joined{line->id(), actor, hello.link, hello.resume, hello.secret});
}

void Server::commanded(session::ConnectionId line, const domain::CommandId& id,
                       const domain::Command& command) {
  if (core_ && places_.contains(line)) step(session::Commanded{line, id, command});
}

void Server::order(const domain::Command& command) {
  if (core_) step(session::Ordered{command});
}

void Server::drained(session::ConnectionId line) {
  if (core_ && places_.contains(line)) step(session::Drained{line});
}

void Server::gone(session::ConnectionId line) {
  checker_.left(line);
  if (places_.erase(line) > 0 && core_) step(session::Left{line});
}

}  // namespace durf::simulation
