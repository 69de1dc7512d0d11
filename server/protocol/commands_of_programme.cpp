// SPDX-License-Identifier: MIT
// What those who look after the session and its links say.
#include "durf/protocol/limits.hpp"
#include "protocol/command_entries.hpp"

namespace durf::protocol {
namespace {

using domain::Command;
using domain::LinkId;

Command read_results_link(Members& body, CommandMessage&) {
  domain::SetResultsLink command;
  command.secret = body.id_or_none<domain::ResultsSecret>("secret");
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

}  // namespace

constinit const std::array<CommandEntry, 14> commands_of_programme = {{
    {"open_lobby", read_nothing<domain::OpenLobby>},
    {"go_live", read_nothing<domain::GoLive>},
    {"begin_for_real", read_nothing<domain::BeginForReal>},
    {"end_session", read_nothing<domain::EndSession>},
    {"close_session", read_nothing<domain::CloseSession>},
    {"rename_session",
     [](Members& body, CommandMessage&) -> Command { return domain::RenameSession{body.text("title")}; }},
    {"change_join_code", read_nothing<domain::ChangeJoinCode>},
    {"set_keep_days",
     [](Members& body, CommandMessage&) -> Command {
       return domain::SetKeepDays{body.number_as<std::int32_t>("days")};
     }},
    {"set_results_link", read_results_link},
    {"lengthen_rounds",
     [](Members& body, CommandMessage&) -> Command {
       return domain::LengthenRounds{milliseconds(body, "round_ms")};
     }},
    {"create_link", read_create_link},
    {"renew_link", read_renew_link},
    {"revoke_link",
     [](Members& body, CommandMessage&) -> Command {
       return domain::RevokeLink{body.id<LinkId>("link")};
     }},
    {"confirm_pairing", read_confirm_pairing},
}};

}  // namespace durf::protocol
