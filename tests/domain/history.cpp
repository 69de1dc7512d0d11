// SPDX-License-Identifier: MIT
#include "domain/history.hpp"

#include <array>

#include "domain/code_points.hpp"
#include "domain/shuffle.hpp"

namespace durf::domain::testing {
namespace {

/// How often each deed comes, roughly as in a session where much happens.
constexpr std::array<std::pair<Deed, unsigned>, 37> weights = {{
    {Deed::join, 6},
    {Deed::leave, 4},
    {Deed::submit, 40},
    {Deed::withdraw, 8},
    {Deed::upvote, 30},
    {Deed::highlight, 8},
    {Deed::clear_highlight, 2},
    {Deed::mark_answered, 8},
    {Deed::reopen, 3},
    {Deed::set_screen, 2},
    {Deed::start_timer, 1},
    {Deed::change_phase, 2},
    {Deed::begin_for_real, 1},
    {Deed::pass_round, 36},
    {Deed::wish_hidden, 5},
    {Deed::reply, 9},
    {Deed::judge, 9},
    {Deed::write_answer, 5},
    {Deed::ask_back, 8},
    {Deed::set_note, 2},
    {Deed::approve, 8},
    {Deed::hold_back, 3},
    {Deed::refuse, 6},
    {Deed::restore, 5},
    {Deed::approve_reply, 4},
    {Deed::refuse_reply, 3},
    {Deed::redact, 4},
    {Deed::label, 2},
    {Deed::pin, 2},
    {Deed::archive, 3},
    {Deed::merge, 9},
    {Deed::undo_merge, 3},
    {Deed::tell_merge, 6},
    {Deed::set_moderation, 4},
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

/// Puts blocks over the end of a text, wherever it ends by now. Nothing of the text in history stays readable.
RedactQuestion redact(const Step& step, const State& state) {
  const auto found = state.questions.find(question(step.question));
  const std::string text = found == state.questions.end() ? "" : found->second.text.text;
  const auto length = static_cast<std::uint32_t>(count_code_points(text));
  return {.question = question(step.question), .from = 0, .count = length, .of = length};
}

Command command_of(const Step& step, Number person, const State& state) {
  const QuestionId id = question(step.question);
  const std::uint32_t place = step.other % 2;
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
      return state.phase == Phase::live ? Command(OpenLobby{}) : Command(GoLive{});
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
      return SetModeration{step.flag};
    case Deed::set_word_list:
      return SetWordList{step.flag ? insult_in_history : ""};
    case Deed::end_session:
      return EndSession{some_day};
    case Deed::set_results_link:
      return SetResultsLink{.secret = numbered<ResultsSecret>(step.other), .secret_hash = numbered<SecretHash>(1)};
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

}  // namespace

History random_history(std::uint64_t seed, std::size_t length) {
  Xoshiro256 generator({seed, 1, 2, 3});
  for (int i = 0; i < 16; ++i) generator.next();  // neighbouring seeds begin alike
  History history;
  Number asked = 0;
  while (history.size() < length) {
    Step step;
    step.deed = draw_deed(generator);
    step.person = 1 + static_cast<Number>(generator.below(people_in_history));
    step.question = step.deed == Deed::submit ? ++asked : 1 + static_cast<Number>(generator.below(asked + 1));
    step.other = 1 + static_cast<Number>(generator.below(asked + 1));
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
  return "<<" + std::to_string(question) + ">>" + (question % 4 == 0 ? std::string(" ") + insult_in_history : "");
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
  Definition definition = a_definition();
  definition.lobby = false;
  definition.rehearsal = true;
  State state;
  Presence presence;
  rules.apply(state, SessionCreated{definition});
  for (const Step& step : history) {
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
