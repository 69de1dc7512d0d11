// SPDX-License-Identifier: MIT
// The fields of everything that stands in a record, each listed once for writing and reading alike, so that
// the two cannot drift apart. The keys are short because a log holds tens of thousands of them. Keys, their
// order and the names of events are the record format: whoever changes one of them makes a new format and
// keeps the old one readable.
#pragma once

#include <concepts>
#include <string_view>
#include <type_traits>

#include "durf/domain/event.hpp"
#include "durf/domain/state.hpp"

namespace durf::log {

/// `T` with or without const: writers bring the one, readers the other.
template <class T, class Type>
concept Is = std::same_as<std::remove_const_t<T>, Type>;

// Parts.

void fields(auto& each, Is<domain::Text> auto& text) {
  each("l", text.language);
  each("t", text.text);
}
void fields(auto& each, Is<domain::Topic> auto& topic) {
  each("i", topic.id);
  each("n", topic.name);
}
void fields(auto& each, Is<domain::Link> auto& link) {
  each("o", link.role);
  each("b", link.label);
  each("h", link.secret_hash);
}
void fields(auto& each, Is<domain::Definition> auto& definition) {
  each("i", definition.id);
  each("t", definition.title);
  each("s", definition.topics);
  each("r", definition.round_ms);
  each("y", definition.lobby);
  each("h", definition.rehearsal);
  each("x", definition.expected);
  each("k", definition.join_key);
  each("c", definition.join_code);
  each("l", definition.links);
}

// State.

void fields(auto& each, Is<domain::Upvote> auto& upvote) {
  each("r", upvote.revision);
  each("u", upvote.up);
}
void fields(auto& each, Is<domain::Question> auto& question) {
  each("t", question.text);
  each("o", question.topic);
  each("s", question.status);
  each("a", question.authorship);
  each("c", question.receipt);
  each("u", question.upvotes);
  each("n", question.shown_support);
  each("r", question.round);
  each("p", question.place);
  each("w", question.waits);
  each("m", question.announced);
}
void fields(auto& each, Is<domain::Screen> auto& screen) {
  each("b", screen.blank);
  each("j", screen.join_panel);
}
void fields(auto& each, Is<domain::State> auto& state) {
  each("d", state.definition);
  each("p", state.phase);
  each("r", state.round);
  each("q", state.questions);
  each("h", state.highlighted);
  each("s", state.screen);
  each("t", state.timer_ms);
  each("c", state.accepted);
}

// Events, each with its name.

constexpr std::string_view name_of(std::type_identity<domain::SessionCreated>) { return "session_created"; }
void fields(auto& each, Is<domain::SessionCreated> auto& event) { each("d", event.definition); }

constexpr std::string_view name_of(std::type_identity<domain::QuestionSubmitted>) {
  return "question_submitted";
}
void fields(auto& each, Is<domain::QuestionSubmitted> auto& event) {
  each("q", event.question);
  each("o", event.topic);
  each("t", event.text);
  each("a", event.authorship);
  each("c", event.receipt);
  each("n", event.nullifier);
}

constexpr std::string_view name_of(std::type_identity<domain::QuestionWithdrawn>) {
  return "question_withdrawn";
}
void fields(auto& each, Is<domain::QuestionWithdrawn> auto& event) { each("q", event.question); }

constexpr std::string_view name_of(std::type_identity<domain::UpvoteChanged>) { return "upvote_changed"; }
void fields(auto& each, Is<domain::UpvoteChanged> auto& event) {
  each("q", event.question);
  each("n", event.nullifier);
  each("r", event.revision);
  each("u", event.up);
}

constexpr std::string_view name_of(std::type_identity<domain::RoundPassed>) { return "round_passed"; }
void fields(auto& each, Is<domain::RoundPassed> auto& event) { each("q", event.released); }

constexpr std::string_view name_of(std::type_identity<domain::QuestionHighlighted>) {
  return "question_highlighted";
}
void fields(auto& each, Is<domain::QuestionHighlighted> auto& event) { each("q", event.question); }

constexpr std::string_view name_of(std::type_identity<domain::QuestionAnswered>) {
  return "question_answered";
}
void fields(auto& each, Is<domain::QuestionAnswered> auto& event) { each("q", event.question); }

constexpr std::string_view name_of(std::type_identity<domain::QuestionReopened>) {
  return "question_reopened";
}
void fields(auto& each, Is<domain::QuestionReopened> auto& event) { each("q", event.question); }

constexpr std::string_view name_of(std::type_identity<domain::PhaseChanged>) { return "phase_changed"; }
void fields(auto& each, Is<domain::PhaseChanged> auto& event) { each("p", event.phase); }

constexpr std::string_view name_of(std::type_identity<domain::RehearsalEnded>) { return "rehearsal_ended"; }
void fields(auto&, Is<domain::RehearsalEnded> auto&) {}

constexpr std::string_view name_of(std::type_identity<domain::RoundsLengthened>) {
  return "rounds_lengthened";
}
void fields(auto& each, Is<domain::RoundsLengthened> auto& event) { each("r", event.round_ms); }

constexpr std::string_view name_of(std::type_identity<domain::ScreenSet>) { return "screen_set"; }
void fields(auto& each, Is<domain::ScreenSet> auto& event) {
  each("b", event.blank);
  each("j", event.join_panel);
}

constexpr std::string_view name_of(std::type_identity<domain::TimerSet>) { return "timer_set"; }
void fields(auto& each, Is<domain::TimerSet> auto& event) { each("d", event.duration_ms); }

constexpr std::string_view name_of(std::type_identity<domain::LinkSet>) { return "link_set"; }
void fields(auto& each, Is<domain::LinkSet> auto& event) {
  each("i", event.link);
  each("o", event.role);
  each("b", event.label);
  each("h", event.secret_hash);
}

constexpr std::string_view name_of(std::type_identity<domain::LinkRevoked>) { return "link_revoked"; }
void fields(auto& each, Is<domain::LinkRevoked> auto& event) { each("i", event.link); }

constexpr std::string_view name_of(std::type_identity<domain::CommandAccepted>) { return "command_accepted"; }
void fields(auto& each, Is<domain::CommandAccepted> auto& event) { each("c", event.command); }

}  // namespace durf::log
