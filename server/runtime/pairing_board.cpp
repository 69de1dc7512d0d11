// SPDX-License-Identifier: MIT
#include "durf/runtime/pairing_board.hpp"

#include <array>
#include <string_view>

namespace durf::runtime {
namespace {

/// Nothing that looks like something else on a bad projector: no 0 and O, no 1, I and L.
constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
constexpr std::size_t code_length = 6;

std::string draw_code(base::Entropy& entropy) {
  std::string code;
  while (code.size() < code_length) {
    std::array<std::uint8_t, 16> bytes;
    entropy.fill(bytes);
    for (const std::uint8_t byte : bytes) {
      // 248 is the largest multiple of 31 below 256: what lies above would favour the first letters.
      if (byte < 248 && code.size() < code_length) code.push_back(alphabet[byte % alphabet.size()]);
    }
  }
  return code;
}

}  // namespace

std::optional<std::string> PairingBoard::show(session::ConnectionId screen, base::SteadyMs now) {
  leave(screen);
  if (by_code_.size() >= pairing_screens_max) return std::nullopt;
  std::string code = draw_code(entropy_);
  while (by_code_.contains(code)) code = draw_code(entropy_);
  by_code_.emplace(code, Screen{screen, now + pairing_valid_ms, {}, {}, false});
  return code;
}

void PairingBoard::leave(session::ConnectionId screen) {
  std::erase_if(by_code_, [&](const auto& entry) { return entry.second.connection == screen; });
}

bool PairingBoard::promise(const std::string& code, const domain::LinkId& link, const protocol::Secret& secret,
                           base::SteadyMs now) {
  const auto found = by_code_.find(code);
  if (found == by_code_.end() || now >= found->second.until) return false;
  Screen& screen = found->second;
  if (!screen.link.empty() && screen.link != link) return false;
  screen.link = link;
  screen.secret = secret;
  return true;
}

std::vector<PairingBoard::Paired> PairingBoard::fulfil(const domain::Definition& definition) {
  std::vector<Paired> paired;
  for (auto& [code, screen] : by_code_) {
    if (screen.fulfilled || screen.link.empty()) continue;
    const auto link = definition.links.find(screen.link);
    if (link == definition.links.end()) continue;
    screen.fulfilled = true;
    paired.push_back({screen.connection, link->second.role, screen.secret});
    screen.secret = {};
  }
  return paired;
}

std::vector<session::ConnectionId> PairingBoard::expired(base::SteadyMs now) const {
  std::vector<session::ConnectionId> connections;
  for (const auto& [code, screen] : by_code_) {
    if (now >= screen.until && !screen.fulfilled) connections.push_back(screen.connection);
  }
  return connections;
}

}  // namespace durf::runtime
