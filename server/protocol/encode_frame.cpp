// SPDX-License-Identifier: MIT
// Frames and snapshots: encoded once per audience and publish, never once per connection.
#include <zlib.h>

#include <variant>

#include "durf/base/assert.hpp"
#include "durf/protocol/encode.hpp"
#include "durf/protocol/limits.hpp"
#include "protocol/json_text.hpp"

namespace durf::protocol {
namespace {

// Most entities of a delta are a key and a number or two; a question's text makes the string grow once.
constexpr std::size_t entity_bytes_guess = 96;

std::string begin(std::string_view kind, const Epoch& epoch, std::uint64_t number, std::size_t entities) {
  std::string out;
  out.reserve(entity_bytes_guess * (entities + 1));
  out.append(R"({"t":")").append(kind);
  out.append(R"(","epoch":")").append(epoch.text());
  out.append(R"(","n":)");
  append_number(out, static_cast<std::int64_t>(number));
  out.append(R"(,"put":[)");
  return out;
}

struct AppendValue {
  std::string& out;
  void operator()(bool flag) const { append_flag(out, flag); }
  void operator()(std::int64_t number) const { append_number(out, number); }
  void operator()(const std::string& text) const { append_string(out, text); }
};

/// A comma, but not before the first of a list.
void separate(std::string& out) {
  if (out.back() != '[' && out.back() != '{') out.push_back(',');
}

/// `["question","<id>"`, left open.
void append_key(std::string& out, const domain::EntityKey& key) {
  separate(out);
  out.push_back('[');
  append_string(out, domain::name_of(key.collection));
  out.push_back(',');
  append_string(out, key.id);
}

void append_put(std::string& out, const domain::EntityKey& key, const domain::Fields& fields) {
  append_key(out, key);
  out.append(",{");
  for (const auto& [name, value] : fields) {
    separate(out);
    append_string(out, name);
    out.push_back(':');
    std::visit(AppendValue{out}, value);
  }
  out.append("}]");
}

std::string compress(const std::string& text) {
  uLongf size = compressBound(text.size());
  std::string packed(size, '\0');
  // The room is as large as zlib asks for, so only a lack of memory is left to go wrong.
  const int outcome = ::compress(reinterpret_cast<Bytef*>(packed.data()), &size,
                                 reinterpret_cast<const Bytef*>(text.data()), text.size());
  DURF_ASSERT(outcome == Z_OK);
  packed.resize(size);
  return packed;
}

}  // namespace

SharedFrame encode_frame(const Epoch& epoch, std::uint64_t number, const domain::Delta& delta) {
  DURF_ASSERT(number > 0);
  std::string out = begin("frame", epoch, number, delta.puts.size() + delta.removes.size());
  for (const auto& [key, fields] : delta.puts) append_put(out, key, fields);
  out.append(R"(],"remove":[)");
  for (const auto& key : delta.removes) {
    append_key(out, key);
    out.push_back(']');
  }
  out.append("]}");
  return make_frame(Opcode::text, out);
}

SharedFrame encode_snapshot(const Epoch& epoch, std::uint64_t number, const domain::View& view) {
  std::string out = begin("snapshot", epoch, number, view.size());
  for (const auto& [key, fields] : view) append_put(out, key, fields);
  out.append("]}");
  if (out.size() < limits::snapshot_compressed_from_bytes) return make_frame(Opcode::text, out);
  return make_frame(Opcode::binary, compress(out));
}

}  // namespace durf::protocol
