// SPDX-License-Identifier: MIT
// What those who answer say.
#include "protocol/choices.hpp"
#include "protocol/command_entries.hpp"

namespace durf::protocol {
namespace {

using domain::Command;
using domain::QuestionId;

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

Command read_screen(Members& body, CommandMessage&) {
  domain::SetScreen command;
  command.blank = body.flag("blank");
  command.join_panel = body.flag("join_panel");
  return command;
}

}  // namespace

constinit const std::array<CommandEntry, 10> commands_of_stage = {{
    {"highlight_question", read_question<domain::HighlightQuestion>},
    {"clear_highlight", read_nothing<domain::ClearHighlight>},
    {"mark_answered", read_question<domain::MarkAnswered>},
    {"reopen_question", read_question<domain::ReopenQuestion>},
    {"write_answer", read_write_answer},
    {"ask_back", read_ask_back},
    {"set_note", read_note},
    {"set_screen", read_screen},
    {"start_timer",
     [](Members& body, CommandMessage&) -> Command {
       return domain::StartTimer{milliseconds(body, "duration_ms")};
     }},
    {"stop_timer", read_nothing<domain::StopTimer>},
}};

}  // namespace durf::protocol
