// SPDX-License-Identifier: MIT
// The fields of everything that stands in a record, each listed once for writing and reading alike, so that
// the two cannot drift apart. The keys are short because a log holds tens of thousands of them. Keys, their
// order and the names of events are the record format: whoever changes one of them makes a new format and
// keeps the old one readable. A field that came with a later format stands behind the others, with that
// format's number: a record of an earlier one goes without it and leaves the default.
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
  each.since(2, "m", definition.moderation);
  each.since(2, "w", definition.word_list);
  each.since(2, "e", definition.keep_days);
  each.since(2, "f", definition.ended_day);
  each.since(2, "g", definition.results_hash);
}

// State.

void fields(auto& each, Is<domain::Upvote> auto& upvote) {
  each("r", upvote.revision);
  each("u", upvote.up);
}
void fields(auto& each, Is<domain::Answer> auto& answer) {
  each("t", answer.text);
  each("p", answer.promise);
  each("o", answer.role);
  each("d", answer.day);
}
void fields(auto& each, Is<domain::ReplyId> auto& reply) {
  each("q", reply.question);
  each("p", reply.place);
}
void fields(auto& each, Is<domain::Exchange> auto& exchange) {
  each("k", exchange.asked);
  each("s", exchange.status);
  each("t", exchange.reply);
  each("c", exchange.receipt);
  each("w", exchange.waits);
  each("m", exchange.announced);
  each("y", exchange.reason);
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
  each.since(2, "y", question.reason);
  each.since(2, "b", question.before_refusal);
  each.since(2, "x", question.redacted);
  each.since(2, "l", question.label);
  each.since(2, "i", question.pinned);
  each.since(2, "v", question.archived);
  each.since(2, "h", question.hiding_wished);
  each.since(2, "k", question.hiding_shown);
  each.since(2, "g", question.merged_into);
  each.since(2, "f", question.merged_support);
  each.since(2, "G", question.kept_support);  // every letter is taken
  each.since(2, "d", question.merge_told);
  each.since(2, "e", question.answer);
  each.since(2, "z", question.note);
  each.since(2, "j", question.exchanges);
  each.since(2, "q", question.verdict);
}
void fields(auto& each, Is<domain::Tally> auto& tally) {
  each("i", tally.received);
  each("s", tally.shown);
  each("a", tally.answered);
  each("g", tally.merged);
  each("y", tally.refused);
}
void fields(auto& each, Is<domain::Verdicts> auto& verdicts) {
  each("y", verdicts.yes);
  each("p", verdicts.partly);
  each("n", verdicts.no);
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
  each.since(2, "e", state.results);
  each.since(2, "a", state.shown_tally);
  each.since(2, "v", state.shown_verdicts);
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
void fields(auto& each, Is<domain::RoundPassed> auto& event) {
  each("q", event.released);
  each.since(2, "w", event.pending);
  each.since(2, "r", event.replies);
  each.since(2, "v", event.pending_replies);
}

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

constexpr std::string_view name_of(std::type_identity<domain::HidingWished>) { return "hiding_wished"; }
void fields(auto& each, Is<domain::HidingWished> auto& event) { each("q", event.question); }

constexpr std::string_view name_of(std::type_identity<domain::AskBackReplied>) { return "ask_back_replied"; }
void fields(auto& each, Is<domain::AskBackReplied> auto& event) {
  each("i", event.reply);
  each("t", event.text);
  each("c", event.receipt);
}

constexpr std::string_view name_of(std::type_identity<domain::AnswerJudged>) { return "answer_judged"; }
void fields(auto& each, Is<domain::AnswerJudged> auto& event) {
  each("q", event.question);
  each("v", event.verdict);
}

constexpr std::string_view name_of(std::type_identity<domain::AnswerWritten>) { return "answer_written"; }
void fields(auto& each, Is<domain::AnswerWritten> auto& event) {
  each("q", event.question);
  each("a", event.answer);
}

constexpr std::string_view name_of(std::type_identity<domain::AskedBack>) { return "asked_back"; }
void fields(auto& each, Is<domain::AskedBack> auto& event) {
  each("q", event.question);
  each("t", event.text);
}

constexpr std::string_view name_of(std::type_identity<domain::NoteSet>) { return "note_set"; }
void fields(auto& each, Is<domain::NoteSet> auto& event) {
  each("q", event.question);
  each("z", event.note);
}

constexpr std::string_view name_of(std::type_identity<domain::QuestionApproved>) {
  return "question_approved";
}
void fields(auto& each, Is<domain::QuestionApproved> auto& event) { each("q", event.question); }

constexpr std::string_view name_of(std::type_identity<domain::QuestionHeldBack>) {
  return "question_held_back";
}
void fields(auto& each, Is<domain::QuestionHeldBack> auto& event) { each("q", event.question); }

constexpr std::string_view name_of(std::type_identity<domain::QuestionRefused>) { return "question_refused"; }
void fields(auto& each, Is<domain::QuestionRefused> auto& event) {
  each("q", event.question);
  each("y", event.reason);
}

constexpr std::string_view name_of(std::type_identity<domain::QuestionRestored>) {
  return "question_restored";
}
void fields(auto& each, Is<domain::QuestionRestored> auto& event) { each("q", event.question); }

constexpr std::string_view name_of(std::type_identity<domain::ReplyApproved>) { return "reply_approved"; }
void fields(auto& each, Is<domain::ReplyApproved> auto& event) { each("i", event.reply); }

constexpr std::string_view name_of(std::type_identity<domain::ReplyRefused>) { return "reply_refused"; }
void fields(auto& each, Is<domain::ReplyRefused> auto& event) {
  each("i", event.reply);
  each("y", event.reason);
}

constexpr std::string_view name_of(std::type_identity<domain::ReplyHeldBack>) { return "reply_held_back"; }
void fields(auto& each, Is<domain::ReplyHeldBack> auto& event) { each("i", event.reply); }

constexpr std::string_view name_of(std::type_identity<domain::QuestionRedacted>) {
  return "question_redacted";
}
void fields(auto& each, Is<domain::QuestionRedacted> auto& event) {
  each("q", event.question);
  each("t", event.text);
}

constexpr std::string_view name_of(std::type_identity<domain::ReplyRedacted>) { return "reply_redacted"; }
void fields(auto& each, Is<domain::ReplyRedacted> auto& event) {
  each("i", event.reply);
  each("t", event.text);
}

constexpr std::string_view name_of(std::type_identity<domain::QuestionLabelled>) {
  return "question_labelled";
}
void fields(auto& each, Is<domain::QuestionLabelled> auto& event) {
  each("q", event.question);
  each("l", event.label);
}

constexpr std::string_view name_of(std::type_identity<domain::QuestionPinned>) { return "question_pinned"; }
void fields(auto& each, Is<domain::QuestionPinned> auto& event) {
  each("q", event.question);
  each("p", event.pinned);
}

constexpr std::string_view name_of(std::type_identity<domain::QuestionArchived>) {
  return "question_archived";
}
void fields(auto& each, Is<domain::QuestionArchived> auto& event) {
  each("q", event.question);
  each("v", event.archived);
}

constexpr std::string_view name_of(std::type_identity<domain::QuestionMerged>) { return "question_merged"; }
void fields(auto& each, Is<domain::QuestionMerged> auto& event) {
  each("q", event.question);
  each("g", event.into);
}

constexpr std::string_view name_of(std::type_identity<domain::MergeUndone>) { return "merge_undone"; }
void fields(auto& each, Is<domain::MergeUndone> auto& event) { each("q", event.question); }

constexpr std::string_view name_of(std::type_identity<domain::MergeTold>) { return "merge_told"; }
void fields(auto& each, Is<domain::MergeTold> auto& event) { each("q", event.question); }

constexpr std::string_view name_of(std::type_identity<domain::ModerationSet>) { return "moderation_set"; }
void fields(auto& each, Is<domain::ModerationSet> auto& event) { each("m", event.on); }

constexpr std::string_view name_of(std::type_identity<domain::WordListSet>) { return "word_list_set"; }
void fields(auto& each, Is<domain::WordListSet> auto& event) { each("w", event.words); }

constexpr std::string_view name_of(std::type_identity<domain::SessionEnded>) { return "session_ended"; }
void fields(auto& each, Is<domain::SessionEnded> auto& event) { each("d", event.day); }

constexpr std::string_view name_of(std::type_identity<domain::SessionClosed>) { return "session_closed"; }
void fields(auto&, Is<domain::SessionClosed> auto&) {}

constexpr std::string_view name_of(std::type_identity<domain::SessionRenamed>) { return "session_renamed"; }
void fields(auto& each, Is<domain::SessionRenamed> auto& event) { each("t", event.title); }

constexpr std::string_view name_of(std::type_identity<domain::JoinCodeChanged>) {
  return "join_code_changed";
}
void fields(auto& each, Is<domain::JoinCodeChanged> auto& event) { each("c", event.code); }

constexpr std::string_view name_of(std::type_identity<domain::KeepDaysSet>) { return "keep_days_set"; }
void fields(auto& each, Is<domain::KeepDaysSet> auto& event) { each("d", event.days); }

constexpr std::string_view name_of(std::type_identity<domain::ResultsLinkSet>) { return "results_link_set"; }
void fields(auto& each, Is<domain::ResultsLinkSet> auto& event) {
  each("k", event.secret);
  each("h", event.secret_hash);
}

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
