// SPDX-License-Identifier: MIT
// What those who moderate say.
#include "protocol/choices.hpp"
#include "protocol/command_entries.hpp"

namespace durf::protocol {
namespace {

using domain::Command;
using domain::QuestionId;

Command read_refuse_question(Members& body, CommandMessage&) {
  return domain::RefuseQuestion{body.id<QuestionId>("question"), read_reason(body)};
}

Command read_approve_reply(Members& body, CommandMessage&) { return domain::ApproveReply{read_reply(body)}; }

Command read_refuse_reply(Members& body, CommandMessage&) {
  return domain::RefuseReply{read_reply(body), read_reason(body)};
}

Command read_hold_back_reply(Members& body, CommandMessage&) {
  return domain::HoldBackReply{read_reply(body)};
}

/// Where the blocks begin, how many code points they cover, how long the text is.
template <class Wish>
Command read_blocks(Members& body, Wish command) {
  command.from = body.number_as<std::uint32_t>("from");
  command.count = body.number_as<std::uint32_t>("count");
  command.of = body.number_as<std::uint32_t>("of");
  return command;
}

Command read_redact(Members& body, CommandMessage&) {
  domain::RedactQuestion command;
  command.question = body.id<QuestionId>("question");
  return read_blocks(body, command);
}

Command read_redact_reply(Members& body, CommandMessage&) {
  domain::RedactReply command;
  command.reply = read_reply(body);
  return read_blocks(body, command);
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

}  // namespace

constinit const std::array<CommandEntry, 16> commands_of_moderation = {{
    {"approve_question", read_question<domain::ApproveQuestion>},
    {"hold_back_question", read_question<domain::HoldBackQuestion>},
    {"refuse_question", read_refuse_question},
    {"restore_question", read_question<domain::RestoreQuestion>},
    {"approve_reply", read_approve_reply},
    {"refuse_reply", read_refuse_reply},
    {"hold_back_reply", read_hold_back_reply},
    {"redact_question", read_redact},
    {"redact_reply", read_redact_reply},
    {"label_question", read_label},
    {"pin_question", read_pin},
    {"archive_question", read_archive},
    {"merge_question", read_merge},
    {"undo_merge", read_question<domain::UndoMerge>},
    {"set_moderation",
     [](Members& body, CommandMessage&) -> Command { return domain::SetModeration{body.flag("on")}; }},
    {"set_word_list",
     [](Members& body, CommandMessage&) -> Command { return domain::SetWordList{body.string("words")}; }},
}};

}  // namespace durf::protocol
