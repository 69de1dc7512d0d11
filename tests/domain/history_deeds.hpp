// SPDX-License-Identifier: MIT
// What the steps of a history come to: which command is given, by whom, about which question.
#pragma once

#include <map>

#include "domain/history.hpp"

namespace durf::domain::testing {

using Authors = std::map<Number, Number>;  ///< by question, as written

Authors authors_of(const History& history);

/// Mostly a question with which it can be done, and its author; the others stay as they were drawn. Looks at
/// nothing of the state that has to do with authors, so that an exchange of authors aims at the same.
Step aimed(Step step, const State& state, const Authors& authors);

/// The command of a step that neither joins nor leaves, given by `person`.
Command command_of(const Step& step, Number person, const State& state);

Actor actor_of(const Step& step, Number person);

}  // namespace durf::domain::testing
