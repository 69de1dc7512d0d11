// SPDX-License-Identifier: MIT
// When things are to happen, decided beforehand: whether the server is slow must not change when it is asked next. Pure
// but for the dice.
#pragma once

#include <cstddef>
#include <vector>

#include "load/loop.hpp"

namespace durf::load {

enum class Arrivals : std::uint8_t {
  random,  ///< as people come: a Poisson process of which the total is known
  even,
};

/// So many moments in order, within `length` from `begin`.
std::vector<Us> timetable(std::size_t count, Us begin, Us length, Arrivals arrivals);

/// 0, 1, … count - 1, in random order.
std::vector<std::size_t> shuffled(std::size_t count);

}  // namespace durf::load
