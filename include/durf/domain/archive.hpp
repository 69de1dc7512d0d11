// SPDX-License-Identifier: MIT
// What remains of a session, and what its results page shows: questions that were to be seen by all, with answers and
// promises, and the numbers of the session. Pure. Nothing here leads to an author: no ids of questions, no receipts,
// authorship or nullifiers, nothing that desks wrote for each other, and no order but a random one.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "durf/domain/decide.hpp"
#include "durf/domain/state.hpp"

namespace durf::domain {

struct ArchivedExchange {
  Text asked;
  std::optional<Text> reply;  ///< nothing: there is none to be seen
  friend bool operator==(const ArchivedExchange&, const ArchivedExchange&) = default;
};

struct ArchivedQuestion {
  Text text;
  TopicId topic;          ///< empty: none
  bool answered = false;  ///< else open
  std::uint32_t support = 0;
  bool redacted = false;
  std::optional<Answer> answer;
  std::vector<ArchivedExchange> exchanges;
  friend bool operator==(const ArchivedQuestion&, const ArchivedQuestion&) = default;
};

struct Archive {
  Text title;
  std::int32_t ended_day = 0;
  std::int32_t keep_days = 0;
  std::vector<Topic> topics;
  std::vector<ArchivedQuestion> questions;
  Tally tally;
  std::optional<Verdicts> judged;  ///< nothing: too few said something
  friend bool operator==(const Archive&, const Archive&) = default;
};

/// Of an ended session. `Stamp::entropy` shuffles the questions.
Archive archive_of(const State& state, const Stamp& stamp);

}  // namespace durf::domain
