// SPDX-License-Identifier: MIT
// The envelope of a record: {"f": format, "e": events} or {"f": format, "s": state}.
#include "durf/log/record_codec.hpp"

#include "log/record_reader.hpp"
#include "log/record_writer.hpp"

namespace durf::log {
namespace {

constexpr std::string_view format_key = "f";
constexpr std::string_view events_key = "e";
constexpr std::string_view state_key = "s";

std::string encode(std::string_view key, const auto& content) {
  RecordWriter writer;
  writer.map(2);
  writer(format_key, record_format);
  writer(key, content);
  return writer.take();
}

template <class Content>
std::optional<Record> decode(RecordReader& reader) {
  Record record = reader.value<Content>();
  if (!reader.complete()) return std::nullopt;
  return record;
}

}  // namespace

std::string encode_events(const domain::Events& events) { return encode(events_key, events); }

std::string encode_snapshot(const domain::State& state) { return encode(state_key, state); }

std::optional<Record> decode_record(std::string_view payload) {
  RecordReader reader(payload);
  if (reader.map() != 2) return std::nullopt;
  std::uint32_t format = 0;
  reader(format_key, format);
  if (format < record_format_oldest || format > record_format) return std::nullopt;
  reader.format_is(format);
  const std::string_view key = reader.key();
  if (key == events_key) return decode<domain::Events>(reader);
  if (key == state_key) return decode<domain::State>(reader);
  return std::nullopt;
}

}  // namespace durf::log
