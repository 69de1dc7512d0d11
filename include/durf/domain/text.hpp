// SPDX-License-Identifier: MIT
// Text that a person wrote, with the language it was written in. Text that Durf ships never comes here: it is a key that
// each viewer reads in the own language.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace durf::domain {

enum class Language { nl, en };

std::string_view name_of(Language language);
std::optional<Language> language_from(std::string_view name);

struct Text {
  Language language = Language::nl;
  std::string text;  ///< UTF-8
  friend bool operator==(const Text&, const Text&) = default;
};

enum class TextFault { none, empty, too_long, forbidden };

/// Empty: nothing but white space. Forbidden: not UTF-8, a control character (line feed is allowed when `lines`), or a
/// direction override or isolate, with which a text could look like something else on the projector.
TextFault check_text(std::string_view text, std::size_t bytes_max, bool lines);

}  // namespace durf::domain
