// SPDX-License-Identifier: MIT
#include "protocol/golden_cases.hpp"
#include "protocol/samples.hpp"

namespace durf::protocol {
namespace {

using namespace samples;
using domain::Language;

ClientMessage wish(domain::Command wanted, std::optional<Secret> with = {},
                   std::optional<std::string> code = {}) {
  return CommandMessage{command, std::move(wanted), with, std::move(code)};
}

domain::SubmitQuestion submit(domain::QuestionId asked, domain::TopicId about, domain::Text text) {
  domain::SubmitQuestion result;
  result.question = asked;
  result.topic = about;
  result.text = std::move(text);
  return result;
}

domain::WithdrawQuestion withdraw() {
  domain::WithdrawQuestion result;
  result.question = question;
  return result;
}

domain::UpvoteQuestion upvote(std::uint64_t revision, bool up) {
  domain::UpvoteQuestion result;
  result.question = question;
  result.revision = revision;
  result.up = up;
  return result;
}

domain::CreateLink create_link(domain::Role role, std::string labelled) {
  domain::CreateLink result;
  result.link = link;
  result.role = role;
  result.label = std::move(labelled);
  return result;
}

domain::RenewLink renew_link() {
  domain::RenewLink result;
  result.link = link;
  return result;
}

domain::WishHidden wish_hidden() {
  domain::WishHidden result;
  result.question = question;
  return result;
}

domain::ReplyToAskBack reply_to_ask_back() {
  domain::ReplyToAskBack result;
  result.reply = {question, 1};
  result.text = {Language::nl, "Het gaat om “de nachten”, niet om de dagen.\nDank 🙂"};
  return result;
}

domain::JudgeAnswer judge_answer(domain::Verdict verdict) {
  domain::JudgeAnswer result;
  result.question = question;
  result.verdict = verdict;
  return result;
}

domain::ConfirmPairing confirm_pairing(domain::Role role, std::string labelled) {
  domain::ConfirmPairing result;
  result.link = link;
  result.role = role;
  result.label = std::move(labelled);
  return result;
}

CreateSession session_of(domain::Text title, std::vector<domain::Text> topics, std::int64_t round_ms) {
  CreateSession result;
  result.definition.id = session;
  result.definition.title = std::move(title);
  for (auto& name : topics) result.definition.topics.push_back({domain::TopicId{}, std::move(name)});
  result.definition.round_ms = round_ms;
  result.definition.join_key = join_key;
  result.facilitator_secret = secret;
  result.presenter_secret = other_secret;
  return result;
}

CreateSession session_with_topics() {
  CreateSession result =
      session_of({Language::nl, "Durf te Vragen"},
                 {{Language::nl, "Werkdruk"}, {Language::nl, "Zorg & coördinatie"}}, 20'000);
  result.definition.lobby = true;
  result.definition.rehearsal = false;
  result.definition.expected = 25;
  return result;
}

CreateSession session_without_topics() {
  CreateSession result = session_of({Language::en, "Dare to ask: “anything” 🙂"}, {}, 60'000);
  result.definition.lobby = false;
  result.definition.rehearsal = true;
  result.definition.moderation = true;
  result.definition.expected = 120;
  result.password = "één paard & \"een kar\"";
  return result;
}

}  // namespace

const std::map<std::string, ClientMessage>& messages_from_pages() {
  static const std::map<std::string, ClientMessage> cases = [] {
    std::map<std::string, ClientMessage> all = {
        {"hello.participant_key", HelloParticipant{token, join_key, {}}},
        {"hello.participant_key_resume", HelloParticipant{token, join_key, Cursor{epoch, 17}}},
        {"hello.participant_code", HelloParticipant{token, "482913", {}}},
        {"hello.participant_code_long", HelloParticipant{token, "04829131", {}}},
        {"hello.desk", HelloDesk{secret, {}}},
        {"hello.desk_resume", HelloDesk{secret, Cursor{epoch, 0}}},
        {"hello.pairing", HelloPairing{}},
        {"ping", Ping{}},
        {"command.submit_question", wish(submit(question, topic, {Language::nl, dutch}), secret)},
        {"command.submit_question_no_topic",
         wish(submit(other_question, {}, {Language::en, english}), other_secret)},
        {"command.withdraw_question", wish(withdraw(), secret)},
        {"command.upvote_question", wish(upvote(1, true))},
        {"command.upvote_question_back", wish(upvote(9'007'199'254'740'991, false))},
        {"command.wish_hidden", wish(wish_hidden(), secret)},
        {"command.reply_to_ask_back", wish(reply_to_ask_back(), secret)},
        {"command.judge_answer", wish(judge_answer(domain::Verdict::yes), secret)},
        {"command.judge_answer_partly", wish(judge_answer(domain::Verdict::partly), secret)},
        {"command.judge_answer_no", wish(judge_answer(domain::Verdict::no), secret)},
        {"command.open_lobby", wish(domain::OpenLobby{})},
        {"command.go_live", wish(domain::GoLive{})},
        {"command.begin_for_real", wish(domain::BeginForReal{})},
        {"command.clear_highlight", wish(domain::ClearHighlight{})},
        {"command.stop_timer", wish(domain::StopTimer{})},
        {"command.highlight_question", wish(domain::HighlightQuestion{question})},
        {"command.mark_answered", wish(domain::MarkAnswered{question})},
        {"command.reopen_question", wish(domain::ReopenQuestion{question})},
        {"command.set_screen", wish(domain::SetScreen{true, false})},
        {"command.start_timer", wish(domain::StartTimer{120'000})},
        {"command.lengthen_rounds", wish(domain::LengthenRounds{45'000})},
        {"command.create_link", wish(create_link(domain::Role::presenter, label), other_secret)},
        {"command.create_link_facilitator", wish(create_link(domain::Role::facilitator, ""), other_secret)},
        {"command.renew_link", wish(renew_link(), other_secret)},
        {"command.revoke_link", wish(domain::RevokeLink{link})},
        {"command.create_link_moderator", wish(create_link(domain::Role::moderator, ""), other_secret)},
        {"command.create_link_stage", wish(create_link(domain::Role::stage, ""), other_secret)},
        {"command.confirm_pairing",
         wish(confirm_pairing(domain::Role::presenter, "Scherm naast het podium"), other_secret, "K7M2QP")},
        {"command.confirm_pairing_stage",
         wish(confirm_pairing(domain::Role::stage, "Tablet van de directeur"), other_secret, "K7M2QP")},
    };
    all.insert(messages_from_desks().begin(), messages_from_desks().end());
    return all;
  }();
  return cases;
}

const std::map<std::string, CreateSession>& sessions_from_pages() {
  static const std::map<std::string, CreateSession> cases = {
      {"http.create_session", session_with_topics()},
      {"http.create_session_no_topics", session_without_topics()},
  };
  return cases;
}

}  // namespace durf::protocol
