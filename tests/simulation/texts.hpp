// SPDX-License-Identifier: MIT
// What people write in a simulated evening: every text says which one it is, so that the checker finds it in
// whatever it reads, also when a moderator put blocks over a part of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "durf/domain/ids.hpp"

namespace durf::simulation {

/// An insult, in a session's word list.
inline constexpr std::string_view insult = "rotten";

/// By which an evening named it.
std::uint32_t number_of(const domain::QuestionId& question);

std::string text_of_question(std::uint32_t number, bool insulting);
std::string text_of_reply(std::uint32_t number, bool insulting);

/// From here on a text may be covered: what comes before says which one it is.
std::size_t end_of_mark(const std::string& text);

struct Mark {
  bool is_reply = false;
  std::uint32_t number = 0;
  std::size_t at = 0;  ///< where the text begins
};
std::vector<Mark> marks_in(const std::string& text);

}  // namespace durf::simulation
