// SPDX-License-Identifier: MIT
#include "app/terminal_qr.hpp"

#include <qrcodegen/QrCode.hpp>
#include <stdexcept>

namespace durf::app {
namespace {

constexpr int quiet_zone = 2;  // modules; the standard asks four, phones read two and terminals are small

std::string draw(const qrcodegen::QrCode& code) {
  // Outside of the code getModule says light, which is what the quiet zone needs.
  const auto light = [&](int x, int y) { return !code.getModule(x, y); };
  std::string picture;
  for (int y = -quiet_zone; y < code.getSize() + quiet_zone; y += 2) {
    for (int x = -quiet_zone; x < code.getSize() + quiet_zone; ++x) {
      const bool upper = light(x, y);
      const bool lower = light(x, y + 1);
      picture += upper && lower ? "█" : upper ? "▀" : lower ? "▄" : " ";
    }
    picture += '\n';
  }
  return picture;
}

}  // namespace

std::string terminal_qr(const std::string& text) {
  try {
    return draw(qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::LOW));
  } catch (const std::length_error&) {
    return "";
  }
}

}  // namespace durf::app
