// SPDX-License-Identifier: MIT
#include "domain/apply_one.hpp"
#include "domain/questions.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

void release(State& state, const std::vector<QuestionId>& released) {
  std::uint32_t place = 0;
  for (const QuestionId& id : released) {
    const auto found = state.questions.find(id);
    DURF_ASSERT(found != state.questions.end());
    Question& question = found->second;
    DURF_ASSERT(question.status == QuestionStatus::held);  // also: nothing comes out twice
    question.status = QuestionStatus::open;
    question.round = state.round;
    question.place = place++;
    question.announced = false;
  }
}

}  // namespace

void apply_one(State& state, const RoundPassed& event) {
  DURF_ASSERT(state.phase == Phase::live);
  release(state, event.released);
  for (auto& [id, question] : state.questions) {
    if (is_visible(question)) {
      question.shown_support = support_of(question);
    } else {
      // Its receipt comes into the frames only now, with those of all who wait: at the moment of asking it
      // would say that somebody just asked.
      question.waits += 1;
      question.announced = true;
    }
  }
  state.round += 1;
}

}  // namespace durf::domain
