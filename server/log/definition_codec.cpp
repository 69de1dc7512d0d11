// SPDX-License-Identifier: MIT
// The definition as JSON that a person can read: it is the one thing about a session that stands on the disk
// in the clear, and whoever looks there shall see what it is. Closed, like records: an unknown member is
// refused.
#include <nlohmann/json.hpp>

#include "durf/log/record_codec.hpp"
#include "log/names.hpp"

namespace durf::log {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::uint32_t definition_format = 2;

/// Takes members out of an object one by one and remembers whether all was as expected.
class Members {
 public:
  explicit Members(const json& object) : object_(object), ok_(object.is_object()) {}

  bool complete() const { return ok_ && taken_ == object_.size(); }
  bool ok() const { return ok_; }
  void fail() { ok_ = false; }

  const json& member(const char* name) {
    static const json nothing;
    const auto found = ok_ ? object_.find(name) : object_.end();
    if (!ok_ || found == object_.end()) {
      fail();
      return nothing;
    }
    ++taken_;
    return *found;
  }

  std::string text(const char* name) {
    const json& value = member(name);
    if (!value.is_string()) return fail(), std::string();
    return value.get<std::string>();
  }
  bool boolean(const char* name) {
    const json& value = member(name);
    if (!value.is_boolean()) return fail(), false;
    return value.get<bool>();
  }
  std::uint64_t number(const char* name, std::uint64_t max) {
    const json& value = member(name);
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > max) return fail(), 0;
    return value.get<std::uint64_t>();
  }
  template <class Id>
  Id id(const char* name) {
    const auto id = Id::from_text(text(name));
    if (!id) fail();
    return id.value_or(Id{});
  }
  template <Named Enum>
  Enum name(const char* member_name) {
    const auto value = read_name<Enum>(text(member_name));
    if (!value) fail();
    return value.value_or(Enum{});
  }
  domain::Text written(const char* name) {
    Members parts(member(name));
    domain::Text text{parts.name<domain::Language>("lang"), parts.text("text")};
    if (!parts.complete()) fail();
    return text;
  }

 private:
  const json& object_;
  std::size_t taken_ = 0;
  bool ok_;
};

ordered_json from_text(const domain::Text& text) {
  return {{"lang", spell(text.language)}, {"text", text.text}};
}

}  // namespace

std::string encode_definition(const domain::Definition& definition) {
  ordered_json topics = ordered_json::array();
  for (const domain::Topic& topic : definition.topics)
    topics.push_back({{"id", topic.id.text()}, {"name", from_text(topic.name)}});
  ordered_json links = ordered_json::array();
  for (const auto& [id, link] : definition.links)
    links.push_back({{"id", id.text()},
                     {"role", spell(link.role)},
                     {"label", link.label},
                     {"secret_hash", link.secret_hash.text()}});
  const ordered_json whole = {{"format", definition_format},
                              {"id", definition.id.text()},
                              {"title", from_text(definition.title)},
                              {"topics", std::move(topics)},
                              {"round_ms", definition.round_ms},
                              {"lobby", definition.lobby},
                              {"rehearsal", definition.rehearsal},
                              {"expected", definition.expected},
                              {"join_key", definition.join_key.text()},
                              {"join_code", definition.join_code},
                              {"links", std::move(links)},
                              {"moderation", definition.moderation},
                              {"word_list", definition.word_list},
                              {"keep_days", definition.keep_days},
                              {"ended_day", definition.ended_day},
                              {"results_hash", definition.results_hash.text()}};
  // Texts were checked to be UTF-8 when they came in. Replacing is for the case that a check was forgotten:
  // it must not become an exception in the middle of a commit.
  return whole.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::optional<domain::Definition> decode_definition(std::string_view text) {
  const json whole = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!whole.is_object()) return std::nullopt;

  Members members(whole);
  domain::Definition definition;
  const std::uint64_t format = members.number("format", UINT32_MAX);
  if (format < 1 || format > definition_format) return std::nullopt;
  definition.id = members.id<domain::SessionId>("id");
  definition.title = members.written("title");
  definition.round_ms = static_cast<std::int64_t>(members.number("round_ms", INT64_MAX));
  definition.lobby = members.boolean("lobby");
  definition.rehearsal = members.boolean("rehearsal");
  definition.expected = static_cast<std::uint32_t>(members.number("expected", UINT32_MAX));
  definition.join_key = members.id<domain::JoinKey>("join_key");
  definition.join_code = members.text("join_code");
  if (format >= 2) {
    definition.moderation = members.boolean("moderation");
    definition.word_list = members.text("word_list");
    definition.keep_days = static_cast<std::int32_t>(members.number("keep_days", INT32_MAX));
    definition.ended_day = static_cast<std::int32_t>(members.number("ended_day", INT32_MAX));
    definition.results_hash = members.id<domain::SecretHash>("results_hash");
  }

  const json& topics = members.member("topics");
  const json& links = members.member("links");
  if (!members.complete() || !topics.is_array() || !links.is_array()) return std::nullopt;
  for (const json& item : topics) {
    Members topic(item);
    definition.topics.push_back({topic.id<domain::TopicId>("id"), topic.written("name")});
    if (!topic.complete()) return std::nullopt;
  }
  for (const json& item : links) {
    Members link(item);
    const auto id = link.id<domain::LinkId>("id");
    const domain::Link value{link.name<domain::Role>("role"), link.text("label"),
                             link.id<domain::SecretHash>("secret_hash")};
    if (!link.complete() || !definition.links.emplace(id, value).second) return std::nullopt;
  }
  return definition;
}

}  // namespace durf::log
