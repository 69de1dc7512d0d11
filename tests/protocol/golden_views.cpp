// SPDX-License-Identifier: MIT
#include "protocol/golden_views.hpp"

#include <utility>

namespace durf::protocol::golden_views {
namespace {

using namespace samples;
using domain::Fields;
using domain::View;

/// Adds fields to one entity.
void add(Fields& fields, Fields more) { fields.merge(more); }

Fields live_session() {
  Fields fields = lobby_session();
  fields["title"] = s("Durf te Vragen: “alles” mag");
  fields["phase"] = s("live");
  fields["rehearsal"] = false;
  fields["moderation"] = true;
  fields["round"] = n(4);
  fields["highlighted"] = question.text();
  fields["timer_ms"] = n(120'000);
  fields["tally_received"] = n(7);
  fields["tally_shown"] = n(3);
  fields["tally_answered"] = n(1);
  fields["tally_merged"] = n(1);
  fields["tally_refused"] = n(2);
  fields["refused_insult"] = n(1);
  fields["refused_off_topic"] = n(1);
  fields["judged_yes"] = n(4);
  fields["judged_partly"] = n(1);
  return fields;
}

/// What all see of the evening.
View of_all() {
  View view = {
      {the_session, live_session()},
      {key(topic), {{"name", s("Werkdruk")}, {"lang", s("nl")}, {"place", n(0)}}},
      {key(other_topic), {{"name", s("Zorg & coördinatie")}, {"lang", s("nl")}, {"place", n(1)}}},
      {key(question), question_of(dutch, "nl", topic.text(), "highlighted", 17, 1, 0)},
      {key(other_question), question_of(english, "en", "", "open", 1, 3, 1)},
      {key(third_question), question_of(hospital, "nl", other_topic.text(), "answered", 9, 2, 0)},
      {answer_to(third_question), answer_card()},
      {ask_back_of(question, 0), asked("replied", "Allebei.")},
      {ask_back_of(question, 1), asked("asked", "")},
  };
  view[key(other_question)]["pinned"] = true;
  return view;
}

void add_to_questions(View& view, const Fields& more) {
  for (auto& [entity, fields] : view)
    if (entity.collection == domain::Collection::question) add(fields, more);
}

/// What only those who moderate see: what waits, what was refused, what was merged.
void add_unseen(View& view) {
  Fields pending = question_of("Wie is die ███ op de derde verdieping?", "nl", "", "pending", 1, 3, 0);
  pending["redacted"] = true;
  Fields refused = question_of("Off topic, on purpose", "en", "", "refused", 1, 2, 1);
  Fields merged = question_of("Waarom duurt verlof zo lang?", "nl", topic.text(), "merged", 4, 2, 2);
  view[key(fourth_question)] = std::move(pending);
  view[key(fifth_question)] = std::move(refused);
  view[key(merged_question)] = std::move(merged);
  add_to_questions(view, {{"hiding_wished", false}, {"reason", s("")}, {"into", s("")}, {"told", false}});
  view[key(question)]["hiding_wished"] = true;
  view[key(fifth_question)]["reason"] = s("off_topic");
  view[key(merged_question)]["into"] = question.text();
  view[key(merged_question)]["told"] = true;
  view[ask_back_of(question, 1)]["state"] = s("pending");
  view[ask_back_of(question, 1)]["reply"] = s("Het gaat om “de nachten”.");
  view[ask_back_of(question, 1)]["reply_lang"] = s("nl");
  for (int number : {0, 1}) view[ask_back_of(question, number)]["reason"] = s("");
}

}  // namespace

Fields question_of(std::string text, std::string_view lang, std::string about, std::string_view state,
                   std::int64_t support, std::int64_t round, std::int64_t place) {
  return {{"text", std::move(text)}, {"lang", s(lang)},    {"topic", std::move(about)},
          {"state", s(state)},       {"support", support}, {"round", round},
          {"place", place},          {"redacted", false},  {"pinned", false},
          {"archived", false}};
}

Fields receipt_in(std::string_view state, std::int64_t waits, std::string_view reason) {
  return {{"state", s(state)}, {"waits", waits}, {"reason", s(reason)}};
}

Fields answer_card() {
  return {{"text", s("Ja. De eerste dienst is op 3 december, een nachtdienst.")},
          {"lang", s("nl")},
          {"promise", s("Elk kwartaal één dienst — ook in het weekend.")},
          {"role", s("directeur")},
          {"day", s("2026-11-21")}};
}

Fields asked(std::string_view state, std::string reply) {
  const bool replied = !reply.empty();
  return {{"text", s("Bedoelt u de nachten of de dagen?")},
          {"lang", s("nl")},
          {"state", s(state)},
          {"reply", std::move(reply)},
          {"reply_lang", s(replied ? "nl" : "")}};
}

Fields link_of(std::string_view role, std::string labelled) {
  return {{"role", s(role)}, {"label", std::move(labelled)}};
}

Fields lobby_session() {
  Fields fields = {{"title", s("Durf te Vragen")},
                   {"lang", s("nl")},
                   {"phase", s("lobby")},
                   {"rehearsal", true},
                   {"round", n(1)},
                   {"round_ms", n(20'000)},
                   {"round_tokens_min", n(3)},
                   {"round_waits_max", n(2)},
                   {"moderation", false},
                   {"highlighted", s("")},
                   {"timer_ms", n(0)},
                   {"code", s("482913")},
                   {"ended_day", n(0)},
                   {"keep_days", n(14)},
                   {"results", s("")}};
  for (const auto count :
       {"tally_received", "tally_shown", "tally_answered", "tally_merged", "tally_refused", "refused_insult",
        "refused_about_a_person", "refused_traceable", "refused_off_topic", "refused_unclear",
        "refused_asked_already", "refused_author_wished", "judged_yes", "judged_partly", "judged_no"})
    fields[count] = n(0);
  return fields;
}

View seen_by_participants() {
  View view = of_all();
  view[key(receipt)] = receipt_in("held", 1);
  view[key(other_receipt)] = receipt_in("pending", 0);
  view[key(third_receipt)] = receipt_in("refused", 0, "off_topic");
  view[merge_of(merged_question)] = {{"into", question.text()}};
  return view;
}

View seen_by_presenters() {
  View view = of_all();
  add(view[the_session], {{"blank", false}, {"join_panel", true}, {"people", n(25)}});
  return view;
}

View seen_by_stage() {
  View view = seen_by_presenters();
  add_to_questions(view, {{"label", s("")}, {"note", s("")}});
  view[key(question)]["label"] = s("HR – rooster");
  view[key(question)]["note"] = s("Eerst wat gisteren is besloten.\nDan de cijfers.");
  return view;
}

View seen_by_moderators() {
  View view = of_all();
  add(view[the_session],
      {{"people", n(25)}, {"pending", n(2)}, {"word_list", s("sukkel\nidioot\nwhat an “ass”")}});
  add_unseen(view);
  add_to_questions(view, {{"label", s("")}});
  view[key(question)]["label"] = s("HR – rooster");
  return view;
}

View seen_by_facilitators() {
  View view = seen_by_moderators();
  add(view[the_session],
      {{"blank", false}, {"join_panel", true}, {"expected", n(30)}});
  view[the_session]["results"] = results_secret.text();
  add_to_questions(view, {{"note", s("")}});
  view[key(question)]["note"] = s("Eerst wat gisteren is besloten.\nDan de cijfers.");
  view[key(link)] = link_of("presenter", label);
  view[key(other_link)] = link_of("moderator", "");
  return view;
}

View seen_by_participants_after_the_end() {
  Fields session = lobby_session();
  session["phase"] = s("ended");
  session["rehearsal"] = false;
  session["round"] = n(31);
  session["ended_day"] = n(20'778);
  session["results"] = results_secret.text();
  Fields answered = question_of(hospital, "nl", "", "answered", 9, 2, 0);
  answered["archived"] = true;
  return {{the_session, std::move(session)},
          {key(third_question), std::move(answered)},
          {answer_to(third_question), answer_card()}};
}

}  // namespace durf::protocol::golden_views
