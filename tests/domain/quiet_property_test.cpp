// SPDX-License-Identifier: MIT
// Between rounds nothing of what participants do is to be seen: a view that moved when somebody tapped would
// tell the room who it was. Submitting, upvoting, replying, judging and wishing to hide change no view at
// all, joining and leaving change `people` only.
#include <gtest/gtest.h>

#include "domain/history.hpp"

namespace durf::domain::testing {
namespace {

View without_people(View view) {
  view.at({Collection::session, ""}).erase("people");
  return view;
}

Complaint watch_between_rounds(const Rules& rules, std::uint64_t seed, std::size_t& deeds,
                               std::size_t& rare) {
  std::array<View, all_audiences.size()> earlier;
  bool begun = false;
  return play(random_history(seed, 150), rules, as_written, [&](const Moment& moment) -> Complaint {
    const Deed deed = moment.step.deed;
    const bool asks = moment.step.is_quiet();
    const bool moves = deed == Deed::join || deed == Deed::leave;
    if (asks) deeds += moment.events.size();
    if (moment.step.by_author()) rare += moment.events.size();
    for (const Audience audience : all_audiences) {
      View view = rules.project(moment.state, moment.presence, audience);
      View& before = earlier[static_cast<std::size_t>(audience)];
      if (begun && asks && view != before) return std::string(name_of(audience)) + " saw somebody act";
      if (begun && moves && without_people(view) != without_people(before))
        return std::string(name_of(audience)) + " saw more than a number of people";
      before = std::move(view);
    }
    begun = true;
    return std::nullopt;
  });
}

Complaint watch_many(const Rules& rules) {
  constexpr std::size_t count = 300;
  std::size_t deeds = 0;
  std::size_t rare = 0;
  const Complaint complaint =
      play_many(count, [&](std::uint64_t seed) { return watch_between_rounds(rules, seed, deeds, rare); });
  if (!complaint && (deeds < 5 * count || rare < count / 4))
    return "hardly anybody did anything: " + std::to_string(deeds) + ", " + std::to_string(rare);
  return complaint;
}

Rules seen_through(const std::function<void(State&)>& change) {
  Rules rules = real_rules();
  rules.project = [change](const State& state, const Presence& presence, Audience audience) {
    State shown = state;
    change(shown);
    return project(shown, presence, audience);
  };
  return rules;
}

TEST(ProjectV6, BetweenRoundsNobodySeesAnybodyAct) { EXPECT_EQ(watch_many(real_rules()), std::nullopt); }

TEST(ProjectV6, LiveSupportIsCaught) {
  EXPECT_NE(watch_many(seen_through([](State& state) {
              for (auto& [id, question] : state.questions) question.shown_support = support_of(question);
            })),
            std::nullopt);
}

TEST(ProjectV6, AReceiptThatAppearsAtOnceIsCaught) {
  EXPECT_NE(watch_many(seen_through([](State& state) {
              for (auto& [id, question] : state.questions) question.announced = true;
            })),
            std::nullopt);
}

TEST(ProjectV6, AWishThatDesksSeeAtOnceIsCaught) {
  EXPECT_NE(watch_many(seen_through([](State& state) {
              for (auto& [id, question] : state.questions) question.hiding_shown = question.hiding_wished;
            })),
            std::nullopt);
}

TEST(ProjectV6, AReplyThatShowsAtOnceIsCaught) {
  EXPECT_NE(watch_many(seen_through([](State& state) {
              for (auto& [id, question] : state.questions)
                for (Exchange& exchange : question.exchanges)
                  if (exchange.status == ReplyStatus::held) exchange.status = ReplyStatus::pending;
            })),
            std::nullopt);
}

TEST(ProjectV6, AVerdictThatCountsAtOnceIsCaught) {
  EXPECT_NE(watch_many(seen_through([](State& state) {
              for (const auto& [id, question] : state.questions)
                state.shown_verdicts.yes += question.verdict == Verdict::yes;
            })),
            std::nullopt);
}

TEST(ProjectV6, ACountOfTheHatIsCaught) {
  Rules rules = real_rules();
  rules.project = [](const State& state, const Presence& presence, Audience audience) {
    View view = project(state, presence, audience);
    const auto asked = static_cast<std::int64_t>(state.questions.size());
    if (audience == Audience::presenter) view.at({Collection::session, ""}).emplace("asked", asked);
    return view;
  };
  EXPECT_NE(watch_many(rules), std::nullopt);
}

TEST(ProjectV6, PeopleWhoChangeMoreThanTheirNumberAreCaught) {
  Rules rules = real_rules();
  rules.project = [](const State& state, const Presence& presence, Audience audience) {
    View view = project(state, presence, audience);
    view.at({Collection::session, ""}).emplace("here", static_cast<std::int64_t>(presence.people));
    return view;
  };
  EXPECT_NE(watch_many(rules), std::nullopt);
}

}  // namespace
}  // namespace durf::domain::testing
