// SPDX-License-Identifier: MIT
// What participants may do with questions, and what the facilitator may do with those that came out.
#include <algorithm>

#include "domain/checks.hpp"
#include "domain/decide_on.hpp"
#include "domain/questions.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

Rejection full(RejectionCode code, std::size_t max) {
  return {.code = code, .min = {}, .max = static_cast<std::int64_t>(max)};
}

bool knows_topic(const State& state, const TopicId& id) {
  if (id.empty()) return true;
  const auto& topics = state.definition.topics;
  return std::any_of(topics.begin(), topics.end(), [&](const Topic& topic) { return topic.id == id; });
}

bool has_used_slot(const Presence& presence, const MemberTag& member) {
  const auto found = presence.members.find(member);
  return found != presence.members.end() && !found->second.slot.empty();
}

}  // namespace

Decision decide_on(const Situation& situation, const SubmitQuestion& command) {
  const State& state = situation.state;
  if (const auto refused = refuse_text(command.text.text, limits::question_text_bytes_max, true))
    return *refused;
  if (!knows_topic(state, command.topic)) return refuse(RejectionCode::unknown_topic);
  // The empty id stands for "no question is highlighted", so it counts as taken.
  if (command.question.empty() || find_question(state, command.question))
    return refuse(RejectionCode::id_taken);
  if (has_used_slot(situation.presence, situation.actor.member)) return refuse(RejectionCode::one_per_round);
  if (held_count(state) >= limits::questions_held_max)
    return full(RejectionCode::hat_full, limits::questions_held_max);
  // What is in the hat counts too: everything that was accepted must find room when it comes out.
  if (state.questions.size() >= limits::questions_visible_max)
    return full(RejectionCode::questions_full, limits::questions_visible_max);
  return Events{QuestionSubmitted{.question = command.question,
                                  .topic = command.topic,
                                  .text = command.text,
                                  .authorship = command.authorship,
                                  .receipt = command.receipt,
                                  .nullifier = command.nullifier}};
}

Decision decide_on(const Situation& situation, const WithdrawQuestion& command) {
  const Question* question = find_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  if (question->authorship != command.authorship) return refuse(RejectionCode::not_yours);
  switch (question->status) {
    case QuestionStatus::held:
    case QuestionStatus::open:
      return Events{QuestionWithdrawn{command.question}};
    case QuestionStatus::highlighted:
    case QuestionStatus::answered:
      return refuse(RejectionCode::too_late);
  }
  base::fail_assertion("a known status", __FILE__, __LINE__);
}

Decision decide_on(const Situation& situation, const UpvoteQuestion& command) {
  if (const auto refused =
          refuse_outside(static_cast<std::int64_t>(command.revision), 1, limits::revision_max))
    return *refused;
  // A held question is as unknown as one that never was: an upvote must not tell whether an id waits in the
  // hat.
  const Question* question = find_visible_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  if (question->status == QuestionStatus::answered) return refuse(RejectionCode::too_late);
  const auto earlier = question->upvotes.find(command.nullifier);
  if (earlier != question->upvotes.end() && command.revision <= earlier->second.revision)
    return fulfilled_already();  // an old wish that was sent again: a newer one stands
  return Events{UpvoteChanged{.question = command.question,
                              .nullifier = command.nullifier,
                              .revision = command.revision,
                              .up = command.up}};
}

Decision decide_on(const Situation& situation, const HighlightQuestion& command) {
  const Question* question = find_visible_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  if (question->status == QuestionStatus::answered) return refuse(RejectionCode::too_late);
  if (question->status == QuestionStatus::highlighted) return fulfilled_already();
  return Events{QuestionHighlighted{command.question}};
}

Decision decide_on(const Situation& situation, const ClearHighlight&) {
  if (situation.state.highlighted.empty()) return fulfilled_already();
  return Events{QuestionHighlighted{QuestionId{}}};
}

Decision decide_on(const Situation& situation, const MarkAnswered& command) {
  const Question* question = find_visible_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  if (question->status == QuestionStatus::answered) return fulfilled_already();
  return Events{QuestionAnswered{command.question}};
}

Decision decide_on(const Situation& situation, const ReopenQuestion& command) {
  const Question* question = find_visible_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  if (question->status != QuestionStatus::answered) return fulfilled_already();
  return Events{QuestionReopened{command.question}};
}

}  // namespace durf::domain
