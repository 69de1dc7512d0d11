// SPDX-License-Identifier: MIT
#include "domain/history.hpp"

#include <array>

#include "domain/history_deeds.hpp"
#include "domain/shuffle.hpp"

namespace durf::domain::testing {
namespace {

/// How often each deed comes, roughly as in a session where much happens.
constexpr std::array<std::pair<Deed, unsigned>, 39> weights = {{
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
    {Deed::hold_back_reply, 10},
    {Deed::redact, 4},
    {Deed::redact_reply, 9},
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
