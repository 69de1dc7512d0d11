// SPDX-License-Identifier: MIT
// What happened, over all seeds. A simulation that never crashed, never lost a commit, never met a slow
// socket shows nothing, so the suite fails when one of these is zero.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace durf::simulation {

enum class Happened : std::size_t {
  crash,
  crash_during_a_commit,
  late_commit,
  failed_commit_kept,
  failed_commit_lost,
  disk_full_answer,
  clock_jump,
  doubled_command,
  command_after_a_newer_one,
  repeated_answer,
  refusal_repeated,
  too_fast_answer,
  one_per_round_answer,
  second_tab,
  stale_socket,
  made_whole_again,
  dropped_connection,
  resume_from_the_ring,
  resume_in_another_epoch,
  compressed_snapshot,
  round_with_three_tokens,
  round_after_waiting,
  withdrawal_of_a_held_question,
  withdrawal_of_a_visible_question,
  rewrite_of_the_log,
  upvote_taken_back,
  highlight,
  answered,
  reopened,
  lobby_opened,
  rounds_lengthened,
  timer_started,
  screen_set,
  link_created,
  link_closed_its_connections,
  rehearsal_ended,
  came_out_for_moderation,
  insult_held_back,
  approved,
  held_back,
  refused,
  restored,
  redacted,
  merged,
  merge_undone,
  merge_told,
  support_carried_over,
  merge_exact_again,
  withdrawal_of_a_merged_question,
  asked_back,
  reply_came_out,
  reply_approved,
  reply_refused,
  hiding_wished,
  answer_written,
  answer_judged,
  verdicts_shown,
  ended,
  live_again,
  closed,
  crash_during_the_closing,
  told_that_it_is_closed,
  last,
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(Happened::last)> happened_names = {
    "crash",
    "crash during a commit",
    "late commit",
    "failed commit, kept",
    "failed commit, lost",
    "disk full",
    "clock jump",
    "doubled command",
    "command after a newer one",
    "repeated answer",
    "repeated refusal",
    "too fast",
    "one per round",
    "second tab",
    "stale socket",
    "made whole again",
    "dropped connection",
    "resume from the ring",
    "resume in another epoch",
    "compressed snapshot",
    "round with three tokens",
    "round after waiting",
    "withdrawal of a held question",
    "withdrawal of a visible question",
    "rewrite of the log",
    "upvote taken back",
    "highlight",
    "answered",
    "reopened",
    "lobby opened",
    "rounds lengthened",
    "timer started",
    "screen set",
    "link created",
    "link closed its connections",
    "rehearsal ended",
    "came out for moderation",
    "insult held back",
    "approved",
    "held back",
    "refused",
    "restored",
    "redacted",
    "merged",
    "merge undone",
    "merge told",
    "support carried over",
    "merge exact again",
    "withdrawal of a merged question",
    "asked back",
    "reply came out",
    "reply approved",
    "reply refused",
    "hiding wished",
    "answer written",
    "answer judged",
    "verdicts shown",
    "ended",
    "live again",
    "closed",
    "crash during the closing",
    "told that it is closed",
};

class Counts {
 public:
  void add(Happened what) { ++counts_[static_cast<std::size_t>(what)]; }
  void add(const Counts& other) {
    for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
  }
  std::uint64_t of(std::size_t what) const { return counts_[what]; }

 private:
  std::array<std::uint64_t, static_cast<std::size_t>(Happened::last)> counts_{};
};

}  // namespace durf::simulation
