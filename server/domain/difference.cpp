// SPDX-License-Identifier: MIT
#include "durf/base/assert.hpp"
#include "durf/domain/project.hpp"

namespace durf::domain {
namespace {

Fields changed_fields(const Fields& before, const Fields& after) {
  Fields changed;
  for (const auto& [name, value] : after) {
    const auto earlier = before.find(name);
    if (earlier == before.end() || earlier->second != value) changed.emplace(name, value);
  }
  // A delta cannot say that a field is gone; an entity of one collection and audience always has the same
  // ones.
  for (const auto& [name, value] : before) DURF_ASSERT(after.contains(name));
  return changed;
}

}  // namespace

Delta difference(const View& before, const View& after) {
  Delta delta;
  for (const auto& [key, fields] : after) {
    const auto earlier = before.find(key);
    if (earlier == before.end()) {
      delta.puts.emplace_back(key, fields);
    } else if (Fields changed = changed_fields(earlier->second, fields); !changed.empty()) {
      delta.puts.emplace_back(key, std::move(changed));
    }
  }
  for (const auto& [key, fields] : before)
    if (!after.contains(key)) delta.removes.push_back(key);
  return delta;
}

}  // namespace durf::domain
