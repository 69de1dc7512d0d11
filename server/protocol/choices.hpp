// SPDX-License-Identifier: MIT
// Members of commands that are chosen from a closed set, or have one form: a reason, a verdict, a day. Anything else is not a
// message of this protocol. Pure; used by one decoder at a time.
#pragma once

#include <string>

#include "durf/domain/question.hpp"
#include "protocol/members.hpp"

namespace durf::protocol {

/// The member `reason`.
domain::Reason read_reason(Members& body);

/// The member `verdict`. None is not one.
domain::Verdict read_verdict(Members& body);

/// The member `day`: `YYYY-MM-DD`, or `""` of a card that is taken away. Written text from a page would be read by all
/// who look at the results, so nothing but a day passes.
std::string read_day(Members& body);

}  // namespace durf::protocol
