// SPDX-License-Identifier: MIT
#include "protocol/decode_command.hpp"

#include <algorithm>
#include <string>

#include "protocol/command_entries.hpp"

namespace durf::protocol {
namespace {

const CommandEntry* find_in(const auto& entries, std::string_view type) {
  const auto* const entry = std::ranges::find(entries, type, &CommandEntry::type);
  return entry == entries.end() ? nullptr : entry;
}

/// Null for a type that no page may send. Those of the many first.
const CommandEntry* entry_of(std::string_view type) {
  if (const auto* entry = find_in(commands_of_participants, type)) return entry;
  if (const auto* entry = find_in(commands_of_moderation, type)) return entry;
  if (const auto* entry = find_in(commands_of_stage, type)) return entry;
  return find_in(commands_of_programme, type);
}

}  // namespace

std::optional<ClientMessage> read_command(Members& message) {
  CommandMessage command;
  command.id = message.id<domain::CommandId>("id");
  const CommandEntry* const entry = entry_of(message.string("type"));
  if (!entry) return std::nullopt;
  message.object("body", [&](Members& body) { command.command = entry->read(body, command); });
  return command;
}

}  // namespace durf::protocol
