// SPDX-License-Identifier: MIT
// Two questions that ask the same become one. Nullifiers of two questions cannot be matched, on purpose: so
// phones are told after a while, and carry their support over by themselves.
#include "domain/decide_on.hpp"
#include "domain/questions.hpp"

namespace durf::domain {

Decision decide_on(const Situation& situation, const MergeQuestion& command) {
  const State& state = situation.state;
  const Question* question = find_released_question(state, command.question);
  const Question* into = find_released_question(state, command.into);
  if (!question || !into) return refuse(RejectionCode::unknown_question);
  if (is_merged_untold(*question) && question->merged_into == command.into) return fulfilled_already();
  const bool takes = into->status == QuestionStatus::open || into->status == QuestionStatus::highlighted;
  if (question->status != QuestionStatus::open || !takes || command.question == command.into)
    return refuse(RejectionCode::cannot_merge);
  return Events{QuestionMerged{.question = command.question, .into = command.into}};
}

Decision decide_on(const Situation& situation, const UndoMerge& command) {
  const Question* question = find_released_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  if (question->status != QuestionStatus::merged) return fulfilled_already();
  if (question->merge_told) return refuse(RejectionCode::too_late);
  // The other one was merged further, with a number that may hold this one's supporters: they would count here and there.
  const Question* into = find_question(situation.state, question->merged_into);
  if (into && into->status == QuestionStatus::merged) return refuse(RejectionCode::too_late);
  return Events{MergeUndone{command.question}};
}

Decision decide_on(const Situation& situation, const TellMerge& command) {
  const Question* question = find_question(situation.state, command.question);
  // Undone or withdrawn while the clock ran.
  if (!question || !is_merged_untold(*question)) return Events{};
  return Events{MergeTold{command.question}};
}

}  // namespace durf::domain
