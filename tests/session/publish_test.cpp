// SPDX-License-Identifier: MIT
// Shown here: when frames leave, what they hold, and that each is encoded once for its whole audience.
#include <gtest/gtest.h>

#include <set>

#include "durf/domain/limits.hpp"
#include "session/room.hpp"

namespace durf::session::testing {
namespace {

using durf::testing::Entities;
using durf::testing::hear;

domain::SetScreen blank(bool is) { return {.blank = is, .join_panel = false}; }

TEST(PublishIntervalC7, TheFirstChangeOfAQuietRoomLeavesAtOnce) {
  Room room;
  room.join(desk, facilitator());
  EXPECT_EQ(room.done(desk, 7, blank(true)),
            (Lines{"append 2 extend", "send 100: ok 7", "push presenter frame 1", "push facilitator frame 1",
                   "push stage frame 1"}))
      << "the screen is nothing to phones and moderators";
}

TEST(PublishIntervalC7, LaterOnesGatherAndAnswersDoNotWait) {
  Room room;
  room.join(desk, facilitator());
  room.done(desk, 7, blank(true));
  room.pass(10);
  EXPECT_EQ(room.done(desk, 8, blank(false)), (Lines{"append 3 extend", "send 100: ok 8"}));
  EXPECT_EQ(room.done(desk, 9, blank(true)), (Lines{"append 4 extend", "send 100: ok 9"}));
  EXPECT_EQ(room.done(desk, 10, domain::StartTimer{60'000}), (Lines{"append 5 extend", "send 100: ok 10"}));
  EXPECT_EQ(room.wake, base::SteadyMs{domain::limits::publish_interval_ms});
  room.go_to(domain::limits::publish_interval_ms);
  EXPECT_EQ(room.wake_up(), (Lines{"push participant frame 1", "push presenter frame 2",
                                   "push facilitator frame 2", "push moderator frame 1", "push stage frame 2",
                                   "push participant clock", "push presenter clock", "push facilitator clock",
                                   "push moderator clock", "push stage clock"}));
  EXPECT_FALSE(room.said_text("blank")) << "it is what it was when it was last shown";
}

TEST(PublishIntervalC7, AfterAQuietIntervalTheNextLeavesAtOnceAgain) {
  Room room;
  room.join(desk, facilitator());
  room.done(desk, 7, blank(true));
  room.pass(domain::limits::publish_interval_ms);
  EXPECT_EQ(room.done(desk, 8, blank(false)).back(), "push stage frame 2");
}

TEST(FrameC8, ValuesAreAbsoluteAndNumbersAreDensePerAudience) {
  Room room(live_definition());
  room.join(screen, presenter());
  std::map<domain::Audience, std::uint64_t> last;
  Entities shown = durf::testing::entities_of(project(room.state(), {}, domain::Audience::presenter));
  const auto look = [&] {
    for (const Action& action : room.actions) {
      const auto* push = std::get_if<Push>(&action);
      if (!push) continue;
      const auto heard = hear(push->frame);
      if (heard.kind != durf::testing::Heard::Kind::frame) continue;
      EXPECT_EQ(heard.number, ++last[push->audience]);
      EXPECT_EQ(heard.epoch, room.core->epoch().text());
      if (push->audience != domain::Audience::presenter) continue;
      take_in(shown, heard);
      take_in(shown, heard);  // repeating does no harm
    }
  };
  for (const Number person : {1, 2, 3}) {
    room.join(person);
    look();
    room.done(person, 10 + person, submit(person, person));
    look();
  }
  for (Number round = 1; round <= 3; ++round) {
    room.pass(1'000);
    for (const Number person : {1, 2, 3}) {
      if (room.state().questions.at(question(1)).round > 0)
        room.done(person, 100 * round + person, upvote(1, person, round, round != 2));
      look();
    }
    room.go_to(20'000 * round);
    room.wake_up();
    look();
    while (room.pending) {
      room.durable();
      look();
    }
  }
  room.pass(1'000);
  room.wake_up();
  look();
  EXPECT_GT(last[domain::Audience::participant], 2U);
  EXPECT_EQ(shown, durf::testing::entities_of(
                       domain::project(room.state(), room.core->presence(), domain::Audience::presenter)));
}

TEST(EncodingC9, OncePerAudienceHoweverManyAreConnected) {
  Room room;
  room.join(desk, facilitator());
  for (Number person = 1; person <= 50; ++person) room.join(person);
  room.pass(1'000);
  room.wake_up();
  room.pass(1'000);
  room.command(desk, 7, domain::GoLive{});
  room.durable();
  std::set<const std::string*> bytes;
  std::size_t pushes = 0;
  for (const Action& action : room.actions) {
    const auto* push = std::get_if<Push>(&action);
    if (!push) continue;
    ++pushes;
    bytes.insert(push->frame.get());
  }
  EXPECT_EQ(pushes, 10U) << "a frame and a clock for each audience, whoever listens";
  EXPECT_EQ(bytes.size(), 6U) << "five frames, and one clock for all";
}

TEST(EncodingC9, AnAudienceForWhichNothingChangedHearsNothing) {
  Room room;
  room.join(desk, facilitator());
  EXPECT_EQ(room.done(desk, 7, domain::CreateLink{link(3), domain::Role::presenter, "Left", {}}),
            (Lines{"append 2 extend with the definition", "definition changed", "send 100: ok 7",
                   "push facilitator frame 1"}));
}

}  // namespace
}  // namespace durf::session::testing
