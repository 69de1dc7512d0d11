// SPDX-License-Identifier: MIT
// Reads the members of one object by name and type, each once, and remembers whether anything was missing, of
// another type or left over. So a decoder is a list of what it expects, with one question at the end. Pure;
// used by one decoder at a time.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "durf/domain/definition.hpp"
#include "durf/domain/text.hpp"
#include "protocol/strict_json.hpp"

namespace durf::protocol {

class Members {
 public:
  explicit Members(JsonObject& object) : object_(object) {}

  /// Everything that was asked for was there, and nothing else is.
  bool complete() const { return !failed_ && taken_ == object_.size(); }

  bool has(std::string_view name) const;
  void refuse() { failed_ = true; }

  // Each takes one member. What is missing or of another type makes the whole incomplete and yields an empty
  // value.
  bool flag(std::string_view name);
  std::uint64_t number(std::string_view name);
  /// A number beyond the type is as much out of range as its largest: the domain says so in words.
  template <std::integral Type>
  Type number_as(std::string_view name) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<Type>::max());
    return static_cast<Type>(std::min(number(name), most));
  }
  std::string string(std::string_view name);
  domain::Text text(std::string_view name);
  domain::Role desk_role(std::string_view name);
  /// Of a desk that a screen without a link can become.
  domain::Role paired_role(std::string_view name);

  template <class Id>
  Id id(std::string_view name) {
    const auto id = Id::from_text(string(name));
    if (!id) refuse();
    return id.value_or(Id{});
  }
  /// An id, or `""` for none.
  template <class Id>
  Id id_or_none(std::string_view name) {
    const std::string text = string(name);
    const auto id = text.empty() ? Id{} : Id::from_text(text);
    if (!id) refuse();
    return id.value_or(Id{});
  }
  /// `read(Members&)` reads the object that stands under `name`.
  template <class Read>
  void object(std::string_view name, Read&& read) {
    if (auto* inner = take<JsonObject>(name)) read_whole(*inner, read);
  }
  /// `read(Members&)` reads each object of the list that stands under `name`.
  template <class Read>
  void objects(std::string_view name, Read&& read) {
    auto* array = take<JsonArray>(name);
    if (!array) return;
    for (JsonValue& value : *array) {
      if (auto* inner = std::get_if<JsonObject>(&value.is))
        read_whole(*inner, read);
      else
        refuse();
    }
  }

 private:
  template <class Type>
  Type* take(std::string_view name) {
    for (JsonMember& member : object_) {
      if (member.name != name) continue;
      ++taken_;
      auto* const value = std::get_if<Type>(&member.value.is);
      if (!value) refuse();
      return value;
    }
    refuse();
    return nullptr;
  }

  template <class Read>
  void read_whole(JsonObject& object, Read& read) {
    Members inner(object);
    read(inner);
    if (!inner.complete()) refuse();
  }

  JsonObject& object_;
  std::size_t taken_ = 0;
  bool failed_ = false;
};

/// Reads `{"lang":…,"text":…}`, whose members are `text`.
domain::Text read_text(Members& text);

}  // namespace durf::protocol
