// SPDX-License-Identifier: MIT
// A QR code for the terminal, two modules per character, light on dark as phones expect it.
#pragma once

#include <string>

namespace durf::app {

/// Empty when the text is too long for a QR code.
std::string terminal_qr(const std::string& text);

}  // namespace durf::app
