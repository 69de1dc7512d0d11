// SPDX-License-Identifier: MIT
// What participants say. Frequent ones first.
#include "protocol/choices.hpp"
#include "protocol/command_entries.hpp"

namespace durf::protocol {
namespace {

using domain::Command;
using domain::QuestionId;

Command read_upvote(Members& body, CommandMessage&) {
  domain::UpvoteQuestion command;
  command.question = body.id<QuestionId>("question");
  command.revision = body.number("revision");
  command.up = body.flag("up");
  return command;
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

Command read_wish_hidden(Members& body, CommandMessage& message) {
  domain::WishHidden command;
  command.question = body.id<QuestionId>("question");
  message.secret = body.id<Secret>("secret");
  return command;
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

}  // namespace

constinit const std::array<CommandEntry, 6> commands_of_participants = {{
    {"upvote_question", read_upvote},
    {"submit_question", read_submit},
    {"withdraw_question", read_withdraw},
    {"wish_hidden", read_wish_hidden},
    {"reply_to_ask_back", read_reply_to_ask_back},
    {"judge_answer", read_judge_answer},
}};

}  // namespace durf::protocol
