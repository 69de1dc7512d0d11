// SPDX-License-Identifier: MIT
// Shown here: over thousands of seeded evenings of crashes, lost commits, full disks, slow sockets and bad
// networks, every invariant of checker.hpp holds after every step, and in the end all pages show the same and
// nothing is owed. And that the simulator would notice: what it must meet is counted, and each of several
// saboteurs is caught.
//
// The number of seeds is DURF_SIM_SEEDS (2,000). A seed that fails is printed and written to
// simulation/failed_seeds.txt beside this program; one that has failed once belongs into seeds.txt.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "simulation/evening.hpp"
#include "simulation/failed_seeds.hpp"
#include "simulation/saboteurs.hpp"

namespace durf::simulation {
namespace {

std::uint64_t seeds_of_the_suite() {
  const char* text = std::getenv("DURF_SIM_SEEDS");
  return text ? std::strtoull(text, nullptr, 10) : 2'000;
}

std::vector<std::uint64_t> seeds_that_failed_before() {
  std::ifstream file(DURF_TESTS_DIR "/simulation/seeds.txt");
  EXPECT_TRUE(file.is_open());
  std::vector<std::uint64_t> seeds;
  for (std::string line; std::getline(file, line);)
    if (!line.empty() && line.front() != '#') seeds.push_back(std::stoull(line));
  return seeds;
}

void expect_good(std::uint64_t seed, Counts& counts) {
  Saboteur nobody;
  const Outcome outcome = run_evening(seed, nobody);
  counts.add(outcome.counts);
  if (!outcome.broken) return;
  keep_failed_seed(seed);
  ADD_FAILURE() << "seed " << seed << " after " << outcome.at_ms << " ms: " << *outcome.broken
                << "\n  again: tests_simulation --seed " << seed;
}

// [C1, C2, C3, C4, C6, C8, C10, C11, C14, C15, C16, C17, C18, C19, C21, C29, C31, C32, C33, C34, C35]
TEST(Evenings, EveryInvariantHoldsAfterEveryStep) {
  Counts counts;
  for (const std::uint64_t seed : seeds_that_failed_before()) expect_good(seed, counts);
  const std::uint64_t seeds = seeds_of_the_suite();
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) expect_good(seed, counts);
  for (std::size_t i = 0; i < happened_names.size(); ++i)
    EXPECT_GT(counts.of(i), 0U) << "never met in " << seeds << " seeds: " << happened_names[i];
}

TEST(Evenings, TheSameSeedIsTheSameEvening) {
  Saboteur nobody;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const Outcome first = run_evening(seed, nobody);
    const Outcome second = run_evening(seed, nobody);
    EXPECT_EQ(first.at_ms, second.at_ms);
    for (std::size_t i = 0; i < happened_names.size(); ++i)
      EXPECT_EQ(first.counts.of(i), second.counts.of(i));
  }
}

TEST(Sabotage, IsCaught) {
  for (const Sabotage& sabotage : sabotages()) {
    std::optional<std::string> caught;
    for (std::uint64_t seed = 1; seed <= 300 && !caught; ++seed) {
      const auto saboteur = sabotage.make();
      const auto broken = run_evening(seed, *saboteur).broken;
      if (broken && broken->starts_with(sabotage.invariant))
        caught = broken;  // and by the guard that is meant for it
    }
    EXPECT_TRUE(caught) << "nobody noticed one that " << sabotage.name;
  }
}

}  // namespace
}  // namespace durf::simulation
