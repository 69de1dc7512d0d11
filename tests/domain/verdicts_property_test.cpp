// SPDX-License-Identifier: MIT
// However a room judges, thinks better of it and takes questions back: between two totals that everyone sees, at least
// three people's verdicts lie, so that none can be read off their difference. Who said what is kept here by hand.
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>

#include "domain/gathering.hpp"
#include "domain/shuffle.hpp"

namespace durf::domain::testing {
namespace {

constexpr Number questions = 24;
using Said = std::map<Number, Verdict>;

Verdicts count(const Said& said) {
  Verdicts verdicts;
  for (const auto& [number, verdict] : said) {
    verdicts.yes += verdict == Verdict::yes;
    verdicts.partly += verdict == Verdict::partly;
    verdicts.no += verdict == Verdict::no;
  }
  return verdicts;
}

std::size_t total(const Verdicts& verdicts) { return verdicts.yes + verdicts.partly + verdicts.no; }

std::size_t differences(const Said& before, const Said& now) {
  std::size_t different = 0;
  for (const auto& [number, verdict] : now) {
    const auto found = before.find(number);
    different += found == before.end() || found->second != verdict;
  }
  for (const auto& [number, verdict] : before) different += !now.contains(number);
  return different;
}

Gathering with_answers() {
  std::vector<Number> numbers;
  for (Number number = 1; number <= questions; ++number) numbers.push_back(number);
  Gathering gathering = with_open(numbers);
  for (const Number number : numbers) gathering.give(stage(), MarkAnswered{question(number)});
  gathering.pass_round();
  return gathering;
}

/// What a round shows, after it passed: what the rules say, or what sabotaged ones would.
using Shows = void (*)(State& state, const Said& said);
void as_the_rules_say(State&, const Said&) {}
void everything_from_five(State& state, const Said& said) {
  if (said.size() >= limits::verdicts_shown_from) state.shown_verdicts = count(said);
}
/// Counting showings by their number of verdicts alone forgets that some may go.
void whatever_the_total(State& state, const Said& said) {
  const std::size_t before = total(state.shown_verdicts);
  if (said.size() >= limits::verdicts_shown_from && said.size() != before) state.shown_verdicts = count(said);
}

struct Looked {
  std::size_t showings = 0;
  std::size_t withdrawals = 0;
};

std::optional<std::string> read_off(const Gathering& beginning, std::uint64_t seed, Shows shows, Looked& looked) {
  Xoshiro256 generator({seed, 1, 2, 3});
  for (int i = 0; i < 16; ++i) generator.next();
  Gathering gathering = beginning;
  Said said;
  Said told;
  for (int step = 0; step < 120; ++step) {
    const auto number = 1 + static_cast<Number>(generator.below(questions));
    const std::uint64_t deed = generator.below(10);
    if (deed < 4) {
      const auto verdict = static_cast<Verdict>(1 + generator.below(3));
      if (gathering.give(participant(number), judge(number, number, verdict)) == "accepted") said[number] = verdict;
    } else if (deed == 4) {
      gathering.give(stage(), ReopenQuestion{question(number)});
      if (gathering.give(participant(number), withdraw(number, number)) == "accepted")
        looked.withdrawals += said.erase(number);
    } else {
      const Verdicts before = gathering.state.shown_verdicts;
      gathering.pass_round();
      shows(gathering.state, said);
      const Verdicts now = gathering.state.shown_verdicts;
      if (now == before) continue;
      looked.showings += 1;
      if (now != count(said)) return "what is shown is not what was said";
      const std::size_t different = differences(told, said);
      if (different < (told.empty() ? 5u : 3u)) return "a verdict can be read off: " + std::to_string(different);
      told = said;
    }
  }
  return std::nullopt;
}

std::optional<std::string> read_off_in_many(std::size_t rooms, Shows shows) {
  const Gathering beginning = with_answers();
  Looked looked;
  for (std::uint64_t seed = 1; seed <= rooms; ++seed)
    if (const auto complaint = read_off(beginning, seed, shows, looked))
      return "seed " + std::to_string(seed) + ": " + *complaint;
  if (looked.showings < 2 * rooms || looked.withdrawals < rooms) return "hardly anything was shown or taken back";
  return std::nullopt;
}

TEST(JudgeAnswerH15, NobodysVerdictCanBeReadOffInAnyRoom) {
  EXPECT_EQ(read_off_in_many(2'000, as_the_rules_say), std::nullopt);
}

TEST(JudgeAnswerH15, TotalsThatMoveWithEachVerdictAreCaught) {
  EXPECT_NE(read_off_in_many(100, everything_from_five), std::nullopt);
  EXPECT_NE(read_off_in_many(100, whatever_the_total), std::nullopt);
}

}  // namespace
}  // namespace durf::domain::testing
