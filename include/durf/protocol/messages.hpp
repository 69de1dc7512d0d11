// SPDX-License-Identifier: MIT
// The messages of PROTOCOL.md as types. What comes in owns its bytes; what goes out is encoded at once (encode.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "durf/base/id.hpp"
#include "durf/domain/command.hpp"
#include "durf/domain/definition.hpp"

namespace durf::protocol {

inline constexpr std::uint32_t version = 1;

/// What the phone says in its first message so that it counts once. Stops in the shell: no type of the domain holds one.
using Token = base::SecretId<struct TokenTag, 16>;
/// Secret of a desk link, or of a question (proof of authorship). Stops in the shell as well: the domain sees hashes.
using Secret = base::SecretId<struct SecretTag, 16>;
/// One run of a session's core.
using Epoch = base::Id<struct EpochTag, 6>;

/// The last frame that a page has applied.
struct Cursor {
  Epoch epoch;
  std::uint64_t frame = 0;
  friend bool operator==(const Cursor&, const Cursor&) = default;
};

struct HelloParticipant {
  Token token;
  std::variant<domain::JoinKey, std::string> join;  ///< key, or the typed code (digits only, 6 or 8)
  std::optional<Cursor> resume;
  friend bool operator==(const HelloParticipant&, const HelloParticipant&) = default;
};
struct HelloDesk {
  Secret secret;
  std::optional<Cursor> resume;
  friend bool operator==(const HelloDesk&, const HelloDesk&) = default;
};
struct HelloPairing {
  friend bool operator==(const HelloPairing&, const HelloPairing&) = default;
};
/// A hello of another protocol version: the page must reload.
struct HelloOfOtherVersion {
  friend bool operator==(const HelloOfOtherVersion&, const HelloOfOtherVersion&) = default;
};

/// A command as it came: the domain's part, and beside it what the shell must turn into nullifiers and hashes.
struct CommandMessage {
  domain::CommandId id;
  domain::Command command;
  std::optional<Secret> secret;             ///< of the question or of the link, where the command has one
  std::optional<std::string> pairing_code;  ///< of confirm_pairing
  friend bool operator==(const CommandMessage&, const CommandMessage&) = default;
};

struct Ping {
  friend bool operator==(const Ping&, const Ping&) = default;
};

using ClientMessage =
    std::variant<HelloParticipant, HelloDesk, HelloPairing, HelloOfOtherVersion, CommandMessage, Ping>;

/// Body of POST /api/sessions.
struct CreateSession {
  domain::Definition definition;  ///< without code and links
  Secret facilitator_secret;
  Secret presenter_secret;
  std::string password;
};

}  // namespace durf::protocol
