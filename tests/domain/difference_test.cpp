// SPDX-License-Identifier: MIT
// What a delta says: new entities whole, changed ones by their changed fields, the gone by name.
#include <gtest/gtest.h>

#include "durf/base/assert.hpp"
#include "durf/domain/project.hpp"

namespace durf::domain {
namespace {

const EntityKey session{Collection::session, ""};
const EntityKey first{Collection::question, "a"};
const EntityKey second{Collection::question, "b"};

Fields supported(std::int64_t support) {
  return {{"text", Value(std::string("Why?"))}, {"support", Value(support)}};
}

TEST(DifferenceV8, OfEqualViewsIsEmpty) {
  const View view = {{first, supported(3)}};
  EXPECT_TRUE(difference(view, view).empty());
  EXPECT_TRUE(difference({}, {}).empty());
}

TEST(DifferenceV8, HoldsChangedFieldsOnly) {
  const Delta delta = difference({{first, supported(3)}, {second, supported(1)}},
                                 {{first, supported(4)}, {second, supported(1)}});
  ASSERT_EQ(delta.puts.size(), 1u);
  EXPECT_EQ(delta.puts[0].first, first);
  EXPECT_EQ(delta.puts[0].second, (Fields{{"support", Value(std::int64_t{4})}}));
  EXPECT_TRUE(delta.removes.empty());
}

TEST(DifferenceV8, HoldsNewEntitiesWholeAndNamesTheGone) {
  const Delta delta = difference({{first, supported(3)}}, {{second, supported(1)}});
  ASSERT_EQ(delta.puts.size(), 1u);
  EXPECT_EQ(delta.puts[0].first, second);
  EXPECT_EQ(delta.puts[0].second, supported(1));
  EXPECT_EQ(delta.removes, std::vector<EntityKey>{first});
}

TEST(DifferenceV8, KeepsValuesOfDifferentKindsApart) {
  const View flag = {{session, {{"blank", Value(true)}}}};
  const View number = {{session, {{"blank", Value(std::int64_t{1})}}}};
  EXPECT_FALSE(difference(flag, number).empty());
}

TEST(DifferenceV8, CannotSayThatAFieldIsGone) {
  EXPECT_THROW(difference({{session, {{"blank", Value(true)}}}}, {{session, {}}}), base::Bug);
}

}  // namespace
}  // namespace durf::domain
