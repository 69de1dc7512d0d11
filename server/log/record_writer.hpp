// SPDX-License-Identifier: MIT
// From fields to bytes: what each kind of field looks like in a record. The counterpart of record_reader.hpp;
// the two are to be read side by side. Pure; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "log/cbor_writer.hpp"
#include "log/names.hpp"
#include "log/record_fields.hpp"

namespace durf::log {

class RecordWriter {
 public:
  std::string take() { return out_.take(); }

  void map(std::size_t size) { out_.map(size); }

  /// One field: its key and its value.
  void operator()(std::string_view key, const auto& value) {
    out_.text(key);
    write(value);
  }
  /// What is written has the newest format, so it has every field.
  void since(std::uint32_t, std::string_view key, const auto& value) { (*this)(key, value); }

 private:
  struct Count {
    std::size_t fields = 0;
    void operator()(std::string_view, const auto&) { ++fields; }
    void since(std::uint32_t, std::string_view, const auto&) { ++fields; }
  };

  static std::size_t count_fields(const auto& value) {
    Count count;
    fields(count, value);
    return count.fields;
  }

  void write(bool value) { out_.boolean(value); }
  void write(std::uint32_t value) { out_.integer(std::uint64_t{value}); }
  void write(std::uint64_t value) { out_.integer(value); }
  void write(std::int32_t value) { out_.integer(std::int64_t{value}); }
  void write(std::int64_t value) { out_.integer(value); }
  void write(const std::string& value) { out_.text(value); }
  void write(Named auto value) { out_.text(spell(value)); }

  template <class Tag, std::size_t Size>
  void write(const base::Id<Tag, Size>& id) {
    out_.bytes(id.bytes);
  }

  template <class T>
  void write(const std::vector<T>& items) {
    out_.array(items.size());
    for (const T& item : items) write(item);
  }

  template <class T>
  void write(const std::set<T>& items) {
    out_.array(items.size());
    for (const T& item : items) write(item);
  }

  template <class Key, class T>
  void write(const std::map<Key, T>& items) {
    out_.map(items.size());
    for (const auto& [key, item] : items) {
      write(key);
      write(item);
    }
  }

  void write(const domain::Event& event) {
    std::visit(
        [this](const auto& fact) {
          out_.map(1 + count_fields(fact));
          (*this)("e", std::string_view(name_of(std::type_identity<std::remove_cvref_t<decltype(fact)>>{})));
          fields(*this, fact);
        },
        event);
  }
  void write(std::string_view value) { out_.text(value); }

  void write(const auto& value) requires requires(Count& count) { fields(count, value); }
  {
    out_.map(count_fields(value));
    fields(*this, value);
  }

  CborWriter out_;
};

}  // namespace durf::log
