// SPDX-License-Identifier: MIT
// The links by which desks come in.
#include <algorithm>

#include "domain/checks.hpp"
#include "domain/decide_on.hpp"

namespace durf::domain {
namespace {

Decision create_link(const State& state, const LinkSet& link) {
  if (const auto refused = refuse_optional_text(link.label, limits::link_label_bytes_max, false))
    return *refused;
  if (state.definition.links.contains(link.link)) return refuse(RejectionCode::id_taken);
  if (state.definition.links.size() >= limits::links_max)
    return full(RejectionCode::links_full, limits::links_max);
  return Events{link};
}

bool is_last_facilitator_link(const State& state, const Link& link) {
  const auto& links = state.definition.links;
  return link.role == Role::facilitator && std::count_if(links.begin(), links.end(), [](const auto& entry) {
                                             return entry.second.role == Role::facilitator;
                                           }) == 1;
}

}  // namespace

Decision decide_on(const Situation& situation, const CreateLink& command) {
  if (command.role == Role::participant || command.role == Role::system)
    return refuse(RejectionCode::not_allowed);
  return create_link(situation.state, LinkSet{.link = command.link,
                                              .role = command.role,
                                              .label = command.label,
                                              .secret_hash = command.secret_hash});
}

Decision decide_on(const Situation& situation, const RenewLink& command) {
  const auto found = situation.state.definition.links.find(command.link);
  if (found == situation.state.definition.links.end()) return refuse(RejectionCode::unknown_link);
  return Events{LinkSet{.link = command.link,
                        .role = found->second.role,
                        .label = found->second.label,
                        .secret_hash = command.secret_hash}};
}

Decision decide_on(const Situation& situation, const RevokeLink& command) {
  const auto found = situation.state.definition.links.find(command.link);
  if (found == situation.state.definition.links.end()) return refuse(RejectionCode::unknown_link);
  // Without one nobody could run the session any more.
  if (is_last_facilitator_link(situation.state, found->second)) return refuse(RejectionCode::last_link);
  return Events{LinkRevoked{command.link}};
}

Decision decide_on(const Situation& situation, const ConfirmPairing& command) {
  // A code that somebody reads off a screen opens no desk that moderates or runs the session.
  if (command.role != Role::presenter && command.role != Role::stage)
    return refuse(RejectionCode::not_allowed);
  return create_link(situation.state, LinkSet{.link = command.link,
                                              .role = command.role,
                                              .label = command.label,
                                              .secret_hash = command.secret_hash});
}

}  // namespace durf::domain
