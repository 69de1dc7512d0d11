// SPDX-License-Identifier: MIT
// What a facilitator may change about a session that is there: its name, its code, how long it is kept, its
// results page.
#include "domain/checks.hpp"
#include "domain/decide_on.hpp"

namespace durf::domain {

Decision decide_on(const Situation& situation, const RenameSession& command) {
  if (const auto refused = refuse_text(command.title.text, limits::title_bytes_max, false)) return *refused;
  if (command.title == situation.state.definition.title) return fulfilled_already();
  return Events{SessionRenamed{command.title}};
}

Decision decide_on(const Situation& situation, const ChangeJoinCode& command) {
  if (command.code == situation.state.definition.join_code) return fulfilled_already();
  return Events{JoinCodeChanged{command.code}};
}

Decision decide_on(const Situation& situation, const SetKeepDays& command) {
  if (const auto refused = refuse_outside(command.days, limits::keep_days_min, limits::keep_days_max))
    return *refused;
  if (command.days == situation.state.definition.keep_days) return fulfilled_already();
  return Events{KeepDaysSet{command.days}};
}

Decision decide_on(const Situation& situation, const SetResultsLink& command) {
  if (command.secret == situation.state.results) return fulfilled_already();
  const SecretHash hash = command.secret.empty() ? SecretHash{} : command.secret_hash;
  return Events{ResultsLinkSet{.secret = command.secret, .secret_hash = hash}};
}

}  // namespace durf::domain
