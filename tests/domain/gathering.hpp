// SPDX-License-Identifier: MIT
// A session in memory for the tests of the domain: gives commands as the session core does (decide, apply,
// note), and tells the outcome as one line. People and things have small numbers.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "durf/domain/apply.hpp"
#include "durf/domain/decide.hpp"
#include "durf/domain/presence.hpp"
#include "durf/domain/project.hpp"

namespace durf::domain::testing {

using Number = std::uint32_t;
using Entropy = std::array<std::uint64_t, 4>;

/// An id that ends in `low` and begins with `high`; ordered by (high, low). Not empty unless both are 0.
template <class Id>
Id numbered(Number low, Number high = 0) {
  Id id;
  for (std::size_t i = 0; i < 4; ++i) {
    id.bytes[3 - i] = static_cast<std::uint8_t>(high >> (8 * i));
    id.bytes[Id::size - 1 - i] = static_cast<std::uint8_t>(low >> (8 * i));
  }
  return id;
}

QuestionId question(Number number);
TopicId topic(Number number);
LinkId link(Number number);
MemberTag member(Number person);

// What the shell would make of person and question.
Nullifier nullifier(Number person, Number number);
AuthorshipHash authorship(Number person, Number number);
Receipt receipt(Number person, Number number);

Actor participant(Number person);
Actor facilitator();
Actor presenter();
Actor moderator();
Actor stage();
Actor timer_of_rounds();

SubmitQuestion submit(Number number, Number author);
SubmitQuestion submit(Number number, Number author, std::string text);
WithdrawQuestion withdraw(Number number, Number person);
UpvoteQuestion upvote(Number number, Number person, std::uint64_t revision, bool up = true);
WishHidden wish_hidden(Number number, Number person);
JudgeAnswer judge(Number number, Number person, Verdict verdict);
AskBack ask_back(Number number, std::string text = "What do you mean?");
ReplyToAskBack reply_to(Number number, std::uint32_t place, Number person, std::string text = "This.");
WriteAnswer write_answer(Number number, std::string text, std::string promise = "");
ReplyId reply(Number number, std::uint32_t place = 0);
Receipt receipt_of_reply(Number person, Number number, std::uint32_t place);

/// The day on which sessions of these tests end.
inline constexpr std::int32_t some_day = 20'778;

/// Topics 1 and 2, facilitator's link 1, presenter's link 2; begins in the lobby.
Definition a_definition();

/// "accepted", "without effect", or the rejection with its parameters: "text_too_long max=1120".
std::string told(const Decision& decision);
std::string told(const Rejection& rejection);

class Gathering {
 public:
  explicit Gathering(Definition definition = a_definition());

  std::string give(const Actor& actor, const Command& command, const Entropy& entropy = {1, 2, 3, 4});

  /// The time of a round is over.
  std::string pass_round(const Entropy& entropy = {1, 2, 3, 4});

  /// Questions of these numbers, each by the person of the same number, are asked and come out, to be seen by
  /// all.
  void bring_out(const std::vector<Number>& numbers);

  const Question& at(Number number) const { return state.questions.at(question(number)); }
  View view(Audience audience) const { return project(state, presence, audience); }

  State state;
  Presence presence;
  Events log;   ///< all events so far
  Events last;  ///< those of the last accepted command
};

Gathering in_the_lobby();
Gathering gone_live();

/// Live, with these questions open, and none asked by person 50 or above.
Gathering with_open(const std::vector<Number>& numbers);

/// Live and moderated, with these questions pending.
Gathering with_pending(const std::vector<Number>& numbers);

/// Ended, with these questions open.
Gathering ended_with(const std::vector<Number>& numbers);

/// Every command once, with a body that does not matter.
std::vector<Command> every_command();

}  // namespace durf::domain::testing
