// SPDX-License-Identifier: MIT
#include "durf/domain/definition.hpp"

#include <set>

#include "domain/checks.hpp"
#include "durf/domain/decide.hpp"

namespace durf::domain {
namespace {

std::optional<Rejection> refuse_topics(const std::vector<Topic>& topics) {
  if (const auto refused =
          refuse_outside(static_cast<std::int64_t>(topics.size()), 0, std::int64_t{limits::topics_max}))
    return refused;
  // The empty id means "no topic" in a question, so it counts as taken.
  std::set<TopicId> taken = {TopicId{}};
  for (const Topic& topic : topics) {
    if (!taken.insert(topic.id).second)
      return Rejection{.code = RejectionCode::id_taken, .min = {}, .max = {}};
    if (const auto refused = refuse_text(topic.name.text, limits::topic_name_bytes_max, false))
      return refused;
  }
  return std::nullopt;
}

}  // namespace

std::variant<std::monostate, Rejection> check_definition(const Definition& definition) {
  if (const auto refused = refuse_text(definition.title.text, limits::title_bytes_max, false))
    return *refused;
  if (const auto refused = refuse_topics(definition.topics)) return *refused;
  if (const auto refused = refuse_outside(definition.round_ms, limits::round_ms_min, limits::round_ms_max))
    return *refused;
  if (const auto refused = refuse_outside(definition.expected, limits::expected_min, limits::expected_max))
    return *refused;
  if (const auto refused = refuse_optional_text(definition.word_list, limits::word_list_bytes_max, true))
    return *refused;
  if (const auto refused = refuse_outside(definition.keep_days, limits::keep_days_min, limits::keep_days_max))
    return *refused;
  return std::monostate{};
}

}  // namespace durf::domain
