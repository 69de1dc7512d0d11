// SPDX-License-Identifier: MIT
// The log is the session: its events give the same state again. And a page that puts the differences upon
// what it has sees what the server sees.
#include <gtest/gtest.h>

#include <memory>
#include <utility>

#include "domain/history.hpp"

namespace durf::domain::testing {
namespace {

Complaint replay_differs(const Rules& rules, std::uint64_t seed) {
  Events log = {SessionCreated{definition_of_histories()}};
  State last;
  play(random_history(seed, 80), rules, as_written, [&](const Moment& moment) -> Complaint {
    log.insert(log.end(), moment.events.begin(), moment.events.end());
    last = moment.state;
    return std::nullopt;
  });
  State again;
  for (const Event& event : log) rules.apply(again, event);
  if (again != last) return "the log gives another state";
  return std::nullopt;
}

/// What no deed of a history causes.
bool is_elsewhere(const Event& event) {
  return std::holds_alternative<SessionCreated>(event) || std::holds_alternative<SessionClosed>(event) ||
         std::holds_alternative<SessionRenamed>(event) || std::holds_alternative<JoinCodeChanged>(event) ||
         std::holds_alternative<KeepDaysSet>(event) || std::holds_alternative<RoundsLengthened>(event) ||
         std::holds_alternative<LinkSet>(event) || std::holds_alternative<LinkRevoked>(event) ||
         std::holds_alternative<CommandAccepted>(event);
}

template <std::size_t... Index>
std::vector<Event> every_event(std::index_sequence<Index...>) {
  return {std::variant_alternative_t<Index, Event>{}...};
}

TEST(Histories, EverythingHappensInThem) {
  std::vector<std::size_t> counts(std::variant_size_v<Event>);
  for (std::uint64_t seed = 1; seed <= 1'000; ++seed)
    play(random_history(seed, 80), real_rules(), as_written, [&](const Moment& moment) -> Complaint {
      for (const Event& event : moment.events) counts[event.index()] += 1;
      return std::nullopt;
    });
  for (const Event& event : every_event(std::make_index_sequence<std::variant_size_v<Event>>{}))
    if (!is_elsewhere(event)) {
      EXPECT_GE(counts[event.index()], 20u) << "event " << event.index();
    }
}

TEST(ApplyS1, TheSameEventsGiveTheSameState) {
  EXPECT_EQ(play_many(500, [](std::uint64_t seed) { return replay_differs(real_rules(), seed); }),
            std::nullopt);
}

TEST(ApplyS1, AStateThatRemembersElsewhereIsCaught) {
  Rules rules = real_rules();
  auto released = std::make_shared<std::uint32_t>(0);
  rules.apply = [released](State& state, const Event& event) {
    domain::apply(state, event);
    if (const auto* passed = std::get_if<RoundPassed>(&event))
      for (const QuestionId& id : passed->released) state.questions.at(id).place = (*released)++;
  };
  EXPECT_NE(play_many(500, [&](std::uint64_t seed) { return replay_differs(rules, seed); }), std::nullopt);
}

/// As the page does it: put by put, then the removes.
void put_upon(View& replica, const Delta& delta) {
  for (const auto& [key, fields] : delta.puts)
    for (const auto& [name, value] : fields) replica[key].insert_or_assign(name, value);
  for (const EntityKey& key : delta.removes) replica.erase(key);
}

using Differ = std::function<Delta(const View&, const View&)>;

Complaint replica_differs(const Differ& differ, std::uint64_t seed) {
  std::array<View, all_audiences.size()> replicas;
  std::array<View, all_audiences.size()> published;
  std::size_t step = 0;
  return play(random_history(seed, 60), real_rules(), as_written, [&](const Moment& moment) -> Complaint {
    // Published at some steps only, so that changes gather in between.
    if (++step % (1 + seed % 4) != 0) return std::nullopt;
    for (const Audience audience : all_audiences) {
      const auto at = static_cast<std::size_t>(audience);
      View view = project(moment.state, moment.presence, audience);
      const Delta delta = differ(published[at], view);
      put_upon(replicas[at], delta);
      if (replicas[at] != view) return "a replica differs";
      put_upon(replicas[at], delta);
      if (replicas[at] != view) return "repeating a delta does harm";
      published[at] = std::move(view);
    }
    return std::nullopt;
  });
}

TEST(DifferenceV8, PutUponTheEarlierViewGivesTheLater) {
  EXPECT_EQ(play_many(300, [](std::uint64_t seed) { return replica_differs(difference, seed); }),
            std::nullopt);
}

TEST(DifferenceV8, OneThatForgetsRemovesIsCaught) {
  const Differ forgetful = [](const View& before, const View& after) {
    Delta delta = difference(before, after);
    delta.removes.clear();
    return delta;
  };
  EXPECT_NE(play_many(500, [&](std::uint64_t seed) { return replica_differs(forgetful, seed); }),
            std::nullopt);
}

TEST(DifferenceV8, OneThatOverlooksAFieldIsCaught) {
  const Differ overlooking = [](const View& before, const View& after) {
    Delta delta = difference(before, after);
    for (auto& [key, fields] : delta.puts)
      if (before.contains(key)) fields.erase("support");
    return delta;
  };
  EXPECT_NE(play_many(500, [&](std::uint64_t seed) { return replica_differs(overlooking, seed); }),
            std::nullopt);
}

}  // namespace
}  // namespace durf::domain::testing
