// SPDX-License-Identifier: MIT
// How the log spells the closed sets of the domain: by name, so that a record can be read without this
// program's numbering. Names are part of the record format; a new one is a new format. Pure; any thread.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "durf/domain/definition.hpp"
#include "durf/domain/state.hpp"

namespace durf::log {

template <class Enum>
struct Names;

template <>
struct Names<domain::Phase> {
  static constexpr std::array<std::pair<domain::Phase, std::string_view>, 3> all = {{
      {domain::Phase::lobby, "lobby"},
      {domain::Phase::live, "live"},
      {domain::Phase::ended, "ended"},
  }};
};

template <>
struct Names<domain::Role> {
  static constexpr std::array<std::pair<domain::Role, std::string_view>, 6> all = {{
      {domain::Role::participant, "participant"},
      {domain::Role::presenter, "presenter"},
      {domain::Role::facilitator, "facilitator"},
      {domain::Role::moderator, "moderator"},
      {domain::Role::stage, "stage"},
      {domain::Role::system, "system"},
  }};
};

template <>
struct Names<domain::QuestionStatus> {
  static constexpr std::array<std::pair<domain::QuestionStatus, std::string_view>, 7> all = {{
      {domain::QuestionStatus::held, "held"},
      {domain::QuestionStatus::pending, "pending"},
      {domain::QuestionStatus::open, "open"},
      {domain::QuestionStatus::highlighted, "highlighted"},
      {domain::QuestionStatus::answered, "answered"},
      {domain::QuestionStatus::refused, "refused"},
      {domain::QuestionStatus::merged, "merged"},
  }};
};

template <>
struct Names<domain::ReplyStatus> {
  static constexpr std::array<std::pair<domain::ReplyStatus, std::string_view>, 5> all = {{
      {domain::ReplyStatus::none, "none"},
      {domain::ReplyStatus::held, "held"},
      {domain::ReplyStatus::pending, "pending"},
      {domain::ReplyStatus::open, "open"},
      {domain::ReplyStatus::refused, "refused"},
  }};
};

template <>
struct Names<domain::Reason> {
  static constexpr std::array<std::pair<domain::Reason, std::string_view>, 7> all = {{
      {domain::Reason::insult, "insult"},
      {domain::Reason::about_a_person, "about_a_person"},
      {domain::Reason::traceable, "traceable"},
      {domain::Reason::off_topic, "off_topic"},
      {domain::Reason::unclear, "unclear"},
      {domain::Reason::asked_already, "asked_already"},
      {domain::Reason::author_wished, "author_wished"},
  }};
};

template <>
struct Names<domain::Verdict> {
  static constexpr std::array<std::pair<domain::Verdict, std::string_view>, 4> all = {{
      {domain::Verdict::none, "none"},
      {domain::Verdict::yes, "yes"},
      {domain::Verdict::partly, "partly"},
      {domain::Verdict::no, "no"},
  }};
};

template <>
struct Names<domain::Language> {
  static constexpr std::array<std::pair<domain::Language, std::string_view>, 2> all = {{
      {domain::Language::nl, "nl"},
      {domain::Language::en, "en"},
  }};
};

template <class Enum>
concept Named = requires {
  Names<Enum>::all;
};

template <Named Enum>
constexpr std::string_view spell(Enum value) {
  for (const auto& [candidate, name] : Names<Enum>::all)
    if (candidate == value) return name;
  return {};
}

template <Named Enum>
constexpr std::optional<Enum> read_name(std::string_view name) {
  for (const auto& [candidate, spelled] : Names<Enum>::all)
    if (spelled == name) return candidate;
  return std::nullopt;
}

}  // namespace durf::log
