// SPDX-License-Identifier: MIT
#include "app/terminal_qr.hpp"

#include <qrencode.h>

#include <memory>

namespace durf::app {
namespace {

constexpr int quiet_zone = 2;  // modules; the standard asks four, phones read two and terminals are small

}  // namespace

std::string terminal_qr(const std::string& text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_L, QR_MODE_8, 1), &QRcode_free);
  if (!code) return "";
  const auto light = [&](int x, int y) {
    const bool inside = x >= 0 && y >= 0 && x < code->width && y < code->width;
    return !inside || (code->data[y * code->width + x] & 1) == 0;
  };
  std::string picture;
  for (int y = -quiet_zone; y < code->width + quiet_zone; y += 2) {
    for (int x = -quiet_zone; x < code->width + quiet_zone; ++x) {
      const bool upper = light(x, y);
      const bool lower = light(x, y + 1);
      picture += upper && lower ? "█" : upper ? "▀" : lower ? "▄" : " ";
    }
    picture += '\n';
  }
  return picture;
}

}  // namespace durf::app
