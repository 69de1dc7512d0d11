// SPDX-License-Identifier: MIT
#include "protocol/decode_command.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "durf/protocol/limits.hpp"

namespace durf::protocol {
namespace {

using domain::Command;
using domain::LinkId;
using domain::QuestionId;

// Numbers of the wire are below 2^53 (strict_json), so this never changes one.
std::int64_t milliseconds(Members& body, std::string_view name) {
  return static_cast<std::int64_t>(body.number(name));
}

Command read_submit(Members& body, CommandMessage& message) {
  domain::SubmitQuestion command;
  command.question = body.id<QuestionId>("question");
  command.topic = body.id_or_none<domain::TopicId>("topic");
  command.text = body.text("text");
  message.secret = body.id<Secret>("secret");
  return command;
}

Command read_withdraw(Members& body, CommandMessage& message) {
  domain::WithdrawQuestion command;
  command.question = body.id<QuestionId>("question");
  message.secret = body.id<Secret>("secret");
  return command;
}

Command read_upvote(Members& body, CommandMessage&) {
  domain::UpvoteQuestion command;
  command.question = body.id<QuestionId>("question");
  command.revision = body.number("revision");
  command.up = body.flag("up");
  return command;
}

Command read_screen(Members& body, CommandMessage&) {
  domain::SetScreen command;
  command.blank = body.flag("blank");
  command.join_panel = body.flag("join_panel");
  return command;
}

Command read_create_link(Members& body, CommandMessage& message) {
  domain::CreateLink command;
  command.link = body.id<LinkId>("link");
  command.role = body.desk_role("role");
  command.label = body.string("label");
  message.secret = body.id<Secret>("secret");
  return command;
}

Command read_renew_link(Members& body, CommandMessage& message) {
  domain::RenewLink command;
  command.link = body.id<LinkId>("link");
  message.secret = body.id<Secret>("secret");
  return command;
}

Command read_confirm_pairing(Members& body, CommandMessage& message) {
  domain::ConfirmPairing command;
  message.pairing_code = body.string("code");
  if (message.pairing_code->size() > limits::pairing_code_bytes_max) body.refuse();
  command.link = body.id<LinkId>("link");
  command.label = body.string("label");
  message.secret = body.id<Secret>("secret");
  return command;
}

template <class Wish>
Command read_nothing(Members&, CommandMessage&) {
  return Wish{};
}

template <class Wish>
Command read_question(Members& body, CommandMessage&) {
  return Wish{body.id<QuestionId>("question")};
}

struct Entry {
  std::string_view type;
  Command (*read)(Members& body, CommandMessage& message);
};

// Frequent ones first. `PassRound` is not here: it is the core's own.
constexpr std::array commands = {
    Entry{"upvote_question", read_upvote},
    Entry{"submit_question", read_submit},
    Entry{"withdraw_question", read_withdraw},
    Entry{"highlight_question", read_question<domain::HighlightQuestion>},
    Entry{"clear_highlight", read_nothing<domain::ClearHighlight>},
    Entry{"mark_answered", read_question<domain::MarkAnswered>},
    Entry{"reopen_question", read_question<domain::ReopenQuestion>},
    Entry{"open_lobby", read_nothing<domain::OpenLobby>},
    Entry{"go_live", read_nothing<domain::GoLive>},
    Entry{"begin_for_real", read_nothing<domain::BeginForReal>},
    Entry{"lengthen_rounds",
          [](Members& body, CommandMessage&) -> Command {
            return domain::LengthenRounds{milliseconds(body, "round_ms")};
          }},
    Entry{"set_screen", read_screen},
    Entry{"start_timer",
          [](Members& body, CommandMessage&) -> Command {
            return domain::StartTimer{milliseconds(body, "duration_ms")};
          }},
    Entry{"stop_timer", read_nothing<domain::StopTimer>},
    Entry{"create_link", read_create_link},
    Entry{"renew_link", read_renew_link},
    Entry{"revoke_link",
          [](Members& body, CommandMessage&) -> Command {
            return domain::RevokeLink{body.id<LinkId>("link")};
          }},
    Entry{"confirm_pairing", read_confirm_pairing},
};
// A command that is added to the domain must be added here too, or be the core's own like the one that is
// missing.
static_assert(commands.size() + 1 == std::variant_size_v<Command>);

}  // namespace

std::optional<ClientMessage> read_command(Members& message) {
  CommandMessage command;
  command.id = message.id<domain::CommandId>("id");
  const std::string type = message.string("type");
  const auto* const entry = std::ranges::find(commands, type, &Entry::type);
  if (entry == commands.end()) return std::nullopt;
  message.object("body", [&](Members& body) { command.command = entry->read(body, command); });
  return command;
}

}  // namespace durf::protocol
