// SPDX-License-Identifier: MIT
#include "durf/protocol/encode.hpp"
#include "protocol/golden_cases.hpp"
#include "protocol/samples.hpp"

namespace durf::protocol {
namespace {

using namespace samples;
using domain::Language;
using domain::Reason;

constexpr std::string_view address = "http://192.168.1.20:8080";
const domain::Text title{Language::nl, "Durf te Vragen: “alles” mag"};

domain::ArchivedQuestion answered() {
  domain::ArchivedQuestion result;
  result.text = {Language::nl, hospital};
  result.topic = other_topic;
  result.answered = true;
  result.support = 17;
  result.answer = domain::Answer{{Language::nl, "Ja. De eerste dienst is op 3 december."},
                                 "Elk kwartaal één dienst — ook in het weekend.",
                                 "directeur",
                                 "2026-11-21"};
  result.exchanges = {{{Language::nl, "Bedoelt u ook de nachten?"}, domain::Text{Language::en, "Yes, “both”."}},
                      {{Language::nl, "Op welke locatie?"}, {}}};
  return result;
}

domain::ArchivedQuestion open() {
  domain::ArchivedQuestion result;
  result.text = {Language::nl, "Waarom ███ zes weken?"};
  result.support = 1;
  result.redacted = true;
  return result;
}

domain::Archive archive() {
  domain::Archive result;
  result.title = title;
  result.ended_day = 20'778;
  result.keep_days = 14;
  result.topics = {{topic, {Language::nl, "Werkdruk"}}, {other_topic, {Language::nl, "Zorg & coördinatie"}}};
  result.questions = {answered(), open()};
  result.tally = {6, 2, 1, 1, {{Reason::insult, 1}, {Reason::off_topic, 2}}};
  result.judged = domain::Verdicts{4, 1, 1};
  return result;
}

domain::Archive archive_of_nothing() {
  domain::Archive result;
  result.title = {Language::en, "Dare to ask"};
  result.ended_day = 20'778;
  result.keep_days = 1;
  return result;
}

domain::Definition definition() {
  domain::Definition result;
  result.title = title;
  result.join_code = "482913";
  return result;
}

domain::Definition ended() {
  domain::Definition result = definition();
  result.ended_day = 20'778;
  result.keep_days = 30;
  return result;
}

}  // namespace

const std::map<std::string, std::string>& answers_over_http() {
  static const std::map<std::string, std::string> cases = {
      {"http.created", encode_created(session, "482913")},
      {"http.refusal", encode_refusal("wrong_password", {}, {})},
      {"http.refusal_max", encode_refusal("text_too_long", {}, 240)},
      {"http.refusal_range", encode_refusal("out_of_range", 5'000, 600'000)},
      {"http.host", encode_host("open", address, "k3J9xQ2a")},
      {"http.host_password", encode_host("password", address, "k3J9xQ2a")},
      {"http.host_refused", encode_host("refused", address, "k3J9xQ2a")},
      {"http.session_lobby", encode_session(definition(), domain::Phase::lobby)},
      {"http.session_live", encode_session(definition(), domain::Phase::live)},
      {"http.session_ended", encode_session(ended(), domain::Phase::ended)},
      {"http.session_closed", encode_closed_session(title, 20'778, 14)},
      {"http.deleted", encode_deleted(session, 20'792)},
      {"http.results_ended", encode_results(archive(), ResultsOf::ended)},
      {"http.results_closed", encode_results(archive_of_nothing(), ResultsOf::closed)},
  };
  return cases;
}

}  // namespace durf::protocol
