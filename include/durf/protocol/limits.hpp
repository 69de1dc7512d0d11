// SPDX-License-Identifier: MIT
// What may come in over the wire, before anyone looks at what it means. The limits of the domain are tighter;
// these only keep a hostile page from making the server hold or read much.
#pragma once

#include <cstddef>
#include <cstdint>

#include "durf/domain/limits.hpp"

namespace durf::protocol::limits {

// The largest honest commands are an answer card, and a list of words that is too long by some of them: the
// domain shall tell who wrote it so.
inline constexpr std::size_t message_bytes_max = 16'384;
inline constexpr std::size_t string_bytes_max = 5'120;

// A session with all topics of full length is near 3 KiB.
inline constexpr std::size_t create_session_bytes_max = 32'768;
inline constexpr std::size_t topics_listed_max =
    64;  ///< more than the domain allows, so that it can say `out_of_range`

inline constexpr int nesting_max = 4;  ///< command, body, text are three; one is to spare

inline constexpr std::size_t join_code_digits = 6;
inline constexpr std::size_t join_code_digits_long = 8;  ///< when many sessions are open
// People type it: what is no code of any screen is answered with `unknown_pairing`, not with a closed
// connection.
inline constexpr std::size_t pairing_code_bytes_max = 16;
inline constexpr std::size_t password_bytes_max = 1'024;

/// 2^53 - 1: the largest number up to which a browser counts exactly.
inline constexpr std::uint64_t number_max = 9'007'199'254'740'991;

// A snapshot under one network packet gains nothing from compression.
inline constexpr std::size_t snapshot_compressed_from_bytes = 1'024;

static_assert(string_bytes_max > domain::limits::question_text_bytes_max);
static_assert(string_bytes_max > domain::limits::word_list_bytes_max);
static_assert(message_bytes_max > 3 * string_bytes_max);
// Even if each character of both halves of an answer must be escaped.
static_assert(message_bytes_max >
              2 * (2 * domain::limits::answer_text_bytes_max + domain::limits::answer_role_bytes_max) + 1'024);
static_assert(topics_listed_max > domain::limits::topics_max);

}  // namespace durf::protocol::limits
