// SPDX-License-Identifier: MIT
// The word list that a new session begins with. Its moderators may change it; see Definition::word_list.
#pragma once

#include <string>

namespace durf::domain {

/// Everyday insults in Dutch and English, one on each line. Within limits::word_list_bytes_max.
std::string default_word_list();

}  // namespace durf::domain
