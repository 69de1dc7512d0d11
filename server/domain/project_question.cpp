// SPDX-License-Identifier: MIT
#include "domain/project_question.hpp"

#include "domain/project_values.hpp"
#include "domain/questions.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

/// Whether an audience may see a question at all. Held ones nobody sees; what waits for a moderator, was
/// refused, or is told to be merged, only those who moderate; and what was withdrawn is not here any more.
bool may_see(const Question& question, Audience audience) {
  if (sees_as_moderator(audience)) return !is_held(question) && !is_remnant(question);
  return is_seen_by_all(question);
}

std::string_view name_of_state(const Question& question, Audience audience) {
  switch (question.status) {
    case QuestionStatus::pending:
      return "pending";
    case QuestionStatus::open:
      return "open";
    case QuestionStatus::highlighted:
      return "highlighted";
    case QuestionStatus::answered:
      return "answered";
    case QuestionStatus::refused:
      return "refused";
    case QuestionStatus::merged:
      return sees_as_moderator(audience) ? "merged" : "open";
    case QuestionStatus::held:
      break;
  }
  base::fail_assertion("a question that came out", __FILE__, __LINE__);
}

/// Nothing of the author, of the single upvotes or of the current support is named here.
Fields question_fields(const State& state, const Question& question, Audience audience) {
  Fields fields = {
      {"text", text(question.text.text)},          {"lang", text(name_of(question.text.language))},
      {"topic", id_or_nothing(question.topic)},    {"state", text(name_of_state(question, audience))},
      {"support", number(question.shown_support)}, {"round", number(question.round)},
      {"place", number(question.place)},           {"redacted", flag(question.redacted)},
      {"pinned", flag(question.pinned)},           {"archived", flag(question.archived)},
  };
  if (sees_as_moderator(audience) || sees_as_stage(audience)) fields.emplace("label", text(question.label));
  if (sees_as_stage(audience)) fields.emplace("note", text(question.note));
  if (sees_as_moderator(audience)) {
    const bool refused = question.status == QuestionStatus::refused;
    fields.emplace("hiding_wished", flag(question.hiding_shown));
    fields.emplace("reason", text(refused ? name_of(question.reason) : ""));
    fields.emplace("into", id_or_nothing(into_of(state, question)));
    fields.emplace("told", flag(question.merge_told));
  }
  return fields;
}

Fields answer_fields(const Answer& answer) {
  return {
      {"text", text(answer.text.text)},  {"lang", text(name_of(answer.text.language))},
      {"promise", text(answer.promise)}, {"role", text(answer.role)},
      {"day", text(answer.day)},
  };
}

/// Until a reply came out it is as if there were none; until a moderator let it through, only they see more.
Fields ask_back_fields(const Exchange& exchange, Audience audience) {
  const bool moderates = sees_as_moderator(audience);
  const bool out = exchange.status == ReplyStatus::open;
  const bool pending = moderates && exchange.status == ReplyStatus::pending;
  const bool refused = moderates && exchange.status == ReplyStatus::refused;
  const bool shown = out || pending || refused;
  Fields fields = {
      {"text", text(exchange.asked.text)},
      {"lang", text(name_of(exchange.asked.language))},
      {"state", text(out       ? "replied"
                     : pending ? "pending"
                     : refused ? "refused"
                               : "asked")},
      {"reply", text(shown ? exchange.reply.text : "")},
      {"reply_lang", text(shown ? name_of(exchange.reply.language) : "")},
  };
  if (moderates) fields.emplace("reason", text(refused ? name_of(exchange.reason) : ""));
  return fields;
}

Fields receipt_fields(std::string_view state, std::uint32_t waits, std::string_view reason) {
  return {{"state", text(state)}, {"waits", number(waits)}, {"reason", text(reason)}};
}

/// Only of what a passed round has announced or released: a receipt that appears between rounds says that
/// somebody just acted.
void put_receipts(View& view, const Question& question) {
  const auto put = [&](const Receipt& receipt, Fields fields) {
    view[{Collection::receipt, receipt.text()}] = std::move(fields);
  };
  if (is_held(question) && question.announced)
    put(question.receipt, receipt_fields("held", question.waits, ""));
  if (question.status == QuestionStatus::pending)
    put(question.receipt, receipt_fields("pending", question.waits, ""));
  if (question.status == QuestionStatus::refused)
    put(question.receipt, receipt_fields("refused", question.waits, name_of(question.reason)));
  for (const Exchange& exchange : question.exchanges) {
    switch (exchange.status) {
      case ReplyStatus::held:
        if (exchange.announced) put(exchange.receipt, receipt_fields("held", exchange.waits, ""));
        break;
      case ReplyStatus::pending:
        put(exchange.receipt, receipt_fields("pending", exchange.waits, ""));
        break;
      case ReplyStatus::refused:
        put(exchange.receipt, receipt_fields("refused", exchange.waits, name_of(exchange.reason)));
        break;
      case ReplyStatus::none:
      case ReplyStatus::open:
        break;
    }
  }
}

void put_question(View& view, const State& state, const QuestionId& id, const Question& question,
                  Audience audience) {
  const std::string name = id.text();
  view[{Collection::question, name}] = question_fields(state, question, audience);
  if (!question.answer.empty()) view[{Collection::answer, name}] = answer_fields(question.answer);
  for (std::size_t place = 0; place < question.exchanges.size(); ++place)
    view[{Collection::ask_back, name + '.' + std::to_string(place)}] =
        ask_back_fields(question.exchanges[place], audience);
}

}  // namespace

bool sees_as_moderator(Audience audience) {
  return audience == Audience::facilitator || audience == Audience::moderator;
}

bool sees_as_stage(Audience audience) {
  return audience == Audience::facilitator || audience == Audience::stage;
}

void put_questions(View& view, const State& state, Audience audience) {
  for (const auto& [id, question] : state.questions) {
    if (may_see(question, audience)) put_question(view, state, id, question, audience);
    if (audience != Audience::participant) continue;
    put_receipts(view, question);
    if (question.status == QuestionStatus::merged && question.merge_told)
      view[{Collection::merge, id.text()}] = {{"into", id_or_nothing(into_of(state, question))}};
  }
}

std::int64_t pending_count(const State& state) {
  std::int64_t count = 0;
  for (const auto& [id, question] : state.questions) {
    count += question.status == QuestionStatus::pending;
    for (const Exchange& exchange : question.exchanges) count += exchange.status == ReplyStatus::pending;
  }
  return count;
}

}  // namespace durf::domain
