// SPDX-License-Identifier: MIT
#include "domain/history.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "domain/code_points.hpp"
#include "domain/shuffle.hpp"

namespace durf::domain::testing {
namespace {

/// How often each deed comes, roughly as in a session where much happens.
constexpr std::array<std::pair<Deed, unsigned>, 37> weights = {{
    {Deed::join, 6},
    {Deed::leave, 4},
    {Deed::submit, 60},
    {Deed::withdraw, 8},
    {Deed::upvote, 30},
    {Deed::highlight, 8},
    {Deed::clear_highlight, 2},
    {Deed::mark_answered, 8},
    {Deed::reopen, 4},
    {Deed::set_screen, 2},
    {Deed::start_timer, 1},
    {Deed::change_phase, 14},
    {Deed::begin_for_real, 1},
    {Deed::pass_round, 45},
    {Deed::wish_hidden, 5},
    {Deed::reply, 14},
    {Deed::judge, 9},
    {Deed::write_answer, 5},
    {Deed::ask_back, 12},
    {Deed::set_note, 2},
    {Deed::approve, 8},
    {Deed::hold_back, 3},
    {Deed::refuse, 6},
    {Deed::restore, 5},
    {Deed::approve_reply, 14},
    {Deed::refuse_reply, 12},
    {Deed::redact, 4},
    {Deed::label, 2},
    {Deed::pin, 2},
    {Deed::archive, 3},
    {Deed::merge, 14},
    {Deed::undo_merge, 5},
    {Deed::tell_merge, 10},
    {Deed::set_moderation, 3},
    {Deed::set_word_list, 2},
    {Deed::end_session, 1},
    {Deed::set_results_link, 1},
}};

constexpr std::uint64_t weight_of_all() {
  std::uint64_t sum = 0;
  for (const auto& [deed, weight] : weights) sum += weight;
  return sum;
}

Deed draw_deed(Xoshiro256& generator) {
  std::uint64_t drawn = generator.below(weight_of_all());
  for (const auto& [deed, weight] : weights) {
    if (drawn < weight) return deed;
    drawn -= weight;
  }
  return Deed::pass_round;
}

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
    default:
      return {};
  }
}

using Authors = std::map<Number, Number>;  ///< by question, as written

/// Mostly a question with which it can be done, and its author; the others stay as they were drawn. Looks at
/// nothing of the state that has to do with authors, so that an exchange of authors aims at the same.
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

/// Blocks over the whole text, however long it is by now.
RedactQuestion redact(const Step& step, const State& state) {
  const auto found = state.questions.find(question(step.question));
  const std::string text = found == state.questions.end() ? "" : found->second.text.text;
  const auto length = static_cast<std::uint32_t>(count_code_points(text));
  return {.question = question(step.question), .from = 0, .count = length, .of = length};
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
    case Deed::redact:
      return redact(step, state);
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

Authors authors_of(const History& history) {
  Authors authors;
  for (const Step& step : history)
    if (step.deed == Deed::submit) authors[step.question] = step.person;
  return authors;
}

Actor actor_of(const Step& step, Number person) {
  if (step.by_participant()) return participant(person);
  return step.by_system() ? timer_of_rounds() : facilitator();
}

void come_or_go(const Step& step, Presence& presence) {
  const auto found = presence.members.find(member(step.person));
  const bool here = found != presence.members.end() && found->second.connections > 0;
  if (step.deed == Deed::join) member_joined(presence, member(step.person), {});
  if (step.deed == Deed::leave && here) member_left(presence, member(step.person));
}

Events decided(const Step& step, const State& state, const Presence& presence, const Rules& rules,
               const Casting& casting) {
  const Number person = step.by_participant() ? casting(step) : 0;
  const Decision decision =
      rules.decide(state, presence, actor_of(step, person), command_of(step, person, state),
                   Stamp{.now = {}, .entropy = step.entropy});
  const auto* events = std::get_if<Events>(&decision);
  return events ? *events : Events{};
}

/// Mostly one of the last few, seldom one that nobody asked yet.
Number draw_question(Xoshiro256& generator, Number asked) {
  constexpr Number few = 5;
  if (asked <= few || generator.below(5) == 0) return 1 + static_cast<Number>(generator.below(asked + 1));
  return asked - static_cast<Number>(generator.below(few));
}

}  // namespace

Definition definition_of_histories() {
  Definition definition = a_definition();
  definition.lobby = false;
  definition.rehearsal = true;
  definition.word_list = insult_in_history;
  return definition;
}

History random_history(std::uint64_t seed, std::size_t length) {
  Xoshiro256 generator({seed, 1, 2, 3});
  for (int i = 0; i < 16; ++i) generator.next();  // neighbouring seeds begin alike
  History history;
  Number asked = 0;
  while (history.size() < length) {
    Step step;
    step.deed = draw_deed(generator);
    step.person = 1 + static_cast<Number>(generator.below(people_in_history));
    step.question = step.deed == Deed::submit ? ++asked : draw_question(generator, asked);
    step.other = draw_question(generator, asked);
    step.revision = generator.below(5);
    step.flag = generator.below(3) != 0;
    for (std::uint64_t& word : step.entropy) word = generator.next();
    // What a stranger wishes for another's question is refused; most of it shall come from the author.
    if ((step.deed == Deed::withdraw || step.by_author()) && step.flag)
      for (const Step& earlier : history)
        if (earlier.deed == Deed::submit && earlier.question == step.question) step.person = earlier.person;
    history.push_back(step);
  }
  return history;
}

std::string text_in_history(Number question) {
  return "<<" + std::to_string(question) + ">>" +
         (question % 4 == 0 ? std::string(" ") + insult_in_history : "");
}

std::string reply_in_history(Number question, std::uint32_t place) {
  return "<<" + std::to_string(question) + '.' + std::to_string(place) + ">>" +
         (question % 4 == 1 ? std::string(" ") + insult_in_history : "");
}

Rules real_rules() {
  return {.decide = decide,
          .apply = [](State& state, const Event& event) { domain::apply(state, event); },
          .project = project};
}

Number as_written(const Step& step) { return step.person; }

Complaint play(const History& history, const Rules& rules, const Casting& casting,
               const std::function<Complaint(const Moment&)>& watch) {
  State state;
  Presence presence;
  rules.apply(state, SessionCreated{definition_of_histories()});
  const Authors authors = authors_of(history);
  for (const Step& written : history) {
    const Step step = aimed(written, state, authors);
    Events events;
    if (step.deed == Deed::join || step.deed == Deed::leave) {
      come_or_go(step, presence);
    } else {
      events = decided(step, state, presence, rules, casting);
      const Number person = step.by_participant() ? casting(step) : 0;
      for (const Event& event : events) {
        rules.apply(state, event);
        note_event(presence, member(person), event);
      }
      if (step.deed == Deed::pass_round) free_slots_of_passed_round(presence, state);
    }
    if (Complaint complaint = watch(Moment{step, state, presence, events})) return complaint;
  }
  return std::nullopt;
}

Complaint play_many(std::size_t count, const std::function<Complaint(std::uint64_t seed)>& play_one) {
  for (std::uint64_t seed = 1; seed <= count; ++seed)
    if (const Complaint complaint = play_one(seed)) return "seed " + std::to_string(seed) + ": " + *complaint;
  return std::nullopt;
}

}  // namespace durf::domain::testing
