// SPDX-License-Identifier: MIT
// From bytes to fields; the counterpart of record_writer.hpp. Closed: an unknown name, another key, another
// order, one field too many or a collection that is not sorted makes the whole record unreadable, for a
// record that we do not understand wholly must not be replayed in part. Pure; any thread.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "log/cbor_reader.hpp"
#include "log/names.hpp"
#include "log/record_fields.hpp"

namespace durf::log {

class RecordReader {
 public:
  explicit RecordReader(std::string_view bytes) : in_(bytes) {}

  bool complete() const { return in_.complete(); }
  std::size_t map() { return in_.map(); }
  std::string_view key() { return in_.text(); }
  /// Of the record, as its envelope says. Nothing that has changed between formats may be read before.
  void format_is(std::uint32_t format) { format_ = format; }

  void operator()(std::string_view key, auto& value) {
    if (in_.text() != key) in_.fail();
    read(value);
  }
  /// A record of an earlier format goes without the field.
  void since(std::uint32_t format, std::string_view key, auto& value) {
    if (format_ >= format) (*this)(key, value);
  }

  template <class T>
  T value() {
    T result{};
    read(result);
    return result;
  }

 private:
  struct Count {
    std::uint32_t of_format;
    std::size_t fields = 0;
    void operator()(std::string_view, const auto&) { ++fields; }
    void since(std::uint32_t format, std::string_view, const auto&) { fields += of_format >= format; }
  };

  template <class T>
  std::size_t count_fields() const {
    Count count{format_};
    const T empty{};
    fields(count, empty);
    return count.fields;
  }

  void read(bool& value) { value = in_.boolean(); }
  void read(std::uint32_t& value) {
    const std::uint64_t wide = in_.unsigned_integer();
    if (wide > std::numeric_limits<std::uint32_t>::max()) in_.fail();
    value = static_cast<std::uint32_t>(wide);
  }
  void read(std::uint64_t& value) { value = in_.unsigned_integer(); }
  void read(std::int32_t& value) {
    const std::int64_t wide = in_.integer();
    if (!std::in_range<std::int32_t>(wide)) in_.fail();
    value = static_cast<std::int32_t>(wide);
  }
  void read(std::int64_t& value) { value = in_.integer(); }
  void read(std::string& value) { value = in_.text(); }

  template <Named Enum>
  void read(Enum& value) {
    if (const auto known = read_name<Enum>(in_.text()))
      value = *known;
    else
      in_.fail();
  }

  template <class Tag, std::size_t Size>
  void read(base::Id<Tag, Size>& id) {
    in_.bytes(id.bytes);
  }

  template <class T>
  void read(std::vector<T>& items) {
    for (std::size_t left = in_.array(); left > 0 && in_.ok(); --left) read(items.emplace_back());
  }

  template <class T>
  void read(std::set<T>& items) {
    for (std::size_t left = in_.array(); left > 0 && in_.ok(); --left) {
      const T item = value<T>();
      if (!items.empty() && item <= *items.rbegin()) in_.fail();
      items.insert(items.end(), item);
    }
  }

  template <class Key, class T>
  void read(std::map<Key, T>& items) {
    for (std::size_t left = in_.map(); left > 0 && in_.ok(); --left) {
      const Key key = value<Key>();
      if (!items.empty() && key <= items.rbegin()->first) in_.fail();
      read(items.emplace_hint(items.end(), key, T{})->second);
    }
  }

  void read(domain::Event& event) {
    const std::size_t size = in_.map();
    if (in_.text() != "e") in_.fail();
    read_event(event, size, in_.text(), std::make_index_sequence<std::variant_size_v<domain::Event>>{});
  }

  template <std::size_t... Index>
  void read_event(domain::Event& event, std::size_t size, std::string_view name,
                  std::index_sequence<Index...>) {
    const bool known =
        (read_if_named<std::variant_alternative_t<Index, domain::Event>>(event, size, name) || ...);
    if (!known) in_.fail();
  }

  template <class Fact>
  bool read_if_named(domain::Event& event, std::size_t size, std::string_view name) {
    if (name != name_of(std::type_identity<Fact>{})) return false;
    if (size != 1 + count_fields<Fact>()) in_.fail();
    fields(*this, event.emplace<Fact>());
    return true;
  }

  template <class T>
  void read(T& value) requires requires(Count& count) {
    fields(count, value);
  }
  {
    if (in_.map() != count_fields<T>()) in_.fail();
    fields(*this, value);
  }

  CborReader in_;
  std::uint32_t format_ = 0;
};

}  // namespace durf::log
