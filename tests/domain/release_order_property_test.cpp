// SPDX-License-Identifier: MIT
// What comes out of the hat says nothing about when it went in: over many rounds of 60 questions, Kendall's
// tau between the order of arrival and the order of release stays within 4 sigma of 0. Fixed seeds: it passes
// always or never.
#include <gtest/gtest.h>

#include <cmath>

#include "domain/gathering.hpp"
#include "domain/shuffle.hpp"

namespace durf::domain::testing {
namespace {

constexpr Number questions_per_round = 60;
constexpr int rounds = 100;

/// Ids by order of arrival, from 0.
using ChooseIds = std::function<std::vector<Number>(Xoshiro256&)>;
using Release = std::function<std::vector<QuestionId>(const Gathering&, const Entropy&)>;

std::vector<Number> honest_ids(Xoshiro256& generator) {
  std::vector<Number> ids;
  for (Number number = 1; number <= questions_per_round; ++number) ids.push_back(number);
  shuffle(ids, generator);
  return ids;
}

/// As phones would that want to keep their order: each id above the one before.
std::vector<Number> rising_ids(Xoshiro256&) {
  std::vector<Number> ids;
  for (Number number = 1; number <= questions_per_round; ++number) ids.push_back(number);
  return ids;
}

std::vector<QuestionId> released_by_the_rules(const Gathering& gathering, const Entropy& entropy) {
  const Decision decision = decide(gathering.state, gathering.presence, timer_of_rounds(), PassRound{},
                                   Stamp{.now = {}, .entropy = entropy});
  return std::get<RoundPassed>(std::get<Events>(decision).at(0)).released;
}

/// 1: same order; -1: turned round; 0: no relation.
double kendalls_tau(const std::vector<Number>& arrived, const std::vector<QuestionId>& released) {
  std::map<QuestionId, std::size_t> place;
  for (std::size_t at = 0; at < released.size(); ++at) place[released[at]] = at;
  int agreeing = 0;
  int pairs = 0;
  for (std::size_t first = 0; first < arrived.size(); ++first)
    for (std::size_t second = first + 1; second < arrived.size(); ++second, ++pairs)
      agreeing += place.at(question(arrived[first])) < place.at(question(arrived[second])) ? 1 : -1;
  return static_cast<double>(agreeing) / pairs;
}

/// Mean tau over all rounds, in units of its standard deviation under no relation.
double sigmas(const ChooseIds& choose, const Release& release) {
  Xoshiro256 generator({2, 4, 6, 8});
  double sum = 0;
  for (int round = 0; round < rounds; ++round) {
    Gathering gathering = gone_live();
    const std::vector<Number> arrived = choose(generator);
    for (const Number number : arrived) gathering.give(participant(number), submit(number, number));
    const Entropy entropy = {generator.next(), generator.next(), generator.next(), generator.next()};
    const auto released = release(gathering, entropy);
    EXPECT_EQ(released.size(), arrived.size());
    sum += kendalls_tau(arrived, released);
  }
  constexpr double n = questions_per_round;
  const double sigma_of_one = std::sqrt(2 * (2 * n + 5) / (9 * n * (n - 1)));
  return sum / rounds / (sigma_of_one / std::sqrt(rounds));
}

TEST(PassRoundR5, ReleaseDoesNotFollowArrival) {
  EXPECT_LT(std::abs(sigmas(honest_ids, released_by_the_rules)), 4);
}

TEST(PassRoundR5, NoChoiceOfIdsFavoursAPlace) {
  EXPECT_LT(std::abs(sigmas(rising_ids, released_by_the_rules)), 4);
}

TEST(PassRoundR5, OrderByIdIsCaughtWhenIdsRise) {
  const Release by_id = [](const Gathering& gathering, const Entropy&) {
    std::vector<QuestionId> order;
    for (const auto& [id, question] : gathering.state.questions) order.push_back(id);
    return order;
  };
  EXPECT_GT(std::abs(sigmas(rising_ids, by_id)), 4);
}

TEST(PassRoundR5, OrderByArrivalIsCaught) {
  const Release by_arrival = [](const Gathering& gathering, const Entropy&) {
    std::vector<QuestionId> order;
    for (const Event& event : gathering.log)
      if (const auto* submitted = std::get_if<QuestionSubmitted>(&event))
        order.push_back(submitted->question);
    return order;
  };
  EXPECT_GT(std::abs(sigmas(honest_ids, by_arrival)), 4);
}

TEST(PassRoundR5, HalfAShuffleIsCaught) {
  // Arrival, and then only each second neighbour exchanged by chance: the sort of order that looks random at
  // a glance.
  const Release lazy = [](const Gathering& gathering, const Entropy& entropy) {
    Xoshiro256 generator(entropy);
    std::vector<QuestionId> order;
    for (const Event& event : gathering.log)
      if (const auto* submitted = std::get_if<QuestionSubmitted>(&event))
        order.push_back(submitted->question);
    for (std::size_t at = 0; at + 1 < order.size(); ++at)
      std::swap(order[at], order[at + generator.below(order.size() - at) / 2]);
    return order;
  };
  EXPECT_GT(std::abs(sigmas(honest_ids, lazy)), 4);
}

}  // namespace
}  // namespace durf::domain::testing
