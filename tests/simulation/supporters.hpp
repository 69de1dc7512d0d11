// SPDX-License-Identifier: MIT
// Who supports what, by what people wished: the other side of the counts that a session keeps. Knows people,
// which the session does not, and so can say when somebody counts twice.
#pragma once

#include <cstdint>
#include <map>
#include <set>

#include "durf/domain/question.hpp"
#include "durf/domain/state.hpp"

namespace durf::simulation {

class Supporters {
 public:
  void asked(const domain::QuestionId& question, std::uint32_t person);
  /// False: a newer wish of this person stands.
  bool wished(const domain::QuestionId& question, std::uint32_t person, std::uint64_t revision, bool up);
  void merged(const domain::QuestionId& question, const domain::QuestionId& into, std::uint32_t shown);
  void undone(const domain::QuestionId& question);
  /// From here on only those count who bring their support to the other one.
  void told(const domain::QuestionId& question);
  void withdrawn(const domain::QuestionId& question);
  void forget_everything() { *this = {}; }

  bool is_told(const domain::QuestionId& question) const { return told_.contains(question); }

  /// This number is shown to somebody.
  void check_shown(const domain::QuestionId& question, std::int64_t support) const;
  /// What the session counts is what people wish.
  void check_counts(const domain::State& state) const;
  /// A round has passed and left this state: nobody is shown twice, nobody is lost. Returns how many
  /// questions that others were merged into are exact again because everyone has been back.
  std::uint32_t pass_round(const domain::State& state);

 private:
  using People = std::set<std::uint32_t>;

  void free_merged_into(const domain::QuestionId& gone);
  People who_wish(const domain::QuestionId& question) const;
  /// With those whom merged questions brought, and with those who have not been back yet.
  People at_most(const domain::QuestionId& question) const;

  std::map<domain::QuestionId, std::map<std::uint32_t, domain::Upvote>> wishes_;
  std::map<domain::QuestionId, People>
      shown_;  ///< the most who can be in a number that is shown, since the last round
  std::map<domain::QuestionId, domain::QuestionId> into_;
  std::map<domain::QuestionId, People> brought_;               ///< by a merged question
  std::map<domain::QuestionId, std::uint32_t> brought_shown_;  ///< the number that was shown of them
  std::set<domain::QuestionId> told_;
};

}  // namespace durf::simulation
