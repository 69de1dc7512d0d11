// SPDX-License-Identifier: MIT
// Phones that go on voting at an even rate, while a scenario does something else to the server.
#pragma once

#include "load/trial.hpp"

namespace durf::load {

/// So many votes in each second, or as many as the server allows so many phones, by those of the crowd whose number
/// `votes` accepts, in turn; until all are answered or a few seconds have passed. What was never answered counts as
/// long as it was waited for. `revision` goes on from call to call.
Histogram vote_steadily(Trial& trial, Crowd& crowd, double per_second, double seconds, std::uint64_t& revision,
                        const std::function<bool(std::size_t)>& votes);

}  // namespace durf::load
