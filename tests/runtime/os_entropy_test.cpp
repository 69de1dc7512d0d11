// SPDX-License-Identifier: MIT
// The real entropy is drawn in large pieces and given out in small ones: no byte of it twice, to whichever thread.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <latch>
#include <set>
#include <thread>
#include <vector>

#include "durf/runtime/os.hpp"

namespace durf::runtime {
namespace {

using Block = std::array<std::uint8_t, 16>;

/// In pieces of 16 bytes, all of which must differ: that two are equal by chance does not happen.
std::vector<Block> blocks_of(const std::vector<std::uint8_t>& bytes) {
  std::vector<Block> blocks(bytes.size() / Block().size());
  for (std::size_t i = 0; i < blocks.size(); ++i)
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(i * Block().size()), Block().size(), blocks[i].begin());
  return blocks;
}

/// Draws of so many bytes one after another, joined.
std::vector<std::uint8_t> drawn(std::size_t draws, std::size_t size) {
  OsEntropy entropy;
  std::vector<std::uint8_t> all;
  for (std::size_t i = 0; i < draws; ++i) {
    std::vector<std::uint8_t> bytes(size);
    entropy.fill(bytes);
    all.insert(all.end(), bytes.begin(), bytes.end());
  }
  return all;
}

/// What was given out is wiped, so what is given out again would be zeros.
std::size_t longest_run_of_zeros(const std::vector<std::uint8_t>& bytes) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const std::uint8_t byte : bytes) longest = std::max(longest, run = byte == 0 ? run + 1 : 0);
  return longest;
}

TEST(OsEntropy, NothingIsGivenOutTwice) {
  std::set<Block> seen;
  std::size_t given = 0;
  // Smaller than a piece, across its end, and larger than it.
  for (const std::size_t size : {1u, 6u, 16u, 32u, 4'095u, 4'096u, 10'000u}) {
    const auto bytes = drawn(1'000'000 / (size * 16) + 2, size);
    EXPECT_LT(longest_run_of_zeros(bytes), 8u) << "draws of " << size;
    const auto blocks = blocks_of(bytes);
    given += blocks.size();
    seen.insert(blocks.begin(), blocks.end());
  }
  EXPECT_GT(given, 10'000u);
  EXPECT_EQ(seen.size(), given);
}

TEST(OsEntropy, ThreadsDoNotShareBytes) {
  std::array<std::vector<Block>, 4> of_thread;
  std::vector<std::thread> threads;
  std::latch together(static_cast<std::ptrdiff_t>(of_thread.size()));
  for (auto& blocks : of_thread) {
    threads.emplace_back([&blocks, &together] {
      together.arrive_and_wait();
      blocks = blocks_of(drawn(200'000, 16));
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::vector<Block> all;
  for (const auto& blocks : of_thread) all.insert(all.end(), blocks.begin(), blocks.end());
  std::sort(all.begin(), all.end());
  EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
}

}  // namespace
}  // namespace durf::runtime
