// SPDX-License-Identifier: MIT
// The other half of a compressed snapshot, as the browser does it.
#pragma once

#include <string>

#include "durf/protocol/shared_frame.hpp"

namespace durf::protocol {

/// The text in a frame: of a binary one what was compressed into it. Empty when that is not whole.
std::string text_of(const SharedFrame& frame);

}  // namespace durf::protocol
