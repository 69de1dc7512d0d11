// SPDX-License-Identifier: MIT
// One function object out of several lambdas, for std::visit.
#pragma once

namespace durf::base {

template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace durf::base
