// SPDX-License-Identifier: MIT
// What the desks that answer may do: now answering, answered, the answer card, asking back, notes.
#include <optional>
#include <string_view>

#include "domain/checks.hpp"
#include "domain/decide_on.hpp"
#include "domain/questions.hpp"

namespace durf::domain {
namespace {

/// Why these desks cannot act on a question; nothing when it is visible.
std::optional<Rejection> refuse_unless_visible(const State& state, const QuestionId& id) {
  const Question* question = find_question(state, id);
  if (question && is_visible(*question)) return std::nullopt;
  // The stage still sees it, so "unknown" would be a riddle.
  const bool merged = question && is_merged_untold(*question);
  return Rejection{
      .code = merged ? RejectionCode::too_late : RejectionCode::unknown_question, .min = {}, .max = {}};
}

/// YYYY-MM-DD, roughly: which months have a 31st is left to the page.
bool is_day(std::string_view day) {
  if (day.size() != 10 || day[4] != '-' || day[7] != '-') return false;
  const auto two_digits = [&](std::size_t at) { return (day[at] - '0') * 10 + (day[at + 1] - '0'); };
  for (const std::size_t at : {0u, 1u, 2u, 3u, 5u, 6u, 8u, 9u})
    if (day[at] < '0' || day[at] > '9') return false;
  return two_digits(5) >= 1 && two_digits(5) <= 12 && two_digits(8) >= 1 && two_digits(8) <= 31;
}

std::optional<Rejection> refuse_card(const Answer& answer) {
  if (const auto refused = refuse_optional_text(answer.text.text, limits::answer_text_bytes_max, true))
    return refused;
  if (const auto refused = refuse_optional_text(answer.promise, limits::answer_text_bytes_max, true))
    return refused;
  if (const auto refused = refuse_optional_text(answer.role, limits::answer_role_bytes_max, false))
    return refused;
  if (!answer.empty() && !is_day(answer.day))
    return Rejection{.code = RejectionCode::text_forbidden, .min = {}, .max = {}};
  return std::nullopt;
}

}  // namespace

Decision decide_on(const Situation& situation, const HighlightQuestion& command) {
  if (const auto refused = refuse_unless_visible(situation.state, command.question)) return *refused;
  const Question& question = situation.state.questions.at(command.question);
  if (situation.state.phase == Phase::ended || question.status == QuestionStatus::answered)
    return refuse(RejectionCode::too_late);
  if (question.status == QuestionStatus::highlighted) return fulfilled_already();
  return Events{QuestionHighlighted{command.question}};
}

Decision decide_on(const Situation& situation, const ClearHighlight&) {
  if (situation.state.highlighted.empty()) return fulfilled_already();
  return Events{QuestionHighlighted{QuestionId{}}};
}

Decision decide_on(const Situation& situation, const MarkAnswered& command) {
  if (const auto refused = refuse_unless_visible(situation.state, command.question)) return *refused;
  if (situation.state.questions.at(command.question).status == QuestionStatus::answered)
    return fulfilled_already();
  return Events{QuestionAnswered{command.question}};
}

Decision decide_on(const Situation& situation, const ReopenQuestion& command) {
  if (const auto refused = refuse_unless_visible(situation.state, command.question)) return *refused;
  if (situation.state.questions.at(command.question).status != QuestionStatus::answered)
    return fulfilled_already();
  return Events{QuestionReopened{command.question}};
}

Decision decide_on(const Situation& situation, const WriteAnswer& command) {
  const State& state = situation.state;
  if (state.phase == Phase::lobby) return refuse(RejectionCode::not_now);
  if (const auto refused = refuse_unless_visible(state, command.question)) return *refused;
  if (const auto refused = refuse_card(command.answer)) return *refused;
  const Answer card = command.answer.empty() ? Answer{} : command.answer;
  if (card == state.questions.at(command.question).answer) return fulfilled_already();
  return Events{AnswerWritten{.question = command.question, .answer = card}};
}

Decision decide_on(const Situation& situation, const AskBack& command) {
  const State& state = situation.state;
  if (const auto refused = refuse_unless_visible(state, command.question)) return *refused;
  if (const auto refused = refuse_text(command.text.text, limits::ask_back_text_bytes_max, true))
    return *refused;
  if (state.questions.at(command.question).exchanges.size() >= limits::ask_backs_max)
    return full(RejectionCode::ask_backs_full, limits::ask_backs_max);
  return Events{AskedBack{.question = command.question, .text = command.text}};
}

Decision decide_on(const Situation& situation, const SetNote& command) {
  const Question* question = find_released_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  if (const auto refused = refuse_optional_text(command.note, limits::note_bytes_max, true)) return *refused;
  if (question->note == command.note) return fulfilled_already();
  return Events{NoteSet{.question = command.question, .note = command.note}};
}

}  // namespace durf::domain
