// SPDX-License-Identifier: MIT
// Random histories for the property tests: what a lively room could do, drawn from a seed, and played under
// exchangeable rules, so that each property can be shown to fail under sabotaged ones.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/gathering.hpp"

namespace durf::domain::testing {

enum class Deed {
  join,
  leave,
  submit,
  withdraw,
  upvote,
  highlight,
  clear_highlight,
  mark_answered,
  reopen,
  set_screen,
  start_timer,
  change_phase,
  begin_for_real,
  pass_round,
  wish_hidden,
  reply,
  judge,
  write_answer,
  ask_back,
  set_note,
  approve,
  hold_back,
  refuse,
  restore,
  approve_reply,
  refuse_reply,
  hold_back_reply,
  redact,
  redact_reply,
  label,
  pin,
  archive,
  merge,
  undo_merge,
  tell_merge,
  set_moderation,
  set_word_list,
  end_session,
  set_results_link,
};

struct Step {
  Deed deed = Deed::pass_round;
  Number person = 0;    ///< of deeds of participants
  Number question = 0;  ///< of deeds about a question
  Number other = 0;     ///< the question that it is merged into, or any small number
  std::uint64_t revision = 0;
  bool flag = false;
  Entropy entropy{};

  bool by_participant() const {
    return deed == Deed::submit || deed == Deed::withdraw || deed == Deed::upvote || by_author();
  }
  /// Deeds that only the author may do once a question came out.
  bool by_author() const { return deed == Deed::wish_hidden || deed == Deed::reply || deed == Deed::judge; }
  /// What participants do without anybody seeing it before a round has passed.
  bool is_quiet() const { return deed == Deed::submit || deed == Deed::upvote || by_author(); }
  bool by_system() const { return deed == Deed::pass_round || deed == Deed::tell_merge; }
};

using History = std::vector<Step>;

inline constexpr Number people_in_history = 8;

/// Of the session in which histories are played: a rehearsal that is live.
Definition definition_of_histories();

/// Questions are numbered in the order in which they are asked, each number once.
History random_history(std::uint64_t seed, std::size_t length);

/// The text that a question of a history has: found nowhere else.
std::string text_in_history(Number question);
/// The text of the author's reply there: likewise.
std::string reply_in_history(Number question, std::uint32_t place);
/// A word that a part of the texts holds, and that the word lists of a history hold.
inline constexpr const char* insult_in_history = "moron";

/// The rules under test, or sabotaged ones.
struct Rules {
  std::function<Decision(const State&, const Presence&, const Actor&, const Command&, const Stamp&)> decide;
  std::function<void(State&, const Event&)> apply;
  std::function<View(const State&, const Presence&, Audience)> project;
};
Rules real_rules();

/// Who does a step in place of the person who is written there. Identity by default.
using Casting = std::function<Number(const Step&)>;

/// What a step did.
struct Moment {
  const Step& step;
  const State& state;        ///< after it
  const Presence& presence;  ///< after it
  const Events& events;      ///< of it; none when it was refused
};

/// Plays a history from an empty session. `watch` sees each moment and stops the play by
/// returning a complaint, which `play` hands on; nothing: all was well.
using Complaint = std::optional<std::string>;
Complaint play(const History& history, const Rules& rules, const Casting& casting,
               const std::function<Complaint(const Moment&)>& watch);

Number as_written(const Step& step);

/// Plays many histories; the first complaint, with its seed.
Complaint play_many(std::size_t count, const std::function<Complaint(std::uint64_t seed)>& play_one);

}  // namespace durf::domain::testing
