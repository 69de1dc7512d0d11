// SPDX-License-Identifier: MIT
#include "domain/history.hpp"

#include <array>

#include "domain/shuffle.hpp"

namespace durf::domain::testing {
namespace {

/// How often each deed comes, roughly as in a session where much happens.
constexpr std::array<std::pair<Deed, unsigned>, 14> weights = {{
    {Deed::join, 6},
    {Deed::leave, 4},
    {Deed::submit, 24},
    {Deed::withdraw, 6},
    {Deed::upvote, 24},
    {Deed::highlight, 5},
    {Deed::clear_highlight, 2},
    {Deed::mark_answered, 3},
    {Deed::reopen, 2},
    {Deed::set_screen, 2},
    {Deed::start_timer, 1},
    {Deed::change_phase, 1},
    {Deed::begin_for_real, 1},
    {Deed::pass_round, 19},
}};

Deed draw_deed(Xoshiro256& generator) {
  std::uint64_t drawn = generator.below(100);
  for (const auto& [deed, weight] : weights) {
    if (drawn < weight) return deed;
    drawn -= weight;
  }
  return Deed::pass_round;
}

Command command_of(const Step& step, Number person, const State& state) {
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
    case Deed::pass_round:
    case Deed::join:
    case Deed::leave:
      break;
  }
  return PassRound{};
}

Actor actor_of(const Step& step, Number person) {
  if (step.by_participant()) return participant(person);
  return step.deed == Deed::pass_round ? timer_of_rounds() : facilitator();
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
    step.revision = generator.below(5);
    step.flag = generator.below(3) != 0;
    for (std::uint64_t& word : step.entropy) word = generator.next();
    // A withdrawal by a stranger is refused; half of them shall be by the author.
    if (step.deed == Deed::withdraw && step.flag)
      for (const Step& earlier : history)
        if (earlier.deed == Deed::submit && earlier.question == step.question) step.person = earlier.person;
    history.push_back(step);
  }
  return history;
}

std::string text_in_history(Number question) { return "<<" + std::to_string(question) + ">>"; }

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
