// SPDX-License-Identifier: MIT
#include "protocol/decode_command.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "durf/protocol/limits.hpp"
#include "protocol/choices.hpp"

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

Command read_wish_hidden(Members& body, CommandMessage& message) {
  domain::WishHidden command;
  command.question = body.id<QuestionId>("question");
  message.secret = body.id<Secret>("secret");
  return command;
}

domain::ReplyId read_reply(Members& body) {
  return {body.id<QuestionId>("question"), body.number_as<std::uint32_t>("place")};
}

Command read_reply_to_ask_back(Members& body, CommandMessage& message) {
  domain::ReplyToAskBack command;
  command.reply = read_reply(body);
  command.text = body.text("text");
  message.secret = body.id<Secret>("secret");
  return command;
}

Command read_judge_answer(Members& body, CommandMessage& message) {
  domain::JudgeAnswer command;
  command.question = body.id<QuestionId>("question");
  command.verdict = read_verdict(body);
  message.secret = body.id<Secret>("secret");
  return command;
}

Command read_write_answer(Members& body, CommandMessage&) {
  domain::WriteAnswer command;
  command.question = body.id<QuestionId>("question");
  command.answer.text = body.text("text");
  command.answer.promise = body.string("promise");
  command.answer.role = body.string("role");
  command.answer.day = read_day(body);
  return command;
}

Command read_ask_back(Members& body, CommandMessage&) {
  return domain::AskBack{body.id<QuestionId>("question"), body.text("text")};
}

Command read_note(Members& body, CommandMessage&) {
  return domain::SetNote{body.id<QuestionId>("question"), body.string("note")};
}

Command read_refuse_question(Members& body, CommandMessage&) {
  return domain::RefuseQuestion{body.id<QuestionId>("question"), read_reason(body)};
}

Command read_approve_reply(Members& body, CommandMessage&) { return domain::ApproveReply{read_reply(body)}; }

Command read_refuse_reply(Members& body, CommandMessage&) {
  return domain::RefuseReply{read_reply(body), read_reason(body)};
}

Command read_redact(Members& body, CommandMessage&) {
  domain::RedactQuestion command;
  command.question = body.id<QuestionId>("question");
  command.from = body.number_as<std::uint32_t>("from");
  command.count = body.number_as<std::uint32_t>("count");
  command.of = body.number_as<std::uint32_t>("of");
  return command;
}

Command read_label(Members& body, CommandMessage&) {
  return domain::LabelQuestion{body.id<QuestionId>("question"), body.string("label")};
}

Command read_pin(Members& body, CommandMessage&) {
  return domain::PinQuestion{body.id<QuestionId>("question"), body.flag("pinned")};
}

Command read_archive(Members& body, CommandMessage&) {
  return domain::ArchiveQuestion{body.id<QuestionId>("question"), body.flag("archived")};
}

Command read_merge(Members& body, CommandMessage&) {
  return domain::MergeQuestion{body.id<QuestionId>("question"), body.id<QuestionId>("into")};
}

Command read_results_link(Members& body, CommandMessage&) {
  domain::SetResultsLink command;
  command.secret = body.id_or_none<domain::ResultsSecret>("secret");
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
  command.role = body.paired_role("role");
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

// Frequent ones first. `PassRound` and `TellMerge` are not here: they are the core's own.
constexpr std::array commands = {
    Entry{"upvote_question", read_upvote},
    Entry{"submit_question", read_submit},
    Entry{"withdraw_question", read_withdraw},
    Entry{"wish_hidden", read_wish_hidden},
    Entry{"reply_to_ask_back", read_reply_to_ask_back},
    Entry{"judge_answer", read_judge_answer},
    Entry{"approve_question", read_question<domain::ApproveQuestion>},
    Entry{"hold_back_question", read_question<domain::HoldBackQuestion>},
    Entry{"refuse_question", read_refuse_question},
    Entry{"restore_question", read_question<domain::RestoreQuestion>},
    Entry{"approve_reply", read_approve_reply},
    Entry{"refuse_reply", read_refuse_reply},
    Entry{"redact_question", read_redact},
    Entry{"label_question", read_label},
    Entry{"pin_question", read_pin},
    Entry{"archive_question", read_archive},
    Entry{"merge_question", read_merge},
    Entry{"undo_merge", read_question<domain::UndoMerge>},
    Entry{"set_moderation",
          [](Members& body, CommandMessage&) -> Command { return domain::SetModeration{body.flag("on")}; }},
    Entry{"set_word_list",
          [](Members& body, CommandMessage&) -> Command { return domain::SetWordList{body.string("words")}; }},
    Entry{"highlight_question", read_question<domain::HighlightQuestion>},
    Entry{"clear_highlight", read_nothing<domain::ClearHighlight>},
    Entry{"mark_answered", read_question<domain::MarkAnswered>},
    Entry{"reopen_question", read_question<domain::ReopenQuestion>},
    Entry{"write_answer", read_write_answer},
    Entry{"ask_back", read_ask_back},
    Entry{"set_note", read_note},
    Entry{"open_lobby", read_nothing<domain::OpenLobby>},
    Entry{"go_live", read_nothing<domain::GoLive>},
    Entry{"begin_for_real", read_nothing<domain::BeginForReal>},
    Entry{"end_session", read_nothing<domain::EndSession>},
    Entry{"close_session", read_nothing<domain::CloseSession>},
    Entry{"rename_session",
          [](Members& body, CommandMessage&) -> Command { return domain::RenameSession{body.text("title")}; }},
    Entry{"change_join_code", read_nothing<domain::ChangeJoinCode>},
    Entry{"set_keep_days",
          [](Members& body, CommandMessage&) -> Command {
            return domain::SetKeepDays{body.number_as<std::int32_t>("days")};
          }},
    Entry{"set_results_link", read_results_link},
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
// A command that is added to the domain must be added here too, or be the core's own like the two that are
// missing.
static_assert(commands.size() + 2 == std::variant_size_v<Command>);

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
