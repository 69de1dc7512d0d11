// SPDX-License-Identifier: MIT
// The strongest test of the promise to the room: each history is played twice, the second time with the
// people exchanged, for each item in another way. All desks must see the same at every step; participants the
// same but for the names of receipts. Whoever sees a difference could tell something about who did what.
//
// Submissions of one round are exchanged by one permutation, since one token has one slot per round; all else
// by item. A reply takes the slot of an author of earlier, so every second history has replies and one
// permutation for the authors of all rounds, and the others have no replies.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>

#include "domain/history.hpp"
#include "domain/shuffle.hpp"

namespace durf::domain::testing {
namespace {

using Permutation = std::vector<Number>;  ///< by person; place 0 is unused

Permutation random_permutation(Xoshiro256& generator) {
  Permutation people;
  for (Number person = 1; person <= people_in_history; ++person) people.push_back(person);
  shuffle(people, generator);
  people.insert(people.begin(), 0);
  return people;
}

/// For each question, the release after which it was asked.
std::map<Number, std::size_t> rounds_of_questions(const History& history) {
  std::map<Number, std::size_t> rounds;
  std::size_t round = 0;
  play(history, real_rules(), as_written, [&](const Moment& moment) -> Complaint {
    if (moment.step.deed == Deed::submit) rounds[moment.step.question] = round;
    for (const Event& event : moment.events) {
      const auto* passed = std::get_if<RoundPassed>(&event);
      if ((passed && !passed->released.empty()) || std::holds_alternative<RehearsalEnded>(event)) ++round;
    }
    return std::nullopt;
  });
  return rounds;
}

bool has_replies(std::uint64_t seed) { return seed % 2 == 0; }

History history_of(std::uint64_t seed) {
  History history = random_history(seed, 80);
  if (!has_replies(seed)) std::erase_if(history, [](const Step& step) { return step.deed == Deed::reply; });
  return history;
}

Casting exchange(const History& history, std::uint64_t seed) {
  Xoshiro256 generator({seed, 7, 7, 7});
  std::map<std::size_t, Permutation> by_round;
  auto by_question = std::make_shared<std::map<Number, Permutation>>();
  const auto rounds = rounds_of_questions(history);
  for (const Step& step : history) {
    if (step.deed != Deed::submit) continue;
    const std::size_t round = has_replies(seed) ? 0 : rounds.at(step.question);
    if (!by_round.contains(round)) by_round[round] = random_permutation(generator);
    // Everyone else of this question is exchanged anew; only its author follows the round.
    Permutation people = random_permutation(generator);
    const Number author = by_round[round][step.person];
    std::swap(people[step.person], *std::find(people.begin() + 1, people.end(), author));
    (*by_question)[step.question] = people;
  }
  return [by_question](const Step& step) {
    const auto found = by_question->find(step.question);
    return found == by_question->end() ? step.person : found->second[step.person];
  };
}

/// With receipts unnamed: their number and their fields stay.
View without_names_of_receipts(const View& view) {
  std::vector<Fields> receipts;
  View rest;
  for (const auto& [key, fields] : view) {
    if (key.collection == Collection::receipt)
      receipts.push_back(fields);
    else
      rest.emplace(key, fields);
  }
  std::sort(receipts.begin(), receipts.end());
  for (std::size_t index = 0; index < receipts.size(); ++index)
    rest[{Collection::receipt, std::to_string(index)}] = receipts[index];
  return rest;
}

using Views = std::array<View, all_audiences.size()>;

/// After each step that may change what is seen; that participants' deeds between rounds may not is
/// ProjectV6's to show.
std::vector<Views> views_of(const History& history, const Rules& rules, const Casting& casting) {
  std::vector<Views> all;
  play(history, rules, casting, [&](const Moment& moment) -> Complaint {
    if (moment.events.empty() || moment.step.is_quiet()) return std::nullopt;
    Views& views = all.emplace_back();
    for (const Audience audience : all_audiences)
      views[static_cast<std::size_t>(audience)] =
          without_names_of_receipts(rules.project(moment.state, moment.presence, audience));
    return std::nullopt;
  });
  return all;
}

Complaint tell_apart(const Rules& rules, std::uint64_t seed) {
  const History history = history_of(seed);
  const auto before = views_of(history, rules, as_written);
  const auto after = views_of(history, rules, exchange(history, seed));
  if (before.size() != after.size()) return "something else happened";
  for (std::size_t step = 0; step < before.size(); ++step)
    for (const Audience audience : all_audiences) {
      const auto at = static_cast<std::size_t>(audience);
      if (before[step][at] != after[step][at])
        return std::string(name_of(audience)) + " sees who it was at step " + std::to_string(step);
    }
  return std::nullopt;
}

Complaint tell_apart_in_many(const Rules& rules, std::size_t count) {
  return play_many(count, [&](std::uint64_t seed) { return tell_apart(rules, seed); });
}

/// Sabotage: the real view and one more field of each question.
Rules with_field(const std::function<Value(const State&, const Question&)>& field) {
  Rules rules = real_rules();
  rules.project = [field](const State& state, const Presence& presence, Audience audience) {
    View view = project(state, presence, audience);
    for (const auto& [id, question] : state.questions)
      if (const auto found = view.find({Collection::question, id.text()}); found != view.end())
        found->second.emplace("mark", field(state, question));
    return view;
  };
  return rules;
}

TEST(ProjectV7, ExchangingTheAuthorsChangesNoView) {
  EXPECT_EQ(tell_apart_in_many(real_rules(), 10'000), std::nullopt);
}

TEST(ProjectV7, TheExchangeIsOne) {
  std::size_t exchanged = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const History history = history_of(seed);
    const Casting casting = exchange(history, seed);
    for (const Step& step : history)
      if (step.by_participant()) exchanged += casting(step) != step.person;
  }
  EXPECT_GT(exchanged, 200u);
}

TEST(ProjectV7, AMarkOfTheAuthorIsCaught) {
  EXPECT_NE(tell_apart_in_many(with_field([](const State&, const Question& question) -> Value {
                                 return question.authorship.text();
                               }),
                               100),
            std::nullopt);
}

TEST(ProjectV7, AMarkOfASupporterIsCaught) {
  EXPECT_NE(tell_apart_in_many(with_field([](const State&, const Question& question) -> Value {
                                 // Phones took the upvotes of a merged one elsewhere.
                                 return question.upvotes.empty() ? ""
                                                                 : question.upvotes.begin()->first.text();
                               }),
                               100),
            std::nullopt);
}

TEST(ProjectV7, HowManyQuestionsOneSecretStandsBehindIsCaught) {
  // As a server would know it that kept one name per person: the last bytes of the proofs of these tests hold
  // the question, the first the person.
  const auto person_of = [](const Question& question) { return question.authorship.bytes.back(); };
  EXPECT_NE(tell_apart_in_many(with_field([person_of](const State& state, const Question& question) -> Value {
                                 std::int64_t same = 0;
                                 for (const auto& [id, other] : state.questions)
                                   same += person_of(other) == person_of(question);
                                 return same;
                               }),
                               300),
            std::nullopt);
}

TEST(ProjectV7, AModeratorWhoSeesWhoSharesAnAuthorIsCaught) {
  Rules rules = real_rules();
  rules.project = [](const State& state, const Presence& presence, Audience audience) {
    View view = project(state, presence, audience);
    if (audience != Audience::moderator) return view;
    std::set<std::uint8_t> authors;
    for (const auto& [id, question] : state.questions) authors.insert(question.authorship.bytes.back());
    view.at({Collection::session, ""}).emplace("authors", static_cast<std::int64_t>(authors.size()));
    return view;
  };
  EXPECT_NE(tell_apart_in_many(rules, 300), std::nullopt);
}

TEST(ProjectV7, AnOrderOfReleaseByAuthorsIsCaught) {
  Rules rules = real_rules();
  rules.decide = [](const State& state, const Presence& presence, const Actor& actor, const Command& command,
                    const Stamp& stamp) {
    Decision decision = decide(state, presence, actor, command, stamp);
    if (auto* events = std::get_if<Events>(&decision))
      for (Event& event : *events)
        if (auto* passed = std::get_if<RoundPassed>(&event))
          std::sort(passed->released.begin(), passed->released.end(),
                    [&](const QuestionId& left, const QuestionId& right) {
                      return state.questions.at(left).authorship.bytes.back() <
                             state.questions.at(right).authorship.bytes.back();
                    });
    return decision;
  };
  EXPECT_NE(tell_apart_in_many(rules, 300), std::nullopt);
}

}  // namespace
}  // namespace durf::domain::testing
