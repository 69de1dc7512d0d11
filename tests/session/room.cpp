// SPDX-License-Identifier: MIT
#include "session/room.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "durf/base/overloaded.hpp"
#include "durf/log/record_codec.hpp"

namespace durf::session::testing {
namespace {

using durf::testing::hear;
using durf::testing::Heard;

/// The number by which a test named this id.
std::string number_of(const std::string& id) {
  const auto command = domain::CommandId::from_text(id);
  if (!command) return id;
  unsigned number = 0;
  for (std::size_t i = 4; i > 0; --i) number = number << 8 | command->bytes[domain::CommandId::size - i];
  return std::to_string(number);
}

std::string told(const protocol::SharedFrame& frame) {
  const Heard heard = hear(frame);
  switch (heard.kind) {
    case Heard::Kind::welcome:
      return "welcome";
    case Heard::Kind::frame:
      return "frame " + std::to_string(heard.number);
    case Heard::Kind::snapshot:
      return "snapshot " + std::to_string(heard.number);
    case Heard::Kind::clock:
      return "clock";
    case Heard::Kind::other:
      return "something else";
    case Heard::Kind::reply:
      break;
  }
  const std::string command = number_of(heard.command);
  if (!heard.code.empty()) return "no " + command + " " + heard.code;
  return "ok " + command + (heard.receipt.empty() ? "" : " with a receipt");
}

std::string told(log::AppendMode mode) {
  switch (mode) {
    case log::AppendMode::extend:
      return "extend";
    case log::AppendMode::replace:
      return "replace";
    case log::AppendMode::anew:
      return "anew";
    case log::AppendMode::close:
      return "close";
  }
  return "";
}

std::string told(const Send& send) {
  std::string line = "send " + std::to_string(send.connection.serial);
  if (send.then == Send::Then::attach) line += " attach " + std::string(name_of(send.audience));
  if (send.then == Send::Then::caught_up) line += " caught_up";
  std::string between = ": ";
  for (const auto& frame : send.frames) {
    line += between + told(frame);
    between = ", ";
  }
  return line;
}

std::string told(const Action& action) {
  return std::visit(base::Overloaded{
                        [](const AppendRecord& record) {
                          const log::Append& append = record.append;
                          return "append " + std::to_string(append.expected) + " " + told(append.mode) +
                                 (append.definition ? " with the definition" : "");
                        },
                        [](const Push& push) {
                          return "push " + std::string(name_of(push.audience)) + " " + told(push.frame);
                        },
                        [](const Send& send) { return told(send); },
                        [](const Close& close) {
                          return "close " + std::to_string(close.connection.serial) + " " +
                                 std::string(name_of(close.code));
                        },
                        [](const DefinitionChanged&) { return std::string("definition changed"); },
                        [](const WakeAt& wake) { return "wake " + std::to_string(wake.at.value); },
                        [](const Rebuild&) { return std::string("rebuild"); },
                        [](const Closed&) { return std::string("closed"); },
                    },
                    action);
}

ConnectionId numbered_connection(Number number) { return {0, number}; }

/// The links of a_definition and of live_definition; that of each role has the number of its secret.
Number link_of(domain::Role role) {
  switch (role) {
    case domain::Role::participant:
    case domain::Role::system:
      return 0;
    case domain::Role::facilitator:
      return 1;
    case domain::Role::presenter:
      return 2;
    case domain::Role::moderator:
      return 8;
    case domain::Role::stage:
      return 9;
  }
  return 0;
}

}  // namespace

domain::Definition live_definition() {
  domain::Definition definition = a_definition();
  definition.lobby = false;
  for (const domain::Role role : {domain::Role::moderator, domain::Role::stage})
    definition.links[link(link_of(role))] = {role, "", numbered<domain::SecretHash>(link_of(role))};
  return definition;
}

domain::Definition rehearsal_definition() {
  domain::Definition definition = a_definition();
  definition.rehearsal = true;
  return definition;
}

Room::Room(domain::Definition definition, CoreSettings settings) : settings_(std::move(settings)) {
  payloads = {log::encode_events({domain::SessionCreated{std::move(definition)}})};
  rebuild();
}

Room Room::with_open(const std::vector<Number>& people) {
  Room room(live_definition());
  for (const Number person : people) {
    room.join(person);
    room.done(person, 10 + person, submit(person, person));
  }
  room.join(desk, facilitator());
  room.join(moderation, moderator());
  room.join(stage_desk, stage());
  while (room.state().questions.begin()->second.round == 0) room.pass_round();
  room.pass(1'000);
  room.wake_up();
  while (room.pending) room.durable();
  return room;
}

void Room::rebuild() {
  auto state = log::replay(payloads);
  ASSERT_TRUE(state);
  pending.reset();
  wake.reset();
  actions.clear();
  fresh_ = true;
  protocol::Epoch epoch;
  epoch.bytes.back() = ++runs_;
  core = std::make_unique<SessionCore>(std::move(*state), payloads.size(), next, epoch, settings_, stamp());
}

domain::Stamp Room::stamp() {
  ++stamps_;
  return {now, {stamps_, stamps_ * 7, 11, 13}};
}

Lines Room::step(Input input) {
  actions = core->step(std::move(input), stamp());
  Lines lines;
  const bool fresh = std::exchange(fresh_, false);
  for (const Action& action : actions) {
    if (const auto* waking = std::get_if<WakeAt>(&action)) {
      wake = waking->at;
      continue;
    }
    // Said with every first step; tests that are about it look at the actions.
    if (std::holds_alternative<DefinitionChanged>(action) && fresh) continue;
    if (const auto* record = std::get_if<AppendRecord>(&action)) {
      EXPECT_FALSE(pending) << "a second record before the log has answered";
      pending = record->append;
    }
    lines.push_back(told(action));
  }
  return lines;
}

Lines Room::join(Number connection, const domain::Actor& actor, std::optional<protocol::Cursor> resume) {
  const Number by = link_of(actor.role);
  return step(
      Joined{numbered_connection(connection), actor, link(by), resume, numbered<domain::SecretHash>(by)});
}

Lines Room::join_desk(Number connection, const domain::LinkId& by, Number secret) {
  return step(
      Joined{numbered_connection(connection), facilitator(), by, {}, numbered<domain::SecretHash>(secret)});
}

Lines Room::leave(Number connection) { return step(Left{numbered_connection(connection)}); }
Lines Room::drained(Number connection) { return step(Drained{numbered_connection(connection)}); }

Lines Room::command(Number connection, Number id, domain::Command command) {
  return step(
      Commanded{numbered_connection(connection), numbered<domain::CommandId>(id), std::move(command)});
}

Lines Room::order(domain::Command command) { return step(Ordered{std::move(command)}); }

Lines Room::wake_up() {
  wake.reset();
  return step(Woken{});
}

Lines Room::log_says(log::AppendOutcome outcome) {
  EXPECT_TRUE(pending) << "the log has nothing to answer";
  if (!pending) return {};
  if (outcome == log::AppendOutcome::durable) {
    EXPECT_EQ(pending->expected, next);
    if (pending->mode != log::AppendMode::extend) payloads.clear();
    payloads.push_back(pending->payload);
    ++next;
  }
  const bool closes = pending->mode == log::AppendMode::close;
  pending.reset();
  Lines lines = step(Appended{outcome});
  if (outcome == log::AppendOutcome::durable && !closes) {
    EXPECT_EQ(log::replay(payloads), core->durable());
  }
  return lines;
}

Lines Room::done(Number connection, Number id, domain::Command wish) {
  Lines lines = command(connection, id, std::move(wish));
  while (pending)  // now and then the log is rewritten in the same moment
    for (std::string& line : durable()) lines.push_back(std::move(line));
  return lines;
}

void Room::pass_round() {
  ASSERT_TRUE(wake);
  const std::uint32_t before = state().round;
  for (int woken = 0; woken < 5 && state().round == before; ++woken) {
    now = std::max(now, *wake);
    wake_up();
    if (pending) durable();
  }
}

std::vector<protocol::SharedFrame> Room::said() const {
  std::vector<protocol::SharedFrame> frames;
  for (const Action& action : actions) {
    if (const auto* push = std::get_if<Push>(&action)) frames.push_back(push->frame);
    if (const auto* send = std::get_if<Send>(&action))
      frames.insert(frames.end(), send->frames.begin(), send->frames.end());
  }
  return frames;
}

bool Room::said_text(const std::string& text) const {
  const auto frames = said();
  return std::any_of(frames.begin(), frames.end(),
                     [&](const auto& frame) { return hear(frame).text.find(text) != std::string::npos; });
}

bool Room::log_holds(const std::string& text) const {
  return std::any_of(payloads.begin(), payloads.end(),
                     [&](const std::string& payload) { return payload.find(text) != std::string::npos; });
}

}  // namespace durf::session::testing
