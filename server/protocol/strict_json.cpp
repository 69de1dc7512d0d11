// SPDX-License-Identifier: MIT
// The parser is nlohmann's, fed with a listener of ours that ends it at the first thing that is not allowed,
// so that a hostile text costs no more than its honest beginning.
#include "protocol/strict_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "durf/protocol/limits.hpp"

namespace durf::protocol {
namespace {

class Builder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return add(JsonValue{nullptr}) != nullptr; }
  bool boolean(bool value) override { return add(JsonValue{value}) != nullptr; }
  bool number_unsigned(number_unsigned_t value) override {
    return value <= limits::number_max && add(JsonValue{std::uint64_t{value}}) != nullptr;
  }
  /// Only what begins with a minus sign comes here, -0 included.
  bool number_integer(number_integer_t) override { return false; }
  bool number_float(number_float_t, const string_t&) override { return false; }
  bool binary(binary_t&) override { return false; }
  bool string(string_t& value) override {
    return value.size() <= limits::string_bytes_max && add(JsonValue{std::move(value)}) != nullptr;
  }
  bool key(string_t& name) override {
    const JsonObject& object = std::get<JsonObject>(open_.back()->is);
    const bool twice =
        std::ranges::any_of(object, [&](const JsonMember& member) { return member.name == name; });
    name_ = std::move(name);
    return !twice && object.size() < members_max;
  }
  bool start_object(std::size_t) override { return descend(JsonValue{JsonObject{}}); }
  bool start_array(std::size_t) override { return descend(JsonValue{JsonArray{}}); }
  bool end_object() override { return ascend(); }
  bool end_array() override { return ascend(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return false;
  }

  JsonValue take() { return std::move(root_); }

 private:
  // No message has more. Looking for a name twice is quadratic, so there must be a bound.
  static constexpr std::size_t members_max = 16;

  /// Where the value now stands, or null when it may not stand there.
  JsonValue* add(JsonValue value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    if (auto* array = std::get_if<JsonArray>(&open_.back()->is)) {
      if (array->size() >= limits::topics_listed_max) return nullptr;
      return &array->emplace_back(std::move(value));
    }
    return &std::get<JsonObject>(open_.back()->is).emplace_back(std::move(name_), std::move(value)).value;
  }

  /// The pointers stay good: a container does not grow while one inside it is open.
  bool descend(JsonValue value) {
    if (open_.size() >= static_cast<std::size_t>(limits::nesting_max)) return false;
    JsonValue* const placed = add(std::move(value));
    if (!placed) return false;
    open_.push_back(placed);
    return true;
  }

  bool ascend() {
    open_.pop_back();
    return true;
  }

  JsonValue root_;
  std::vector<JsonValue*> open_;  ///< containers that are not closed yet, the innermost last
  std::string name_;              ///< of the member whose value comes next
};

}  // namespace

std::optional<JsonObject> parse_strictly(std::string_view text, std::size_t bytes_max) {
  // The parser takes a zero byte for the end and skips a byte order mark; for us neither belongs into a
  // message.
  if (text.size() > bytes_max || text.empty() || text.front() != '{') return std::nullopt;
  if (text.find('\0') != std::string_view::npos) return std::nullopt;
  Builder builder;
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return std::nullopt;
  JsonValue root = builder.take();
  return std::move(std::get<JsonObject>(root.is));
}

}  // namespace durf::protocol
