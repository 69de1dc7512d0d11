// SPDX-License-Identifier: MIT
#include "simulation/supporters.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "simulation/broken.hpp"

namespace durf::simulation {

using domain::QuestionId;

void Supporters::asked(const QuestionId& question, std::uint32_t person) {
  wishes_[question][person] = {1, true};
}

bool Supporters::wished(const QuestionId& question, std::uint32_t person, std::uint64_t revision, bool up) {
  const auto found = wishes_.find(question);
  if (found == wishes_.end()) return true;  // withdrawn behind it in the same record
  domain::Upvote& last = found->second[person];
  if (revision <= last.revision) return false;
  last = {revision, up};
  return true;
}

void Supporters::merged(const QuestionId& question, const QuestionId& into, std::uint32_t shown) {
  into_[question] = into;
  brought_[question] = shown_[question];
  brought_shown_[question] = shown;
}

void Supporters::undone(const QuestionId& question) {
  into_.erase(question);
  brought_.erase(question);
  brought_shown_.erase(question);
}

void Supporters::told(const QuestionId& question) {
  told_.insert(question);
  wishes_[question].clear();
}

void Supporters::withdrawn(const QuestionId& question) {
  wishes_.erase(question);
  if (told_.contains(question)) return;  // whom it brought stays
  undone(question);
  shown_.erase(question);
  free_merged_into(question);
}

void Supporters::free_merged_into(const QuestionId& gone) {
  std::vector<QuestionId> freed;
  for (const auto& [merged, into] : into_)
    if (into == gone) freed.push_back(merged);
  for (const QuestionId& merged : freed) {
    into_.erase(merged);
    if (told_.erase(merged) == 0) {
      undone(merged);
    } else if (!wishes_.contains(merged)) {  // withdrawn: nothing is left of it
      undone(merged);
      free_merged_into(merged);
    }  // else it stands by itself again, with whom it had
  }
}

Supporters::People Supporters::who_wish(const QuestionId& question) const {
  People people;
  const auto found = wishes_.find(question);
  if (found == wishes_.end()) return people;
  for (const auto& [person, wish] : found->second)
    if (wish.up) people.insert(person);
  return people;
}

Supporters::People Supporters::at_most(const QuestionId& question) const {
  People people = who_wish(question);
  std::vector<QuestionId> parts = {question};
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const QuestionId part = parts[at];
    const auto found = brought_.find(part);
    if (found != brought_.end()) people.insert(found->second.begin(), found->second.end());
    for (const auto& [merged, into] : into_)
      if (into == part) parts.push_back(merged);
  }
  return people;
}

void Supporters::check_shown(const QuestionId& question, std::int64_t support) const {
  const auto people = shown_.find(question);
  const std::size_t most = people == shown_.end() ? 0 : people->second.size();
  require(support <= static_cast<std::int64_t>(most), "nobody counts twice for merged questions",
          std::to_string(support) + " shown, of " + std::to_string(most) + " people");
}

void Supporters::check_counts(const domain::State& state) const {
  for (const auto& [id, question] : state.questions) {
    const std::size_t people = who_wish(id).size();
    require(people == domain::support_of(question), "support is the people who wish it now",
            std::to_string(people) + " people, support " + std::to_string(domain::support_of(question)));
  }
}

std::uint32_t Supporters::pass_round(const domain::State& state) {
  std::uint32_t exact_again = 0;
  for (const auto& [id, question] : state.questions) {
    if (question.status == domain::QuestionStatus::held) continue;
    const std::size_t most = at_most(id).size();
    require(question.shown_support <= most, "nobody counts twice for merged questions",
            std::to_string(question.shown_support) + " shown, of " + std::to_string(most) + " people");
    require(question.shown_support >= who_wish(id).size(), "nobody's support is lost");
  }
  for (const auto& [merged, into] : into_) {
    const auto target = state.questions.find(into);
    if (target == state.questions.end()) continue;
    require(target->second.shown_support >= brought_shown_.at(merged), "nobody's support is lost",
            "of a merged question");
    const People back = who_wish(into);
    const People& brought = brought_.at(merged);
    if (told_.contains(merged) && brought.size() > 1 &&
        std::includes(back.begin(), back.end(), brought.begin(), brought.end()))
      ++exact_again;
  }
  for (const auto& [id, question] : state.questions)
    if (question.status != domain::QuestionStatus::held) shown_[id] = at_most(id);
  return exact_again;
}

}  // namespace durf::simulation
