// SPDX-License-Identifier: MIT
#include "durf/domain/project.hpp"

#include "domain/project_question.hpp"
#include "domain/project_values.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

std::string_view name_of(Phase phase) {
  switch (phase) {
    case Phase::lobby:
      return "lobby";
    case Phase::live:
      return "live";
    case Phase::ended:
      return "ended";
  }
  base::fail_assertion("a known phase", __FILE__, __LINE__);
}

void put_numbers(Fields& fields, const Tally& tally, const Verdicts& verdicts) {
  constexpr std::array<std::pair<std::string_view, Reason>, 7> reasons = {{
      {"refused_insult", Reason::insult},
      {"refused_about_a_person", Reason::about_a_person},
      {"refused_traceable", Reason::traceable},
      {"refused_off_topic", Reason::off_topic},
      {"refused_unclear", Reason::unclear},
      {"refused_asked_already", Reason::asked_already},
      {"refused_author_wished", Reason::author_wished},
  }};
  std::int64_t refused = 0;
  for (const auto& [name, reason] : reasons) {
    const auto found = tally.refused.find(reason);
    const std::int64_t count = found == tally.refused.end() ? 0 : found->second;
    fields.emplace(name, number(count));
    refused += count;
  }
  fields.emplace("tally_received", number(tally.received));
  fields.emplace("tally_shown", number(tally.shown));
  fields.emplace("tally_answered", number(tally.answered));
  fields.emplace("tally_merged", number(tally.merged));
  fields.emplace("tally_refused", number(refused));
  fields.emplace("judged_yes", number(verdicts.yes));
  fields.emplace("judged_partly", number(verdicts.partly));
  fields.emplace("judged_no", number(verdicts.no));
}

Fields session_fields(const State& state, const Presence& presence, Audience audience) {
  const Definition& definition = state.definition;
  // The room is given the results page when there is something to read on it.
  const bool results = state.phase == Phase::ended || audience == Audience::facilitator;
  Fields fields = {
      {"title", text(definition.title.text)},
      {"lang", text(name_of(definition.title.language))},
      {"phase", text(name_of(state.phase))},
      {"rehearsal", flag(definition.rehearsal)},
      {"round", number(state.round)},
      {"round_ms", number(definition.round_ms)},
      {"round_tokens_min", number(limits::round_tokens_min)},
      {"round_waits_max", number(limits::round_waits_max)},
      {"moderation", flag(definition.moderation)},
      {"highlighted", id_or_nothing(state.highlighted)},
      {"timer_ms", number(state.timer_ms)},
      {"code", text(definition.join_code)},
      {"ended_day", number(definition.ended_day)},
      {"keep_days", number(definition.keep_days)},
      {"results", results ? id_or_nothing(state.results) : text("")},
  };
  put_numbers(fields, state.shown_tally, state.shown_verdicts);
  if (audience == Audience::presenter || sees_as_stage(audience)) {
    fields.emplace("blank", flag(state.screen.blank));
    fields.emplace("join_panel", flag(state.screen.join_panel));
  }
  // Not for phones: every joining and leaving would be a frame to all of them.
  if (audience != Audience::participant) fields.emplace("people", number(presence.people));
  if (sees_as_moderator(audience)) {
    fields.emplace("pending", number(pending_count(state)));
    fields.emplace("word_list", text(definition.word_list));
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
  put_questions(view, state, audience);
  if (audience == Audience::facilitator) put_links(view, state.definition);
  return view;
}

}  // namespace durf::domain
