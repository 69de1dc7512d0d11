// SPDX-License-Identifier: MIT
// What those who moderate, answer and look after the session say.
#include "protocol/golden_cases.hpp"
#include "protocol/samples.hpp"

namespace durf::protocol {
namespace {

using namespace samples;
using domain::Language;
using domain::Reason;

ClientMessage wish(domain::Command wanted) { return CommandMessage{command, std::move(wanted), {}, {}}; }

ClientMessage refuse(Reason reason) { return wish(domain::RefuseQuestion{question, reason}); }

domain::WriteAnswer write_answer(domain::Answer answer) { return {question, std::move(answer)}; }

domain::SetResultsLink results_link(const domain::ResultsSecret& to) {
  domain::SetResultsLink result;
  result.secret = to;
  return result;
}

}  // namespace

const std::map<std::string, ClientMessage>& messages_from_desks() {
  static const std::map<std::string, ClientMessage> cases = {
      // Who answers.
      {"command.write_answer",
       wish(write_answer({{Language::nl, "We halen er drie lagen uit: één handtekening is genoeg."},
                          "Vóór 1 maart: \"één week\", niet zes.",
                          "directeur",
                          "2026-11-21"}))},
      {"command.write_answer_none", wish(write_answer({{Language::en, ""}, "", "", ""}))},
      {"command.ask_back",
       wish(domain::AskBack{question, {Language::nl, "Bedoelt u de nachten of de dagen?"}})},
      {"command.set_note",
       wish(domain::SetNote{question, "Eerst: wat gisteren is besloten.\nDan de cijfers — niet andersom."})},
      // Who moderates.
      {"command.approve_question", wish(domain::ApproveQuestion{question})},
      {"command.hold_back_question", wish(domain::HoldBackQuestion{question})},
      {"command.restore_question", wish(domain::RestoreQuestion{question})},
      {"command.refuse_question", refuse(Reason::traceable)},
      {"command.refuse_question_insult", refuse(Reason::insult)},
      {"command.refuse_question_about_a_person", refuse(Reason::about_a_person)},
      {"command.refuse_question_off_topic", refuse(Reason::off_topic)},
      {"command.refuse_question_unclear", refuse(Reason::unclear)},
      {"command.refuse_question_asked_already", refuse(Reason::asked_already)},
      {"command.refuse_question_author_wished", refuse(Reason::author_wished)},
      {"command.approve_reply", wish(domain::ApproveReply{{question, 0}})},
      {"command.refuse_reply", wish(domain::RefuseReply{{question, 2}, Reason::about_a_person})},
      {"command.hold_back_reply", wish(domain::HoldBackReply{{question, 1}})},
      {"command.redact_reply", wish(domain::RedactReply{{question, 1}, 7, 12, 71})},
      {"command.redact_question", wish(domain::RedactQuestion{question, 7, 12, 71})},
      {"command.label_question", wish(domain::LabelQuestion{question, "HR – rooster"})},
      {"command.pin_question", wish(domain::PinQuestion{question, true})},
      {"command.archive_question", wish(domain::ArchiveQuestion{question, false})},
      {"command.merge_question", wish(domain::MergeQuestion{question, other_question})},
      {"command.undo_merge", wish(domain::UndoMerge{question})},
      {"command.set_moderation", wish(domain::SetModeration{true})},
      {"command.set_word_list", wish(domain::SetWordList{"sukkel\nidioot\nwhat an “ass”"})},
      // Who looks after the session.
      {"command.end_session", wish(domain::EndSession{})},
      {"command.close_session", wish(domain::CloseSession{})},
      {"command.rename_session",
       wish(domain::RenameSession{{Language::nl, "Durf te Vragen – het vervolg"}})},
      {"command.change_join_code", wish(domain::ChangeJoinCode{})},
      {"command.set_keep_days", wish(domain::SetKeepDays{30})},
      {"command.set_results_link", wish(results_link(results_secret))},
      {"command.set_results_link_none", wish(results_link({}))},
  };
  return cases;
}

}  // namespace durf::protocol
