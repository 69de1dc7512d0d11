// SPDX-License-Identifier: MIT
#include "durf/domain/project.hpp"

#include "domain/questions.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

Value number(std::int64_t value) { return value; }
Value text(std::string_view value) { return std::string(value); }
Value flag(bool value) { return value; }

/// Ids that may be empty stand as "" on the wire.
template <class Id>
Value id_or_nothing(const Id& id) {
  return id.empty() ? std::string() : id.text();
}

std::string_view name_of(Phase phase) {
  switch (phase) {
    case Phase::lobby:
      return "lobby";
    case Phase::live:
      return "live";
  }
  base::fail_assertion("a known phase", __FILE__, __LINE__);
}

/// Held has no name here: a held question never gets this far.
std::string_view name_of_visible(QuestionStatus status) {
  switch (status) {
    case QuestionStatus::open:
      return "open";
    case QuestionStatus::highlighted:
      return "highlighted";
    case QuestionStatus::answered:
      return "answered";
    case QuestionStatus::held:
      break;
  }
  base::fail_assertion("a question that came out", __FILE__, __LINE__);
}

Fields session_fields(const State& state, const Presence& presence, Audience audience) {
  const Definition& definition = state.definition;
  Fields fields = {
      {"title", text(definition.title.text)},
      {"lang", text(name_of(definition.title.language))},
      {"phase", text(name_of(state.phase))},
      {"rehearsal", flag(definition.rehearsal)},
      {"round", number(state.round)},
      {"round_ms", number(definition.round_ms)},
      {"round_tokens_min", number(limits::round_tokens_min)},
      {"round_waits_max", number(limits::round_waits_max)},
      {"highlighted", id_or_nothing(state.highlighted)},
      {"timer_ms", number(state.timer_ms)},
      {"code", text(definition.join_code)},
  };
  if (audience == Audience::presenter || audience == Audience::facilitator) {
    fields.emplace("blank", flag(state.screen.blank));
    fields.emplace("join_panel", flag(state.screen.join_panel));
    // Not for phones: every joining and leaving would be a frame to all of them.
    fields.emplace("people", number(presence.people));
  }
  if (audience == Audience::facilitator) fields.emplace("expected", number(definition.expected));
  return fields;
}

void put_topics(View& view, const Definition& definition) {
  std::int64_t place = 0;
  for (const Topic& topic : definition.topics) {
    view[{Collection::topic, topic.id.text()}] = {{"name", text(topic.name.text)},
                                                  {"lang", text(name_of(topic.name.language))},
                                                  {"place", number(place)}};
    place += 1;
  }
}

/// Same for all who look. Nothing of the author, of the single upvotes or of the current support is named
/// here.
Fields question_fields(const Question& question) {
  return {
      {"text", text(question.text.text)},          {"lang", text(name_of(question.text.language))},
      {"topic", id_or_nothing(question.topic)},    {"state", text(name_of_visible(question.status))},
      {"support", number(question.shown_support)}, {"round", number(question.round)},
      {"place", number(question.place)},
  };
}

void put_questions(View& view, const State& state) {
  for (const auto& [id, question] : state.questions)
    if (is_visible(question)) view[{Collection::question, id.text()}] = question_fields(question);
}

/// Only those that a passed round has announced: a receipt that appears between rounds says that somebody
/// just asked.
void put_receipts(View& view, const State& state) {
  for (const auto& [id, question] : state.questions)
    if (!is_visible(question) && question.announced)
      view[{Collection::receipt, question.receipt.text()}] = {{"state", text("held")},
                                                              {"waits", number(question.waits)}};
}

void put_links(View& view, const Definition& definition) {
  for (const auto& [id, link] : definition.links)
    view[{Collection::link, id.text()}] = {
        {"role", text(name_of(audience_of(link.role)))},
        {"label", text(link.label)},
    };
}

}  // namespace

View project(const State& state, const Presence& presence, Audience audience) {
  View view;
  view[{Collection::session, ""}] = session_fields(state, presence, audience);
  put_topics(view, state.definition);
  put_questions(view, state);
  switch (audience) {
    case Audience::participant:
      put_receipts(view, state);
      break;
    case Audience::presenter:
      break;
    case Audience::facilitator:
      put_links(view, state.definition);
      break;
  }
  return view;
}

}  // namespace durf::domain
