// SPDX-License-Identifier: MIT
// Percentiles against a sorted list of the same values: exact where values are small, within a sixty-fourth where they
// are not.
#include "load/histogram.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace durf::load {
namespace {

TEST(Histogram, OfNothingIsZero) {
  const Histogram none;
  EXPECT_EQ(none.count(), 0u);
  EXPECT_EQ(none.percentile(0.99), 0);
  EXPECT_EQ(none.max(), 0);
}

TEST(Histogram, SmallValuesAreExact) {
  Histogram histogram;
  for (std::int64_t us = 1; us <= 100; ++us) histogram.record(us);
  EXPECT_EQ(histogram.percentile(0.50), 50);
  EXPECT_EQ(histogram.percentile(0.99), 99);
  EXPECT_EQ(histogram.percentile(1.0), 100);
  EXPECT_EQ(histogram.percentile(0.0), 1);
}

TEST(Histogram, IsNeverMoreThanASixtyFourthTooHighAndNeverTooLow) {
  std::mt19937_64 dice(7);
  std::lognormal_distribution<double> times(8, 3);
  Histogram histogram;
  std::vector<std::int64_t> values;
  for (int i = 0; i < 50'000; ++i) {
    values.push_back(std::min<std::int64_t>(static_cast<std::int64_t>(times(dice)), 3'600'000'000));
    histogram.record(values.back());
  }
  std::ranges::sort(values);
  for (const double part : {0.01, 0.5, 0.9, 0.99, 0.999, 1.0}) {
    const auto rank = static_cast<std::size_t>(std::ceil(part * static_cast<double>(values.size()))) - 1;
    EXPECT_GE(histogram.percentile(part), values[rank]) << part;
    EXPECT_LE(histogram.percentile(part), values[rank] + values[rank] / 64 + 1) << part;
  }
  EXPECT_EQ(histogram.max(), values.back());
}

TEST(Histogram, HoldsWhatIsOutsideItsRange) {
  Histogram histogram;
  histogram.record(-5);  // a clock of another core may be a little behind
  histogram.record(std::int64_t{1} << 60);
  EXPECT_EQ(histogram.percentile(0.5), 0);
  EXPECT_EQ(histogram.percentile(1.0), 3'600'000'000);
}

TEST(Histogram, AddedUpIsAsIfRecordedTogether) {
  Histogram one, other, both;
  for (std::int64_t us = 0; us < 5'000; us += 7) {
    (us % 2 == 0 ? one : other).record(us * us);
    both.record(us * us);
  }
  one.add(other);
  EXPECT_EQ(one.count(), both.count());
  EXPECT_EQ(one.max(), both.max());
  for (const double part : {0.1, 0.5, 0.95}) EXPECT_EQ(one.percentile(part), both.percentile(part));
}

}  // namespace
}  // namespace durf::load
