// SPDX-License-Identifier: MIT
#include "storage/backup_keys.hpp"

#include <string.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "durf/base/base64url.hpp"

namespace durf::storage {
namespace {

constexpr std::string_view head = "durf keys 1\n";

std::string_view take_until(std::string_view& text, char end) {
  const std::string_view taken = text.substr(0, text.find(end));
  text.remove_prefix(std::min(text.size(), taken.size() + 1));
  return taken;
}

}  // namespace

std::string backup_keys_head() { return std::string(head); }

std::string backup_keys_line(const domain::SessionId& session, const base::SessionKey& key) {
  return session.text() + " " + base::to_base64url(key.bytes()) + "\n";
}

std::optional<BackupKeyRing> read_backup_keys(const std::string& text) {
  std::string_view rest = text;
  if (!rest.starts_with(head) || rest.back() != '\n') return std::nullopt;
  rest.remove_prefix(head.size());
  BackupKeyRing keys;
  while (!rest.empty()) {
    std::string_view line = take_until(rest, '\n');
    const auto session = domain::SessionId::from_text(take_until(line, ' '));
    std::array<std::uint8_t, 32> bytes{};
    if (!session || !base::from_base64url(line, bytes)) return std::nullopt;
    keys[*session] = std::make_shared<const base::SessionKey>(bytes);
    ::explicit_bzero(bytes.data(), bytes.size());
  }
  return keys;
}

}  // namespace durf::storage
