// SPDX-License-Identifier: MIT
// One session's log in which every event stands at least once, and the state that it leads to, written down
// by hand: what the golden files and the round trips are compared with. The two events after which a state is
// thrown away stand apart.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sample_log_of_format_1.hpp"

namespace durf::test {

inline domain::Answer sample_answer() {
  return {{domain::Language::nl, "Omdat het pas gisteren is besloten."},
          "Volgende keer vóór de pers.",
          "directeur",
          "2026-11-21"};
}

inline domain::Events last_events() { return {domain::RehearsalEnded{}, domain::SessionClosed{}}; }

/// One inner vector for each record.
inline std::vector<domain::Events> sample_log() {
  using namespace domain;
  const auto question = [](std::uint8_t number) { return id_of<QuestionId>(number); };
  const auto reply = [&](std::uint32_t place) { return ReplyId{question(0x40), place}; };
  const auto accepted = [](std::uint8_t number) { return CommandAccepted{id_of<CommandId>(number)}; };
  std::vector<Events> log = sample_log_of_format_1();
  const std::vector<Events> more = {
      {ModerationSet{true}, accepted(0xa1), WordListSet{"sukkel\nidioot"}, accepted(0xa2)},
      {sample_question(0x80, "Komt er een derde ronde?"), accepted(0xa3),
       sample_question(0x84, "Wie weet wie dit vroeg?"), accepted(0xa4),
       sample_question(0x88, "Net als de eerste"), accepted(0xa5)},
      {AskedBack{question(0x40), {Language::nl, "Wat had u willen weten?"}}, accepted(0xa6),
       AskedBack{question(0x40), {Language::en, "And since when?"}}, accepted(0xa7),
       AskBackReplied{reply(0), {Language::nl, "Alles."}, id_of<Receipt>(0x75)}, accepted(0xa8),
       AskBackReplied{reply(1), {Language::en, "Since \xf0\x9f\x90\xa3"}, id_of<Receipt>(0x76)}, accepted(0xa9)},
      {RoundPassed{{question(0x84), question(0x80), question(0x88)},
                   {question(0x80), question(0x84), question(0x88)},
                   {reply(0), reply(1)},
                   {reply(0), reply(1)}}},
      {QuestionApproved{question(0x80)}, QuestionHeldBack{question(0x80)}, QuestionApproved{question(0x80)},
       QuestionApproved{question(0x88)}, accepted(0xaa)},
      {QuestionRefused{question(0x84), Reason::traceable}, QuestionRestored{question(0x84)},
       QuestionRefused{question(0x84), Reason::about_a_person}, accepted(0xab)},
      {ReplyApproved{reply(0)}, ReplyHeldBack{reply(0)}, ReplyApproved{reply(0)},
       ReplyRefused{reply(1), Reason::unclear}, ReplyRedacted{reply(1), "Since ███"}, accepted(0xac)},
      {QuestionRedacted{question(0x80), "Komt er een ███ ronde?"},
       QuestionLabelled{question(0x80), "HR – rooster"}, QuestionPinned{question(0x80), true},
       QuestionArchived{question(0x51), true}, accepted(0xad)},
      {QuestionMerged{question(0x88), question(0x80)}, MergeUndone{question(0x88)},
       QuestionMerged{question(0x88), question(0x80)}, MergeTold{question(0x88)}, accepted(0xae)},
      {AnswerWritten{question(0x40), sample_answer()}, NoteSet{question(0x80), "Eerst de cijfers."},
       HidingWished{question(0x40)}, AnswerJudged{question(0x40), Verdict::partly}, accepted(0xaf)},
      {RoundPassed{}},
      {SessionRenamed{{Language::en, "Dare to ask"}}, JoinCodeChanged{"04829131"}, KeepDaysSet{30},
       ResultsLinkSet{id_of<ResultsSecret>(0x34), id_of<SecretHash>(0x35)}, accepted(0xb0)},
      {LinkSet{id_of<LinkId>(0x24), Role::moderator, "", id_of<SecretHash>(0x36)},
       LinkSet{id_of<LinkId>(0x25), Role::stage, "tablet", id_of<SecretHash>(0x37)}, accepted(0xb1)},
      {SessionEnded{20'778}, accepted(0xb2)},
  };
  log.insert(log.end(), more.begin(), more.end());
  return log;
}

/// After all of sample_log.
inline domain::State sample_state() {
  using namespace domain;
  State state = sample_state_of_format_1();
  state.definition.title = {Language::en, "Dare to ask"};
  state.definition.join_code = "04829131";
  state.definition.links[id_of<LinkId>(0x24)] = {Role::moderator, "", id_of<SecretHash>(0x36)};
  state.definition.links[id_of<LinkId>(0x25)] = {Role::stage, "tablet", id_of<SecretHash>(0x37)};
  state.definition.moderation = true;
  state.definition.word_list = "sukkel\nidioot";
  state.definition.keep_days = 30;
  state.definition.ended_day = 20'778;
  state.definition.results_hash = id_of<SecretHash>(0x35);
  state.phase = Phase::ended;
  state.round = 6;
  state.timer_ms = 0;
  state.results = id_of<ResultsSecret>(0x34);
  state.shown_tally = {5, 3, 1, 1, {{Reason::about_a_person, 1}}};
  for (std::uint8_t number = 0xa1; number <= 0xb2; ++number) state.accepted.insert(id_of<CommandId>(number));

  Question& answered = state.questions.at(id_of<QuestionId>(0x40));
  answered.hiding_wished = true;
  answered.hiding_shown = true;
  answered.answer = sample_answer();
  answered.verdict = Verdict::partly;
  answered.exchanges = {{{Language::nl, "Wat had u willen weten?"}, ReplyStatus::open, {Language::nl, "Alles."},
                         id_of<Receipt>(0x75), 0, false, Reason::off_topic},
                        {{Language::en, "And since when?"}, ReplyStatus::refused,
                         {Language::en, "Since ███"}, id_of<Receipt>(0x76), 0, false, Reason::unclear}};
  state.questions.at(id_of<QuestionId>(0x51)).archived = true;

  const auto put = [&](std::uint8_t number, std::string text, QuestionStatus status,
                       std::uint32_t place) -> Question& {
    const QuestionSubmitted asked = sample_question(number, text);
    Question& question = state.questions[asked.question];
    question.text = asked.text;
    question.topic = asked.topic;
    question.status = status;
    question.authorship = asked.authorship;
    question.receipt = asked.receipt;
    question.upvotes[asked.nullifier] = {1, true};
    question.shown_support = 1;
    question.round = 4;
    question.place = place;
    return question;
  };
  Question& shown = put(0x80, "Komt er een ███ ronde?", QuestionStatus::open, 1);
  shown.redacted = true;
  shown.label = "HR – rooster";
  shown.pinned = true;
  shown.note = "Eerst de cijfers.";
  put(0x84, "Wie weet wie dit vroeg?", QuestionStatus::refused, 0).reason = Reason::about_a_person;
  Question& merged = put(0x88, "Net als de eerste", QuestionStatus::merged, 2);
  merged.upvotes.clear();
  merged.merged_into = id_of<QuestionId>(0x80);
  merged.merged_support = 1;
  merged.merge_told = true;
  return state;
}

inline domain::Definition sample_definition() { return sample_state().definition; }

}  // namespace durf::test
