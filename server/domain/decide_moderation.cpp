// SPDX-License-Identifier: MIT
// What moderators may do with questions and replies that came out. They decide on texts; nothing here names,
// counts or reaches an author, and a held id sounds like one that never was.
#include "domain/checks.hpp"
#include "domain/decide_on.hpp"
#include "domain/questions.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {

Decision decide_on(const Situation& situation, const ApproveQuestion& command) {
  const Question* question = find_released_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  switch (question->status) {
    case QuestionStatus::pending:
      // Merged questions that stand by themselves again may have taken the room.
      if (seen_by_all_count(situation.state) >= limits::questions_visible_max)
        return full(RejectionCode::questions_full, limits::questions_visible_max);
      return Events{QuestionApproved{command.question}};
    case QuestionStatus::open:
    case QuestionStatus::highlighted:
    case QuestionStatus::answered:
      return fulfilled_already();
    case QuestionStatus::refused:
    case QuestionStatus::merged:
      return refuse(RejectionCode::too_late);
    case QuestionStatus::held:
      break;
  }
  base::fail_assertion("a question that came out", __FILE__, __LINE__);
}

Decision decide_on(const Situation& situation, const HoldBackQuestion& command) {
  const Question* question = find_released_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  if (question->status == QuestionStatus::pending) return fulfilled_already();
  if (question->status != QuestionStatus::open) return refuse(RejectionCode::too_late);
  return Events{QuestionHeldBack{command.question}};
}

Decision decide_on(const Situation& situation, const RefuseQuestion& command) {
  const Question* question = find_released_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  if (question->status == QuestionStatus::merged) return refuse(RejectionCode::too_late);
  if (question->status == QuestionStatus::refused && question->reason == command.reason)
    return fulfilled_already();
  return Events{QuestionRefused{.question = command.question, .reason = command.reason}};
}

Decision decide_on(const Situation& situation, const RestoreQuestion& command) {
  const Question* question = find_released_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  if (question->status != QuestionStatus::refused) return fulfilled_already();
  // Others may have come out meanwhile. What is in the hat does not count: who refuses and restores would learn
  // how much it is.
  if (released_room_taken(situation.state) >= limits::questions_visible_max)
    return full(RejectionCode::questions_full, limits::questions_visible_max);
  return Events{QuestionRestored{command.question}};
}

/// Also from refused: a refusal of a reply that was shown is undone this way.
Decision decide_on(const Situation& situation, const ApproveReply& command) {
  const Question* question = find_released_question(situation.state, command.reply.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  const Exchange* exchange = find_released_reply(*question, command.reply.place);
  if (!exchange) return refuse(RejectionCode::unknown_reply);
  if (exchange->status == ReplyStatus::open) return fulfilled_already();
  return Events{ReplyApproved{command.reply}};
}

Decision decide_on(const Situation& situation, const RefuseReply& command) {
  const Question* question = find_released_question(situation.state, command.reply.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  const Exchange* exchange = find_released_reply(*question, command.reply.place);
  if (!exchange) return refuse(RejectionCode::unknown_reply);
  if (exchange->status == ReplyStatus::refused && exchange->reason == command.reason)
    return fulfilled_already();
  return Events{ReplyRefused{.reply = command.reply, .reason = command.reason}};
}

/// Also from refused: a refusal of a reply that waited is undone this way.
Decision decide_on(const Situation& situation, const HoldBackReply& command) {
  const Question* question = find_released_question(situation.state, command.reply.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  const Exchange* exchange = find_released_reply(*question, command.reply.place);
  if (!exchange) return refuse(RejectionCode::unknown_reply);
  if (exchange->status == ReplyStatus::pending) return fulfilled_already();
  return Events{ReplyHeldBack{command.reply}};
}

Decision decide_on(const Situation& situation, const LabelQuestion& command) {
  const Question* question = find_released_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  if (const auto refused = refuse_optional_text(command.label, limits::label_bytes_max, false))
    return *refused;
  if (question->label == command.label) return fulfilled_already();
  return Events{QuestionLabelled{.question = command.question, .label = command.label}};
}

Decision decide_on(const Situation& situation, const PinQuestion& command) {
  const Question* question = find_released_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  if (question->status == QuestionStatus::merged) return refuse(RejectionCode::too_late);
  if (question->pinned == command.pinned) return fulfilled_already();
  return Events{QuestionPinned{.question = command.question, .pinned = command.pinned}};
}

Decision decide_on(const Situation& situation, const ArchiveQuestion& command) {
  const Question* question = find_released_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  const bool answering = question->status == QuestionStatus::highlighted && command.archived;
  if (answering || question->status == QuestionStatus::merged) return refuse(RejectionCode::too_late);
  if (question->archived == command.archived) return fulfilled_already();
  return Events{QuestionArchived{.question = command.question, .archived = command.archived}};
}

Decision decide_on(const Situation& situation, const SetModeration& command) {
  if (situation.state.definition.moderation == command.on) return fulfilled_already();
  return Events{ModerationSet{command.on}};
}

Decision decide_on(const Situation& situation, const SetWordList& command) {
  if (const auto refused = refuse_optional_text(command.words, limits::word_list_bytes_max, true))
    return *refused;
  if (situation.state.definition.word_list == command.words) return fulfilled_already();
  return Events{WordListSet{command.words}};
}

}  // namespace durf::domain
