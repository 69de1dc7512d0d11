// SPDX-License-Identifier: MIT
// What is kept of a definition when the session is closed: enough to find the archive by its links and to delete it in time.
// Nothing that opens a desk other than the facilitator's, and nothing by which somebody could still join. Pure.
#pragma once

#include "durf/domain/definition.hpp"

namespace durf::session {

domain::Definition remains_of(const domain::Definition& definition);

}  // namespace durf::session
