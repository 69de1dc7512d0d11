// SPDX-License-Identifier: MIT
// One session's log in which every event of the first record format stands at least once, and the state that it leads to,
// written down by hand: what its golden file holds. The log of today goes on where it ends (sample_log.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "durf/domain/event.hpp"
#include "durf/domain/state.hpp"

namespace durf::test {

template <class Id>
Id id_of(std::uint8_t number) {
  Id id;
  id.bytes.fill(number);
  return id;
}

inline domain::Definition sample_definition_of_format_1() {
  domain::Definition definition;
  definition.id = id_of<domain::SessionId>(0x01);
  definition.title = {domain::Language::nl, "Durf te vragen – één uur"};
  definition.topics = {{id_of<domain::TopicId>(0x12), {domain::Language::nl, "Werkdruk"}},
                       {id_of<domain::TopicId>(0x11), {domain::Language::en, "Trust & \"voice\""}}};
  definition.round_ms = 20'000;
  definition.lobby = true;
  definition.rehearsal = true;
  definition.expected = 25;
  definition.join_key = id_of<domain::JoinKey>(0x02);
  definition.join_code = "482913";
  definition.links = {
      {id_of<domain::LinkId>(0x21), {domain::Role::facilitator, "", id_of<domain::SecretHash>(0x31)}},
      {id_of<domain::LinkId>(0x22), {domain::Role::presenter, "zaal", id_of<domain::SecretHash>(0x32)}}};
  return definition;
}

inline domain::QuestionSubmitted sample_question(std::uint8_t number, const std::string& text) {
  return {id_of<domain::QuestionId>(number),
          number % 2 ? id_of<domain::TopicId>(0x12) : domain::TopicId{},
          {domain::Language::nl, text},
          id_of<domain::AuthorshipHash>(static_cast<std::uint8_t>(number + 1)),
          id_of<domain::Receipt>(static_cast<std::uint8_t>(number + 2)),
          id_of<domain::Nullifier>(static_cast<std::uint8_t>(number + 3))};
}

/// One inner vector for each record.
inline std::vector<domain::Events> sample_log_of_format_1() {
  using namespace domain;
  const auto question = [](std::uint8_t number) { return id_of<QuestionId>(number); };
  const auto accepted = [](std::uint8_t number) { return CommandAccepted{id_of<CommandId>(number)}; };
  return {
      {SessionCreated{sample_definition_of_format_1()}},
      {PhaseChanged{Phase::live}, accepted(0x91)},
      {sample_question(0x40, "Waarom horen wij dit pas nu?"), accepted(0x92),
       sample_question(0x51, "Mag het ook\nop twee regels? \xf0\x9f\x8e\xa9"), accepted(0x93),
       sample_question(0x60, "Wordt ingetrokken"), accepted(0x94)},
      {QuestionWithdrawn{question(0x60)}, accepted(0x95)},
      {RoundPassed{}},
      {RoundPassed{{question(0x51), question(0x40)}, {}, {}, {}}},
      {UpvoteChanged{question(0x40), id_of<Nullifier>(0x70), 1, true}, accepted(0x96)},
      {UpvoteChanged{question(0x40), id_of<Nullifier>(0x70), 300, false}, accepted(0x97)},
      {UpvoteChanged{question(0x51), id_of<Nullifier>(0x71), 70'000, true}, accepted(0x98)},
      {QuestionHighlighted{question(0x51)}, accepted(0x99), QuestionAnswered{question(0x51)}, accepted(0x9a),
       QuestionReopened{question(0x51)}, accepted(0x9b)},
      {QuestionHighlighted{question(0x40)}, QuestionHighlighted{}, accepted(0x9c)},
      {RoundsLengthened{60'000}, ScreenSet{true, false}, TimerSet{7'200'000}, accepted(0x9d)},
      {LinkSet{id_of<LinkId>(0x23), Role::presenter, "tweede scherm", id_of<SecretHash>(0x33)},
       LinkRevoked{id_of<LinkId>(0x22)}, accepted(0x9e)},
      {RoundPassed{}},
      {QuestionAnswered{question(0x40)}, accepted(0x9f)},
  };
}

/// After all of it.
inline domain::State sample_state_of_format_1() {
  using namespace domain;
  State state;
  state.definition = sample_definition_of_format_1();
  state.definition.round_ms = 60'000;
  state.definition.links.erase(id_of<LinkId>(0x22));
  state.definition.links[id_of<LinkId>(0x23)] = {Role::presenter, "tweede scherm", id_of<SecretHash>(0x33)};
  state.phase = Phase::live;
  state.round = 4;
  state.screen = {true, false};
  state.timer_ms = 7'200'000;
  state.shown_tally = {2, 2, 0, 0, {}};
  for (std::uint8_t number = 0x91; number <= 0x9f; ++number) state.accepted.insert(id_of<CommandId>(number));

  const auto put = [&](std::uint8_t number, const std::string& text, QuestionStatus status,
                       std::uint32_t support, std::uint32_t place) -> Question& {
    const QuestionSubmitted asked = sample_question(number, text);
    Question& question = state.questions[asked.question];
    question.text = asked.text;
    question.topic = asked.topic;
    question.status = status;
    question.authorship = asked.authorship;
    question.receipt = asked.receipt;
    question.upvotes[asked.nullifier] = {1, true};
    question.shown_support = support;
    question.round = 2;
    question.place = place;
    question.waits = 1;
    return question;
  };
  put(0x40, "Waarom horen wij dit pas nu?", QuestionStatus::answered, 1, 1)
      .upvotes[id_of<Nullifier>(0x70)] = {300, false};
  put(0x51, "Mag het ook\nop twee regels? \xf0\x9f\x8e\xa9", QuestionStatus::open, 2, 0)
      .upvotes[id_of<Nullifier>(0x71)] = {70'000, true};
  return state;
}

}  // namespace durf::test
