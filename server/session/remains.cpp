// SPDX-License-Identifier: MIT
#include "session/remains.hpp"

namespace durf::session {

domain::Definition remains_of(const domain::Definition& definition) {
  domain::Definition remains;
  remains.id = definition.id;
  remains.title = definition.title;
  remains.join_key = definition.join_key;  // so that phones that come back are told that it is closed
  remains.keep_days = definition.keep_days;
  remains.ended_day = definition.ended_day;
  remains.results_hash = definition.results_hash;
  for (const auto& [id, link] : definition.links)  // by which it can be deleted
    if (link.role == domain::Role::facilitator) remains.links[id] = {link.role, "", link.secret_hash};
  return remains;
}

}  // namespace durf::session
