// SPDX-License-Identifier: MIT
#include "simulation/texts.hpp"

#include <cstdlib>

namespace durf::simulation {
namespace {

constexpr std::string_view question_mark = "question-text-";
constexpr std::string_view reply_mark = "reply-text-";
constexpr std::string_view after_number = ". ";

std::string text(std::string_view mark, std::uint32_t number, bool insulting) {
  std::string text(mark);
  text += std::to_string(number);
  text += after_number;
  text += "What nobody dares to say";
  if (insulting) text += ", you " + std::string(insult) + " lot";
  return text + ".";
}

void find(std::vector<Mark>& marks, const std::string& text, std::string_view mark, bool is_reply) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
    marks.push_back({is_reply,
                     static_cast<std::uint32_t>(std::strtoul(text.c_str() + at + mark.size(), nullptr, 10)),
                     at});
}

}  // namespace

std::uint32_t number_of(const domain::QuestionId& question) {
  return static_cast<std::uint32_t>(question.bytes[14]) << 8 | question.bytes[15];
}

std::string text_of_question(std::uint32_t number, bool insulting) {
  return text(question_mark, number, insulting);
}

std::string text_of_reply(std::uint32_t number, bool insulting) {
  return text(reply_mark, number, insulting);
}

std::size_t end_of_mark(const std::string& text) { return text.find(after_number) + after_number.size(); }

std::vector<Mark> marks_in(const std::string& text) {
  std::vector<Mark> marks;
  find(marks, text, question_mark, false);
  find(marks, text, reply_mark, true);
  return marks;
}

}  // namespace durf::simulation
