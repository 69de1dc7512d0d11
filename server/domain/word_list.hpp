// SPDX-License-Identifier: MIT
// Words that hold a text back while no moderator looks at everything. Pure. A plain comparison on purpose:
// what it overlooks a person may still say, and what it finds only waits for a moderator.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace durf::domain {

class WordList {
 public:
  /// Words or phrases, one on each line.
  explicit WordList(std::string_view lines);

  /// Whole words only, whatever their capitals and accents.
  bool found_in(std::string_view text) const;

 private:
  std::set<std::string, std::less<>> words_;
  std::vector<std::string> phrases_;  ///< several words each
};

}  // namespace durf::domain
