// SPDX-License-Identifier: MIT
// A question and all that hangs on it. Nothing here leads to its author, says when it came, or in what order.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "durf/domain/ids.hpp"
#include "durf/domain/text.hpp"

namespace durf::domain {

/// A withdrawn question has no status: nothing of it is left, but for the number of a merged one (see Question::merged_support).
enum class QuestionStatus {
  held,         ///< in the hat
  pending,      ///< came out, and waits for a moderator
  open,
  highlighted,  ///< being answered
  answered,
  refused,
  merged,
};

/// Why a question or reply was refused. A fixed list: words of the moderator's own could be aimed at somebody.
enum class Reason { insult, about_a_person, traceable, off_topic, unclear, asked_already, author_wished };

std::string_view name_of(Reason reason);
std::optional<Reason> reason_from(std::string_view name);

/// What the author says of the answer.
enum class Verdict { none, yes, partly, no };

/// The last wish of one token about one question. The revision is the phone's count of its changes; the highest wins.
struct Upvote {
  std::uint64_t revision = 0;
  bool up = false;
  friend bool operator==(const Upvote&, const Upvote&) = default;
};

/// The answer card. Written by desks, never by participants.
struct Answer {
  Text text;          ///< what was answered; may be empty
  std::string promise;
  std::string role;   ///< in what capacity, never a name: "director"
  std::string day;    ///< YYYY-MM-DD as the page of the desk had it; empty while there is no card
  bool empty() const { return text.text.empty() && promise.empty(); }
  friend bool operator==(const Answer&, const Answer&) = default;
};

/// Which of a question's exchanges: the first is 0.
struct ReplyId {
  QuestionId question;
  std::uint32_t place = 0;
  friend auto operator<=>(const ReplyId&, const ReplyId&) = default;
};

enum class ReplyStatus { none, held, pending, open, refused };

/// The stage asks back; the author, who proves it, replies through the hat.
struct Exchange {
  Text asked;
  ReplyStatus status = ReplyStatus::none;
  Text reply;
  Receipt receipt;         ///< by which the author's phone follows the unseen reply; empty until there is one
  std::uint32_t waits = 0;
  bool announced = false;  ///< as of a question
  Reason reason = Reason::off_topic;  ///< when refused
  friend bool operator==(const Exchange&, const Exchange&) = default;
};

struct Question {
  Text text;
  TopicId topic;  ///< empty: none
  QuestionStatus status = QuestionStatus::held;
  AuthorshipHash authorship;
  Receipt receipt;
  std::map<Nullifier, Upvote> upvotes;  ///< the author's among them, unmarked
  std::uint32_t shown_support = 0;      ///< support as of the last round: what people see
  std::uint32_t round = 0;              ///< the round in which it came out; 0 while held
  std::uint32_t place = 0;              ///< random place within that round
  std::uint32_t waits = 0;              ///< rounds that passed while it was held
  bool announced = false;               ///< held when a round passed: its receipt is in the frames

  // Moderation.
  Reason reason = Reason::off_topic;    ///< when refused
  QuestionStatus before_refusal = QuestionStatus::pending;  ///< pending, open or answered: what restoring gives back
  bool redacted = false;
  std::string label;
  bool pinned = false;
  bool archived = false;
  bool hiding_wished = false;
  bool hiding_shown = false;            ///< a round has passed since: desks see the wish. At once it would say that its author just tapped
  QuestionId merged_into;               ///< empty: not merged
  std::uint32_t merged_support = 0;     ///< its support when it was merged: the other one's is at least this, exact when its supporters have been back
  std::uint32_t kept_support = 0;       ///< what it shows at least: its upvotes went with a merge whose other question was withdrawn
  bool merge_told = false;              ///< too late to undo; its own upvotes are gone

  // Answers.
  Answer answer;
  std::string note;                     ///< of the speaker
  std::vector<Exchange> exchanges;
  Verdict verdict = Verdict::none;
  friend bool operator==(const Question&, const Question&) = default;
};

/// Upvotes that count now, those of merged ones not included.
std::uint32_t support_of(const Question& question);

}  // namespace durf::domain
