// SPDX-License-Identifier: MIT
#include "domain/word_list.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "domain/code_points.hpp"

namespace durf::domain {
namespace {

/// Base letters of U+00C0 to U+017F in that order; '?' stands for itself (two letters in one, or a sign).
constexpr std::string_view base_letters =
    "aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y"  // Latin-1
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkk?lllllll"  // Latin Extended-A
    "lllnnnnnnn??oooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(base_letters.size() == 0x180 - 0xC0);

/// Leaves no ink and parts no word: with one of these inside, a word would pass as another one.
bool is_invisible(char32_t point) {
  return point == 0x00AD || (point >= 0x200B && point <= 0x200F) || point == 0x2060 || point == 0xFEFF;
}

/// A combining accent.
bool is_accent(char32_t point) { return point >= 0x0300 && point <= 0x036F; }

bool is_letter_or_digit(char32_t point) {
  if (point < 0x80)
    return (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
  const bool sign = point < 0xC0 || point == 0xD7 || point == 0xF7 ||  // Latin-1 punctuation
                    (point >= 0x2000 && point <= 0x2BFF) ||            // punctuation, arrows, blocks
                    (point >= 0x3000 && point <= 0x3003);
  return !sign;
}

/// The letter without capital and accent, as bytes; letters of other scripts stay as they are.
void append_folded(std::string& word, char32_t point, std::string_view bytes) {
  if (point >= 'A' && point <= 'Z') {
    word += static_cast<char>(point - 'A' + 'a');
  } else if (point >= 0xC0 && point < 0x180 && base_letters[point - 0xC0] != '?') {
    word += base_letters[point - 0xC0];
  } else {
    word += bytes;
  }
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  while (!text.empty()) {
    const std::string_view from = text;
    const std::optional<char32_t> point = take_code_point(text);
    if (!point) break;  // texts were checked before; a broken one is not searched any further
    if (is_invisible(*point) || is_accent(*point)) continue;
    if (is_letter_or_digit(*point))
      append_folded(word, *point, from.substr(0, from.size() - text.size()));
    else
      finish();
  }
  finish();
  return words;
}

/// " one two three ", so that a phrase is found as whole words.
std::string spaced(const std::vector<std::string>& words) {
  std::string line = " ";
  for (const std::string& word : words) line += word + ' ';
  return line;
}

}  // namespace

WordList::WordList(std::string_view lines) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::vector<std::string> words = words_of(lines.substr(0, end));
    if (words.size() == 1) words_.insert(words.front());
    if (words.size() > 1) phrases_.push_back(spaced(words));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

bool WordList::found_in(std::string_view text) const {
  const std::vector<std::string> words = words_of(text);
  if (std::any_of(words.begin(), words.end(), [&](const std::string& word) { return words_.contains(word); }))
    return true;
  if (phrases_.empty()) return false;
  const std::string line = spaced(words);
  return std::any_of(phrases_.begin(), phrases_.end(),
                     [&](const std::string& phrase) { return line.find(phrase) != std::string::npos; });
}

}  // namespace durf::domain
