// SPDX-License-Identifier: MIT
// Blocks over a part of a text. Nobody rewords another's question: this can only take away.
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

}  // namespace

Decision decide_on(const Situation& situation, const RedactQuestion& command) {
  const Question* question = find_released_question(situation.state, command.question);
  if (!question) return refuse(RejectionCode::unknown_question);
  const auto length = static_cast<std::int64_t>(count_code_points(question->text.text));
  if (command.of != length) return refuse(RejectionCode::changed_meanwhile);
  if (const auto refused = refuse_outside(command.from, 0, length - 1)) return *refused;
  if (const auto refused = refuse_outside(command.count, 1, length - command.from)) return *refused;
  std::string text = redacted(question->text.text, command.from, command.count);
  if (text == question->text.text) return fulfilled_already();
  // Blocks upon blocks could grow without end.
  if (text.size() > limits::redacted_text_bytes_max)
    return full(RejectionCode::text_too_long, limits::redacted_text_bytes_max);
  return Events{QuestionRedacted{.question = command.question, .text = std::move(text)}};
}

}  // namespace durf::domain
