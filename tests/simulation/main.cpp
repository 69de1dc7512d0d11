// SPDX-License-Identifier: MIT
// The suite without arguments of its own; `--seed N` runs one evening and tells what happened, `--seeds N
// [--first M]` runs so many. Anything else is for GoogleTest.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>

#include "simulation/evening.hpp"
#include "simulation/failed_seeds.hpp"

namespace durf::simulation {
namespace {

std::filesystem::path& folder() {
  static std::filesystem::path path;
  return path;
}

std::optional<std::uint64_t> number_after(const char* name, int argc, char** argv) {
  for (int i = 1; i + 1 < argc; ++i)
    if (std::strcmp(argv[i], name) == 0) return std::strtoull(argv[i + 1], nullptr, 10);
  return std::nullopt;
}

/// How many failed.
std::uint64_t run_evenings(std::uint64_t first, std::uint64_t seeds) {
  Counts counts;
  std::uint64_t failed = 0;
  for (std::uint64_t seed = first; seed < first + seeds; ++seed) {
    Saboteur nobody;
    const Outcome outcome = run_evening(seed, nobody);
    counts.add(outcome.counts);
    if (!outcome.broken) continue;
    ++failed;
    keep_failed_seed(seed);
    std::printf("seed %llu after %lld ms: %s\n", static_cast<unsigned long long>(seed),
                static_cast<long long>(outcome.at_ms), outcome.broken->c_str());
  }
  for (std::size_t i = 0; i < happened_names.size(); ++i)
    std::printf("%10llu  %s\n", static_cast<unsigned long long>(counts.of(i)), happened_names[i].data());
  std::printf("%llu of %llu seeds failed\n", static_cast<unsigned long long>(failed),
              static_cast<unsigned long long>(seeds));
  return failed;
}

}  // namespace

void keep_failed_seed(std::uint64_t seed) {
  std::filesystem::create_directories(folder());
  std::ofstream(folder() / "failed_seeds.txt", std::ios::app) << seed << '\n';
}

}  // namespace durf::simulation

int main(int argc, char** argv) {
  namespace simulation = durf::simulation;
  simulation::folder() = std::filesystem::absolute(argv[0]).parent_path() / "simulation";
  if (const auto seed = simulation::number_after("--seed", argc, argv))
    return simulation::run_evenings(*seed, 1) > 0;
  if (const auto seeds = simulation::number_after("--seeds", argc, argv))
    return simulation::run_evenings(simulation::number_after("--first", argc, argv).value_or(1), *seeds) > 0;
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
