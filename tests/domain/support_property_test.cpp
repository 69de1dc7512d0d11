// SPDX-License-Identifier: MIT
// Whatever is asked, supported, merged, undone, told and withdrawn: no question ever shows more support than
// there were people who supported it or something that was merged into it. Who supported what is counted from
// the events.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "domain/history.hpp"

namespace durf::domain::testing {
namespace {

/// Nullifiers of these tests begin with the question and end with the person.
std::uint8_t person_of(const Nullifier& nullifier) { return nullifier.bytes.back(); }

/// Everyone who ever supported a question, or one that became part of it.
class Supporters {
 public:
  void note(const Event& event) {
    if (const auto* asked = std::get_if<QuestionSubmitted>(&event))
      add(asked->question, person_of(asked->nullifier));
    if (const auto* upvote = std::get_if<UpvoteChanged>(&event))
      add(upvote->question, person_of(upvote->nullifier));
    if (const auto* merged = std::get_if<QuestionMerged>(&event)) {
      parts_[merged->into].insert(merged->question);
      ++merges;
    }
  }

  std::size_t most(const QuestionId& id) const {
    std::set<std::uint8_t> people;
    std::set<QuestionId> seen;
    gather(id, people, seen);
    return people.size();
  }

  std::size_t merges = 0;

 private:
  void add(const QuestionId& id, std::uint8_t person) { people_[id].insert(person); }
  void gather(const QuestionId& id, std::set<std::uint8_t>& people, std::set<QuestionId>& seen) const {
    if (!seen.insert(id).second) return;
    if (const auto found = people_.find(id); found != people_.end())
      people.insert(found->second.begin(), found->second.end());
    if (const auto found = parts_.find(id); found != parts_.end())
      for (const QuestionId& part : found->second) gather(part, people, seen);
  }

  std::map<QuestionId, std::set<std::uint8_t>> people_;
  std::map<QuestionId, std::set<QuestionId>> parts_;
};

Complaint too_many(const Rules& rules, std::uint64_t seed, std::size_t& merges) {
  Supporters supporters;
  const Complaint complaint =
      play(random_history(seed, 120), rules, as_written, [&](const Moment& moment) -> Complaint {
        for (const Event& event : moment.events) supporters.note(event);
        for (const auto& [id, question] : moment.state.questions)
          if (question.shown_support > supporters.most(id)) return "somebody counts twice";
        return std::nullopt;
      });
  merges += supporters.merges;
  return complaint;
}

Complaint too_many_in_many(const Rules& rules, std::size_t count) {
  std::size_t merges = 0;
  const Complaint complaint =
      play_many(count, [&](std::uint64_t seed) { return too_many(rules, seed, merges); });
  return !complaint && merges < count ? "hardly anything was merged" : complaint;
}

TEST(MergeQuestionG4, NobodyCountsTwiceInAnyHistory) {
  EXPECT_EQ(too_many_in_many(real_rules(), 2'000), std::nullopt);
}

TEST(MergeQuestionG4, ASumIsCaught) {
  Rules rules = real_rules();
  rules.apply = [](State& state, const Event& event) {
    domain::apply(state, event);
    if (!std::holds_alternative<RoundPassed>(event)) return;
    for (const auto& [id, question] : state.questions) {
      const auto into = state.questions.find(question.merged_into);
      if (question.status == QuestionStatus::merged && into != state.questions.end())
        into->second.shown_support = support_of(into->second) + question.merged_support;
    }
  };
  EXPECT_NE(too_many_in_many(rules, 1'000), std::nullopt);
}

}  // namespace
}  // namespace durf::domain::testing
