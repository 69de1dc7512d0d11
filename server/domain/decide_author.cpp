// SPDX-License-Identifier: MIT
// What only the author of a question may do once it came out: ask to hide it, reply when asked back, judge
// the answer. Who shows the question's secret is its author; nothing of it shows before a round has passed.
#include "domain/checks.hpp"
#include "domain/decide_on.hpp"
#include "domain/questions.hpp"

namespace durf::domain {
namespace {

bool has_used_reply_slot(const Presence& presence, const MemberTag& member) {
  const auto found = presence.members.find(member);
  return found != presence.members.end() && !found->second.reply_slot.question.empty();
}

}  // namespace

Decision decide_on(const Situation& situation, const WishHidden& command) {
  const Question* question = find_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  if (question->authorship != command.authorship) return refuse(RejectionCode::not_yours);
  // Before it is being answered its author withdraws it, and needs nobody for that.
  const bool withdrawable =
      question->status != QuestionStatus::highlighted && question->status != QuestionStatus::answered;
  if (withdrawable) return refuse(RejectionCode::not_now);
  if (question->hiding_wished) return fulfilled_already();
  return Events{HidingWished{command.question}};
}

Decision decide_on(const Situation& situation, const ReplyToAskBack& command) {
  const Question* question = find_question(situation.state, command.reply.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  if (question->authorship != command.authorship) return refuse(RejectionCode::not_yours);
  const Exchange* exchange = find_exchange(*question, command.reply.place);
  if (!exchange) return refuse(RejectionCode::unknown_reply);
  if (exchange->status != ReplyStatus::none || !is_seen_by_all(*question))
    return refuse(RejectionCode::too_late);
  if (const auto refused = refuse_text(command.text.text, limits::question_text_bytes_max, true))
    return *refused;
  if (has_used_reply_slot(situation.presence, situation.actor.member))
    return refuse(RejectionCode::one_per_round);
  return Events{AskBackReplied{.reply = command.reply, .text = command.text, .receipt = command.receipt}};
}

Decision decide_on(const Situation& situation, const JudgeAnswer& command) {
  const Question* question = find_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  if (question->authorship != command.authorship) return refuse(RejectionCode::not_yours);
  if (question->status != QuestionStatus::answered) return refuse(RejectionCode::not_now);
  if (question->verdict == command.verdict) return fulfilled_already();
  return Events{AnswerJudged{.question = command.question, .verdict = command.verdict}};
}

}  // namespace durf::domain
