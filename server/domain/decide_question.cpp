// SPDX-License-Identifier: MIT
// What participants may do with questions: ask, take back, support.
#include <algorithm>

#include "domain/checks.hpp"
#include "domain/decide_on.hpp"
#include "domain/hat.hpp"
#include "domain/questions.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

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
  if (state.phase == Phase::ended) return refuse(RejectionCode::too_late);
  if (const auto refused = refuse_text(command.text.text, limits::question_text_bytes_max, true))
    return *refused;
  if (!knows_topic(state, command.topic)) return refuse(RejectionCode::unknown_topic);
  // The empty id stands for "no question is highlighted", so it counts as taken.
  if (command.question.empty() || state.questions.contains(command.question))
    return refuse(RejectionCode::id_taken);
  if (has_used_slot(situation.presence, situation.actor.member)) return refuse(RejectionCode::one_per_round);
  const std::size_t held = held_count(state);
  if (held >= limits::questions_held_max) return full(RejectionCode::hat_full, limits::questions_held_max);
  // What is in the hat or with a moderator counts too: everything that was accepted must find room when it
  // comes out.
  if (held + released_room_taken(state) >= limits::questions_visible_max)
    return full(RejectionCode::questions_full, limits::questions_visible_max);
  if (state.questions.size() >= limits::questions_total_max)
    return full(RejectionCode::questions_full, limits::questions_total_max);
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
    case QuestionStatus::pending:
    case QuestionStatus::open:
    case QuestionStatus::refused:
    case QuestionStatus::merged:
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
  // hat. So is what the room does not see (any more).
  const Question* question = find_question(situation.state, command.question);
  if (!question || !is_seen_by_all(*question)) return refuse(RejectionCode::unknown_question);
  const bool ended = situation.state.phase == Phase::ended;
  if (ended || question->status == QuestionStatus::answered) return refuse(RejectionCode::too_late);
  const auto earlier = question->upvotes.find(command.nullifier);
  if (earlier != question->upvotes.end() && command.revision <= earlier->second.revision)
    return fulfilled_already();  // an old wish that was sent again: a newer one stands
  return Events{UpvoteChanged{.question = command.question,
                              .nullifier = command.nullifier,
                              .revision = command.revision,
                              .up = command.up}};
}

}  // namespace durf::domain
