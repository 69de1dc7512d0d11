// SPDX-License-Identifier: MIT
#include "domain/history_deeds.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "domain/code_points.hpp"

namespace durf::domain::testing {
namespace {

/// What people see of a question tells them what they can do with it: blind chance would seldom reply to what
/// was asked back. Nothing when they could try whatever they like.
std::function<bool(const Question&)> suits(Deed deed) {
  const auto is = [](QuestionStatus status) {
    return [status](const Question& it) { return it.status == status; };
  };
  const auto has_reply = [](std::set<ReplyStatus> statuses) {
    return [statuses](const Question& it) {
      return std::any_of(it.exchanges.begin(), it.exchanges.end(),
                         [&](const Exchange& exchange) { return statuses.contains(exchange.status); });
    };
  };
  switch (deed) {
    case Deed::merge:
      return is(QuestionStatus::open);
    case Deed::undo_merge:
    case Deed::tell_merge:
      return [](const Question& it) { return it.status == QuestionStatus::merged && !it.merge_told; };
    case Deed::approve:
      return is(QuestionStatus::pending);
    case Deed::restore:
      return is(QuestionStatus::refused);
    case Deed::reopen:
      return is(QuestionStatus::answered);
    case Deed::ask_back:
      return is(QuestionStatus::open);
    case Deed::reply:
      return has_reply({ReplyStatus::none});
    case Deed::judge:
    case Deed::wish_hidden:
      return is(QuestionStatus::answered);
    case Deed::approve_reply:
      return has_reply({ReplyStatus::pending, ReplyStatus::refused});
    case Deed::refuse_reply:
      return has_reply({ReplyStatus::pending, ReplyStatus::open});
    case Deed::hold_back_reply:
      return has_reply({ReplyStatus::open});
    case Deed::redact_reply:
      return has_reply({ReplyStatus::pending, ReplyStatus::open, ReplyStatus::refused});
    default:
      return {};
  }
}

/// Blocks over the whole text, however long it is by now.
RedactQuestion redact(const Step& step, const State& state) {
  const auto found = state.questions.find(question(step.question));
  const std::string text = found == state.questions.end() ? "" : found->second.text.text;
  const auto length = static_cast<std::uint32_t>(count_code_points(text));
  return {.question = question(step.question), .from = 0, .count = length, .of = length};
}

RedactReply redact_reply(const Step& step, std::uint32_t place, const State& state) {
  const auto found = state.questions.find(question(step.question));
  const bool there = found != state.questions.end() && place < found->second.exchanges.size();
  const std::string text = there ? found->second.exchanges[place].reply.text : "";
  const auto length = static_cast<std::uint32_t>(count_code_points(text));
  return {.reply = reply(step.question, place), .from = 0, .count = length, .of = length};
}

}  // namespace

Authors authors_of(const History& history) {
  Authors authors;
  for (const Step& step : history)
    if (step.deed == Deed::submit) authors[step.question] = step.person;
  return authors;
}

Step aimed(Step step, const State& state, const Authors& authors) {
  const auto suitable = suits(step.deed);
  if (!suitable || step.entropy[0] % 4 == 0) return step;
  std::vector<Number> numbers;
  for (const auto& [id, question] : state.questions)
    if (suitable(question)) numbers.push_back((Number{id.bytes[14]} << 8) | id.bytes[15]);
  if (numbers.empty()) return step;
  step.question = numbers[step.entropy[1] % numbers.size()];
  if (step.deed == Deed::merge) step.other = numbers[step.entropy[2] % numbers.size()];
  if (step.by_author()) step.person = authors.at(step.question);
  return step;
}

Command command_of(const Step& step, Number person, const State& state) {
  const QuestionId id = question(step.question);
  const std::uint32_t place = step.other % 3 == 0 ? 1 : 0;
  const auto reason = static_cast<Reason>(step.revision);
  switch (step.deed) {
    case Deed::submit:
      return submit(step.question, person, text_in_history(step.question));
    case Deed::withdraw:
      return withdraw(step.question, person);
    case Deed::upvote:
      return upvote(step.question, person, step.revision, step.flag);
    case Deed::highlight:
      return HighlightQuestion{question(step.question)};
    case Deed::clear_highlight:
      return ClearHighlight{};
    case Deed::mark_answered:
      return MarkAnswered{question(step.question)};
    case Deed::reopen:
      return ReopenQuestion{question(step.question)};
    case Deed::set_screen:
      return SetScreen{.blank = step.flag, .join_panel = !step.flag};
    case Deed::start_timer:
      return StartTimer{60'000};
    case Deed::change_phase:
      // A pause is short: it takes one person of eight to begin it, and anybody ends it.
      return state.phase == Phase::live && step.person == 1 ? Command(OpenLobby{}) : Command(GoLive{});
    case Deed::begin_for_real:
      return BeginForReal{};
    case Deed::wish_hidden:
      return wish_hidden(step.question, person);
    case Deed::reply:
      return reply_to(step.question, place, person, reply_in_history(step.question, place));
    case Deed::judge:
      return judge(step.question, person, static_cast<Verdict>(1 + step.revision % 3));
    case Deed::write_answer:
      return write_answer(step.question, step.flag ? "Yes." : "", step.revision > 2 ? "Soon." : "");
    case Deed::ask_back:
      return ask_back(step.question);
    case Deed::set_note:
      return SetNote{id, step.flag ? "slowly" : ""};
    case Deed::approve:
      return ApproveQuestion{id};
    case Deed::hold_back:
      return HoldBackQuestion{id};
    case Deed::refuse:
      return RefuseQuestion{id, reason};
    case Deed::restore:
      return RestoreQuestion{id};
    case Deed::approve_reply:
      return ApproveReply{reply(step.question, place)};
    case Deed::refuse_reply:
      return RefuseReply{reply(step.question, place), reason};
    case Deed::hold_back_reply:
      return HoldBackReply{reply(step.question, place)};
    case Deed::redact:
      return redact(step, state);
    case Deed::redact_reply:
      return redact_reply(step, place, state);
    case Deed::label:
      return LabelQuestion{id, step.flag ? "twice" : ""};
    case Deed::pin:
      return PinQuestion{id, step.flag};
    case Deed::archive:
      return ArchiveQuestion{id, step.flag};
    case Deed::merge:
      return MergeQuestion{id, question(step.other)};
    case Deed::undo_merge:
      return UndoMerge{id};
    case Deed::tell_merge:
      return TellMerge{id};
    case Deed::set_moderation:
      return SetModeration{!step.flag};  // off for most of the time
    case Deed::set_word_list:
      return SetWordList{step.flag ? insult_in_history : ""};
    case Deed::end_session:
      return EndSession{some_day};
    case Deed::set_results_link:
      return SetResultsLink{.secret = numbered<ResultsSecret>(step.other, 77),
                            .secret_hash = numbered<SecretHash>(1)};
    case Deed::pass_round:
    case Deed::join:
    case Deed::leave:
      break;
  }
  return PassRound{};
}

Actor actor_of(const Step& step, Number person) {
  if (step.by_participant()) return participant(person);
  return step.by_system() ? timer_of_rounds() : facilitator();
}

}  // namespace durf::domain::testing
