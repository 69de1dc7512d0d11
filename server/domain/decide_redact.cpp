// SPDX-License-Identifier: MIT
// Blocks over a part of a text. Nobody rewords another's question: this can only take away.
#include <string>
#include <utility>
#include <variant>

#include "domain/checks.hpp"
#include "domain/code_points.hpp"
#include "domain/decide_on.hpp"
#include "domain/questions.hpp"

namespace durf::domain {
namespace {

/// Always three, so that not even the length of what stood there stays.
constexpr std::string_view blocks = "\u2588\u2588\u2588";

std::string redacted(const std::string& text, std::size_t from, std::size_t count) {
  const std::size_t begin = byte_of_code_point(text, from);
  const std::size_t end = byte_of_code_point(text, from + count);
  return text.substr(0, begin) + std::string(blocks) + text.substr(end);
}

/// What stands there from here on, or why nothing may be covered. The same text as before: there were only blocks.
template <class Wish>
std::variant<std::string, Rejection> covered(const std::string& text, const Wish& wish) {
  const auto length = static_cast<std::int64_t>(count_code_points(text));
  if (wish.of != length) return Rejection{.code = RejectionCode::changed_meanwhile, .min = {}, .max = {}};
  if (const auto refused = refuse_outside(wish.from, 0, length - 1)) return *refused;
  if (const auto refused = refuse_outside(wish.count, 1, length - wish.from)) return *refused;
  std::string after = redacted(text, wish.from, wish.count);
  // Blocks upon blocks could grow without end.
  if (after != text && after.size() > limits::redacted_text_bytes_max)
    return full(RejectionCode::text_too_long, limits::redacted_text_bytes_max);
  return after;
}

}  // namespace

Decision decide_on(const Situation& situation, const RedactQuestion& command) {
  const Question* question = find_released_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  auto after = covered(question->text.text, command);
  if (const auto* refused = std::get_if<Rejection>(&after)) return *refused;
  auto& text = std::get<std::string>(after);
  if (text == question->text.text) return fulfilled_already();
  return Events{QuestionRedacted{.question = command.question, .text = std::move(text)}};
}

Decision decide_on(const Situation& situation, const RedactReply& command) {
  const Question* question = find_released_question(situation.state, command.reply.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  const Exchange* exchange = find_released_reply(*question, command.reply.place);
  if (!exchange) return refuse(RejectionCode::unknown_reply);
  auto after = covered(exchange->reply.text, command);
  if (const auto* refused = std::get_if<Rejection>(&after)) return *refused;
  auto& text = std::get<std::string>(after);
  if (text == exchange->reply.text) return fulfilled_already();
  return Events{ReplyRedacted{.reply = command.reply, .text = std::move(text)}};
}

}  // namespace durf::domain
