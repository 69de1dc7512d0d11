// SPDX-License-Identifier: MIT
// How many wrong join codes the whole server answers. Codes have six digits, so who may guess without limit finds a session in no
// time; QR and link carry 80 random bits and are never slowed. In any ten minutes at most 10,000 / open sessions wrong guesses are
// answered, which keeps the expected number of hits under 0.01. Pure.
#pragma once

#include <cstdint>

#include "durf/base/clock.hpp"

namespace durf::session {

class CodeBudget {
 public:
  /// Whether a typed code may be looked up now.
  bool open(base::SteadyMs now, std::size_t sessions);
  /// It was looked up, and there was no such code.
  void spend();

 private:
  double left_ = 0;  ///< guesses; half of the budget is the bucket, the other half flows in
  bool full_ = true;
  base::SteadyMs refilled_;
};

}  // namespace durf::session
