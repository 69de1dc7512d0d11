// SPDX-License-Identifier: MIT
#include "durf/protocol/encode.hpp"
#include "protocol/golden_cases.hpp"
#include "protocol/inflate.hpp"
#include "protocol/samples.hpp"

namespace durf::protocol {
namespace {

using namespace samples;
using domain::Collection;
using domain::EntityKey;
using domain::Fields;
using domain::RejectionCode;
using domain::Role;
using domain::View;

constexpr std::int64_t number_max = 9'007'199'254'740'991;
constexpr std::string_view address = "http://192.168.1.20:8080";

std::int64_t n(std::int64_t value) { return value; }
std::string s(std::string_view text) { return std::string(text); }

const EntityKey the_session{Collection::session, ""};
EntityKey key(const domain::QuestionId& id) { return {Collection::question, id.text()}; }
EntityKey key(const domain::TopicId& id) { return {Collection::topic, id.text()}; }
EntityKey key(const domain::Receipt& id) { return {Collection::receipt, id.text()}; }
EntityKey key(const domain::LinkId& id) { return {Collection::link, id.text()}; }

Fields question_of(std::string text, std::string_view lang, std::string about, std::string_view state,
                   std::int64_t support, std::int64_t round, std::int64_t place) {
  return {{"text", std::move(text)}, {"lang", s(lang)},    {"topic", std::move(about)},
          {"state", s(state)},       {"support", support}, {"round", round},
          {"place", place}};
}
Fields held(std::int64_t waits) { return {{"state", s("held")}, {"waits", waits}}; }
Fields link_of(std::string_view role, std::string labelled) {
  return {{"role", s(role)}, {"label", std::move(labelled)}};
}

std::string frame(std::uint64_t number, domain::Delta delta) {
  return text_of(encode_frame(epoch, number, delta));
}

std::string released() {
  return frame(19, {{{the_session, {{"round", n(4)}}},
                     {key(other_question), question_of(english, "en", "", "open", 1, 3, 1)},
                     {key(third_question), question_of(hospital, "nl", other_topic.text(), "open", 2, 3, 0)}},
                    {key(receipt)}});
}

std::string delta() {
  return frame(23, {{{the_session, {{"people", n(26)}, {"highlighted", s("")}, {"blank", false}}},
                     {key(question), {{"state", s("answered")}, {"support", n(17)}}},
                     {key(link), link_of("presenter", label)}},
                    {key(third_question), key(other_link)}});
}

Fields lobby_session() {
  return {{"title", s("Durf te Vragen")},
          {"lang", s("nl")},
          {"phase", s("lobby")},
          {"rehearsal", true},
          {"round", n(1)},
          {"round_ms", n(20'000)},
          {"round_tokens_min", n(3)},
          {"round_waits_max", n(2)},
          {"highlighted", s("")},
          {"timer_ms", n(0)}};
}

Fields live_session() {
  Fields fields = lobby_session();
  fields["title"] = s("Durf te Vragen: “alles” mag");
  fields["phase"] = s("live");
  fields["rehearsal"] = false;
  fields["round"] = n(4);
  fields["highlighted"] = question.text();
  fields["timer_ms"] = n(120'000);
  return fields;
}

Fields session_on_the_projector() {
  Fields fields = live_session();
  fields["blank"] = false;
  fields["join_panel"] = true;
  fields["code"] = s("482913");
  fields["people"] = n(25);
  return fields;
}

View session_with_questions(Fields fields) {
  return {{the_session, std::move(fields)},
          {key(topic), {{"name", s("Werkdruk")}, {"lang", s("nl")}, {"place", n(0)}}},
          {key(other_topic), {{"name", s("Zorg & coördinatie")}, {"lang", s("nl")}, {"place", n(1)}}},
          {key(question), question_of(dutch, "nl", topic.text(), "highlighted", 17, 1, 0)},
          {key(other_question), question_of(english, "en", "", "open", 1, 3, 1)},
          {key(third_question), question_of(hospital, "nl", other_topic.text(), "answered", 9, 2, 0)}};
}

std::string participants_snapshot() {
  View view = session_with_questions(live_session());
  view[key(receipt)] = held(1);
  return text_of(encode_snapshot(epoch, 18, view));
}

std::string facilitators_snapshot() {
  Fields fields = session_on_the_projector();
  fields["expected"] = n(30);
  View view = session_with_questions(std::move(fields));
  view[key(link)] = link_of("presenter", label);
  view[key(other_link)] = link_of("facilitator", "");
  return text_of(encode_snapshot(epoch, 31, view));
}

std::string welcome(Role role) {
  return text_of(encode_welcome({"k3J9xQ2a", role, session, join_key, epoch, address}));
}

std::string rejected(domain::Rejection rejection) { return text_of(encode_rejected(command, rejection)); }

}  // namespace

const std::map<std::string, std::string>& messages_to_pages() {
  constexpr ClockReading::Round round{12'300, 20'000};
  constexpr ClockReading::Timer timer{90'000, 120'000};
  static const std::map<std::string, std::string> cases = {
      {"welcome.participant", welcome(Role::participant)},
      {"welcome.presenter", welcome(Role::presenter)},
      {"welcome.facilitator", welcome(Role::facilitator)},
      {"pairing.code", text_of(encode_pairing("K7M2QP", 120'000))},
      {"pairing.paired", text_of(encode_paired(Role::presenter, other_secret))},
      {"pong", text_of(encode_pong())},
      {"frame.support", frame(18, {{{key(question), {{"support", n(17)}}}}, {}})},
      {"frame.released", released()},
      {"frame.held", frame(20, {{{key(other_receipt), held(1)}}, {}})},
      {"frame.removed", frame(21, {{}, {key(question), key(other_receipt)}})},
      {"frame.highlighted", frame(22, {{{the_session, {{"highlighted", question.text()}}},
                                        {key(question), {{"state", s("highlighted")}}}},
                                       {}})},
      {"frame.delta", delta()},
      {"frame.last_number", frame(number_max, {{{the_session, {{"people", n(0)}}}}, {}})},
      {"snapshot.small", text_of(encode_snapshot(epoch, 0, {{the_session, lobby_session()}}))},
      {"snapshot.participant", participants_snapshot()},
      {"snapshot.presenter",
       text_of(encode_snapshot(epoch, 7, session_with_questions(session_on_the_projector())))},
      {"snapshot.facilitator", facilitators_snapshot()},
      {"clock.both", text_of(encode_clock({round, timer}))},
      {"clock.round", text_of(encode_clock({round, {}}))},
      {"clock.timer", text_of(encode_clock({{}, timer}))},
      {"clock.none", text_of(encode_clock({}))},
      {"reply.accepted", text_of(encode_accepted(command, {}))},
      {"reply.accepted_receipt", text_of(encode_accepted(command, receipt))},
      {"reply.rejected", rejected({RejectionCode::one_per_round, {}, {}})},
      {"reply.rejected_max", rejected({RejectionCode::text_too_long, {}, 1'120})},
      {"reply.rejected_min", rejected({RejectionCode::only_longer, 20'000, {}})},
      {"reply.rejected_range", rejected({RejectionCode::out_of_range, 5'000, 600'000})},
      {"http.created", encode_created(session, "482913")},
      {"http.refusal", encode_refusal("wrong_password", {}, {})},
      {"http.refusal_max", encode_refusal("text_too_long", {}, 240)},
      {"http.refusal_range", encode_refusal("out_of_range", 5'000, 600'000)},
      {"http.host", encode_host("open", address, "k3J9xQ2a")},
      {"http.host_password", encode_host("password", address, "k3J9xQ2a")},
      {"http.host_refused", encode_host("refused", address, "k3J9xQ2a")},
  };
  return cases;
}

}  // namespace durf::protocol
