// SPDX-License-Identifier: MIT
// Every limit of the domain and the session core, with its reason. Limits of sockets are in net/limits.hpp.
#pragma once

#include <cstddef>
#include <cstdint>

namespace durf::domain::limits {

// Texts, in bytes of UTF-8. The phone counts 280 graphemes for people; the server counts bytes, because what a grapheme
// is changes with every edition of Unicode. 1,120 = 280 characters of the longest encoding.
inline constexpr std::size_t question_text_bytes_max = 1'120;
inline constexpr std::size_t title_bytes_max = 240;
inline constexpr std::size_t topic_name_bytes_max = 160;
inline constexpr std::size_t link_label_bytes_max = 80;

// Questions. 300 are more than a room reads, and a phone that holds them all needs no paging. Asking, approving and restoring
// stop there. Two things may go beyond: what was promised room and comes out after others were restored, by as many as those,
// and merged questions that stand by themselves again when the one they went into is withdrawn.
inline constexpr std::size_t questions_visible_max = 300;  ///< open, highlighted and answered together
inline constexpr std::size_t questions_held_max = 200;     ///< bounds what a flood from many tokens can hold in the hat
/// Everything that ever came out and what is in the hat, refused and merged ones too: bounds what moderation lets through.
inline constexpr std::size_t questions_total_max = 700;
inline constexpr std::size_t topics_max = 12;              ///< more do not fit a phone's filter row

// Upvotes. 2^53 - 1: the largest number that the wire carries.
inline constexpr std::int64_t revision_max = 9'007'199'254'740'991;

// Moderation.
inline constexpr std::size_t label_bytes_max = 80;
inline constexpr std::size_t word_list_bytes_max = 4'000;  ///< several hundred words; goes to desks as one field
/// Blocks may be longer than what they cover. More than this is not a redaction: refuse the question.
inline constexpr std::size_t redacted_text_bytes_max = 2 * question_text_bytes_max;
inline constexpr std::int64_t merge_undo_ms = 10'000;      ///< then phones are told, and carry their support over

// Answers.
inline constexpr std::size_t answer_text_bytes_max = 2'400;   ///< of what was answered, and of the promise
inline constexpr std::size_t answer_role_bytes_max = 160;
inline constexpr std::size_t note_bytes_max = 2'400;          ///< of the speaker
inline constexpr std::size_t ask_back_text_bytes_max = 1'120;
inline constexpr std::size_t ask_backs_max = 3;               ///< of one question: after that, talk
inline constexpr std::uint32_t verdicts_shown_from = 5;       ///< fewer could be matched with those who were answered
inline constexpr std::uint32_t verdicts_step_min = 3;         ///< told together: the difference of two totals is nobody's own

// The end of a session.
inline constexpr std::int32_t keep_days_min = 1;
inline constexpr std::int32_t keep_days_default = 14;
inline constexpr std::int32_t keep_days_max = 90;
inline constexpr std::int32_t archive_days = 365;  ///< a closed session's archive is deleted after these

// Rounds.
inline constexpr std::int64_t round_ms_default = 20'000;
inline constexpr std::int64_t round_ms_min = 5'000;   ///< shorter, and a round is one person
inline constexpr std::int64_t round_ms_max = 600'000;
inline constexpr std::uint32_t round_tokens_min = 3;  ///< with fewer authors in a round, a watcher can guess
inline constexpr std::uint32_t round_waits_max = 2;   ///< then what is there comes out: a lone question is not held for ever

// Timer on the projector.
inline constexpr std::int64_t timer_ms_min = 5'000;
inline constexpr std::int64_t timer_ms_max = 4 * 60 * 60 * 1'000;

// Sizes of a session.
inline constexpr std::uint32_t expected_min = 2;
inline constexpr std::uint32_t expected_max = 100'000;
inline constexpr std::size_t participants_default_max = 5'000;  ///< connections in a session; an option raises it
inline constexpr std::size_t desk_connections_max = 20;
inline constexpr std::size_t links_max = 20;

// Commands of one phone: a person who taps as fast as possible stays below, a program does not. Refilled evenly.
inline constexpr std::uint32_t commands_burst_max = 30;
inline constexpr std::uint32_t commands_per_second = 3;
/// Members who left and are remembered for their slot and bucket; with more, those without a slot are forgotten at once.
inline constexpr std::size_t members_gone_max = 10'000;

// The session core.
inline constexpr std::size_t inbox_max = 32'768;              ///< waiting inputs; more are refused with `too_fast`
inline constexpr std::size_t refusals_remembered_max = 4'096; ///< so that a re-send of a refused command is told the same
/// Ids of accepted commands that a session remembers, 130 bytes each (a tree's node in the working state and in the durable
/// one); then participants are told `too_fast`. Thirty for each of 30,000 phones.
inline constexpr std::size_t commands_accepted_max = 1'000'000;
inline constexpr std::int64_t publish_interval_ms = 50;       ///< a hundred changes become one delta; too short to be seen
inline constexpr std::size_t ring_frames_max = 64;            ///< frames that a returning phone can catch up from
inline constexpr std::size_t ring_bytes_max = 256 * 1'024;
inline constexpr std::int64_t forget_within_ms = 3'000;       ///< a withdrawn text leaves the log after this (10 s are promised)
inline constexpr std::size_t log_records_until_snapshot = 4'096;  ///< bounds the time to start

static_assert(round_ms_min <= round_ms_default && round_ms_default <= round_ms_max);
static_assert(forget_within_ms < 10'000);
static_assert(keep_days_min <= keep_days_default && keep_days_default <= keep_days_max);

}  // namespace durf::domain::limits
