// SPDX-License-Identifier: MIT
#include "load/timetable.hpp"

#include <algorithm>
#include <numeric>

#include "load/dice.hpp"

namespace durf::load {

std::vector<Us> timetable(std::size_t count, Us begin, Us length, Arrivals arrivals) {
  std::vector<Us> moments(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double part =
        arrivals == Arrivals::even ? static_cast<double>(i) / static_cast<double>(count) : random_part();
    moments[i] = begin + static_cast<Us>(part * static_cast<double>(length));
  }
  std::ranges::sort(moments);
  return moments;
}

std::vector<std::size_t> shuffled(std::size_t count) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::shuffle(order, dice());
  return order;
}

}  // namespace durf::load
