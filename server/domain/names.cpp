// SPDX-License-Identifier: MIT
// The names of the wire for the closed enums of the domain.
#include "durf/base/assert.hpp"
#include "durf/domain/project.hpp"
#include "durf/domain/rejection.hpp"

namespace durf::domain {

std::string_view name_of(Audience audience) {
  switch (audience) {
    case Audience::participant:
      return "participant";
    case Audience::presenter:
      return "presenter";
    case Audience::facilitator:
      return "facilitator";
    case Audience::moderator:
      return "moderator";
    case Audience::stage:
      return "stage";
  }
  base::fail_assertion("a known audience", __FILE__, __LINE__);
}

Audience audience_of(Role role) {
  switch (role) {
    case Role::participant:
      return Audience::participant;
    case Role::presenter:
      return Audience::presenter;
    case Role::facilitator:
      return Audience::facilitator;
    case Role::moderator:
      return Audience::moderator;
    case Role::stage:
      return Audience::stage;
    case Role::system:
      break;  // the core's own timers look at nothing
  }
  base::fail_assertion("a role that looks at the session", __FILE__, __LINE__);
}

std::string_view name_of(Collection collection) {
  switch (collection) {
    case Collection::session:
      return "session";
    case Collection::topic:
      return "topic";
    case Collection::question:
      return "question";
    case Collection::receipt:
      return "receipt";
    case Collection::link:
      return "link";
    case Collection::merge:
      return "merge";
    case Collection::answer:
      return "answer";
    case Collection::ask_back:
      return "ask_back";
  }
  base::fail_assertion("a known collection", __FILE__, __LINE__);
}

std::string_view name_of(Reason reason) {
  switch (reason) {
    case Reason::insult:
      return "insult";
    case Reason::about_a_person:
      return "about_a_person";
    case Reason::traceable:
      return "traceable";
    case Reason::off_topic:
      return "off_topic";
    case Reason::unclear:
      return "unclear";
    case Reason::asked_already:
      return "asked_already";
    case Reason::author_wished:
      return "author_wished";
  }
  base::fail_assertion("a known reason", __FILE__, __LINE__);
}

std::optional<Reason> reason_from(std::string_view name) {
  for (const auto reason : {Reason::insult, Reason::about_a_person, Reason::traceable, Reason::off_topic,
                            Reason::unclear, Reason::asked_already, Reason::author_wished})
    if (name == name_of(reason)) return reason;
  return std::nullopt;
}

std::string_view name_of(RejectionCode code) {
  switch (code) {
    case RejectionCode::not_allowed:
      return "not_allowed";
    case RejectionCode::not_now:
      return "not_now";
    case RejectionCode::too_late:
      return "too_late";
    case RejectionCode::unknown_question:
      return "unknown_question";
    case RejectionCode::unknown_topic:
      return "unknown_topic";
    case RejectionCode::unknown_link:
      return "unknown_link";
    case RejectionCode::text_empty:
      return "text_empty";
    case RejectionCode::text_forbidden:
      return "text_forbidden";
    case RejectionCode::text_too_long:
      return "text_too_long";
    case RejectionCode::one_per_round:
      return "one_per_round";
    case RejectionCode::hat_full:
      return "hat_full";
    case RejectionCode::questions_full:
      return "questions_full";
    case RejectionCode::links_full:
      return "links_full";
    case RejectionCode::id_taken:
      return "id_taken";
    case RejectionCode::not_yours:
      return "not_yours";
    case RejectionCode::out_of_range:
      return "out_of_range";
    case RejectionCode::only_longer:
      return "only_longer";
    case RejectionCode::last_link:
      return "last_link";
    case RejectionCode::unknown_pairing:
      return "unknown_pairing";
    case RejectionCode::unknown_reply:
      return "unknown_reply";
    case RejectionCode::cannot_merge:
      return "cannot_merge";
    case RejectionCode::changed_meanwhile:
      return "changed_meanwhile";
    case RejectionCode::ask_backs_full:
      return "ask_backs_full";
    case RejectionCode::too_fast:
      return "too_fast";
    case RejectionCode::disk_full:
      return "disk_full";
  }
  base::fail_assertion("a known rejection code", __FILE__, __LINE__);
}

}  // namespace durf::domain
