// SPDX-License-Identifier: MIT
// Every command of the wire and how its body is read, by those who give it (PROTOCOL.md, section 4). Pure; used by one
// decoder at a time.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <variant>

#include "durf/protocol/messages.hpp"
#include "protocol/members.hpp"

namespace durf::protocol {

struct CommandEntry {
  std::string_view type;
  /// What the shell must turn into hashes goes to `message`.
  domain::Command (*read)(Members& body, CommandMessage& message);
};

extern const std::array<CommandEntry, 6> commands_of_participants;
extern const std::array<CommandEntry, 16> commands_of_moderation;
extern const std::array<CommandEntry, 10> commands_of_stage;
extern const std::array<CommandEntry, 14> commands_of_programme;

/// `PassRound` and `TellMerge` are in none: they are the core's own.
inline constexpr std::size_t commands_of_the_core = 2;

// A command that is added to the domain must be added to one of them, or be the core's own.
static_assert(std::tuple_size_v<decltype(commands_of_participants)> + std::tuple_size_v<decltype(commands_of_moderation)> +
                  std::tuple_size_v<decltype(commands_of_stage)> + std::tuple_size_v<decltype(commands_of_programme)> +
                  commands_of_the_core ==
              std::variant_size_v<domain::Command>);

// Bodies that more than one of them has.

template <class Wish>
domain::Command read_nothing(Members&, CommandMessage&) {
  return Wish{};
}

template <class Wish>
domain::Command read_question(Members& body, CommandMessage&) {
  return Wish{body.id<domain::QuestionId>("question")};
}

/// Which ask-back of which question.
inline domain::ReplyId read_reply(Members& body) {
  return {body.id<domain::QuestionId>("question"), body.number_as<std::uint32_t>("place")};
}

inline std::int64_t milliseconds(Members& body, std::string_view name) {
  return body.number_as<std::int64_t>(name);
}

}  // namespace durf::protocol
