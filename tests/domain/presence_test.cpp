// SPDX-License-Identifier: MIT
// What is known only while it happens: people, rates, slots.
#include "durf/domain/presence.hpp"

#include <gtest/gtest.h>

#include "domain/gathering.hpp"

namespace durf::domain::testing {
namespace {

constexpr base::SteadyMs start{1'000'000};

TEST(PresenceM1, TwoTabsAreOnePerson) {
  Presence presence;
  member_joined(presence, member(1), start);
  member_joined(presence, member(1), start);
  member_joined(presence, member(2), start);
  EXPECT_EQ(presence.people, 2u);
  member_left(presence, member(1));
  EXPECT_EQ(presence.people, 2u);
  member_left(presence, member(1));
  EXPECT_EQ(presence.people, 1u);
  member_joined(presence, member(1), start);
  EXPECT_EQ(presence.people, 2u);
}

/// Up to 100: a bucket without a bottom must fail a test and not hang it.
int taken_at(Presence& presence, base::SteadyMs now) {
  int taken = 0;
  while (taken < 100 && take_command(presence, member(1), now)) ++taken;
  return taken;
}

TEST(PresenceM2, ABurstAndThenAnEvenRate) {
  Presence presence;
  member_joined(presence, member(1), start);
  EXPECT_EQ(taken_at(presence, start), 30);
  EXPECT_EQ(taken_at(presence, start), 0) << "a clock that stands still refills nothing";
  EXPECT_EQ(taken_at(presence, start + -5'000), 0) << "nor one that goes back";
  EXPECT_EQ(taken_at(presence, start + 333), 0);
  EXPECT_EQ(taken_at(presence, start + 334), 1);
  EXPECT_EQ(taken_at(presence, start + 1'334), 3);
  EXPECT_EQ(taken_at(presence, start + 86'400'000), 30) << "never more than the burst";
}

TEST(PresenceM2, PhonesDoNotShareARate) {
  Presence presence;
  EXPECT_EQ(taken_at(presence, start), 30);
  EXPECT_TRUE(take_command(presence, member(2), start));
}

TEST(PresenceM3, AReleaseFreesAllSlots) {
  Gathering gathering = gone_live();
  for (const Number number : {1u, 2u, 3u}) gathering.give(participant(number), submit(number, number));
  EXPECT_EQ(gathering.presence.members.at(member(1)).slot, question(1));
  gathering.give(timer_of_rounds(), PassRound{});
  EXPECT_EQ(gathering.give(participant(1), submit(4, 1)), "accepted");
}

TEST(PresenceM4, ARefusalOfTheDiskFreesTheSlot) {
  Gathering gathering = gone_live();
  const State before = gathering.state;
  gathering.give(participant(1), submit(1, 1));
  gathering.state = before;
  free_slot(gathering.presence, member(1), question(2));
  EXPECT_EQ(gathering.give(participant(1), submit(3, 1)), "one_per_round") << "another question's slot";
  free_slot(gathering.presence, member(1), question(1));
  EXPECT_EQ(gathering.give(participant(1), submit(3, 1)), "accepted");
  free_slot(gathering.presence, member(7), question(1));  // who was forgotten meanwhile holds none
}

TEST(PresenceM5, AWithdrawnQuestionsSlotIsFreeWhenTheTimeIsOver) {
  Gathering gathering = gone_live();
  gathering.give(participant(1), submit(1, 1));
  gathering.give(participant(1), withdraw(1, 1));
  EXPECT_EQ(gathering.pass_round(), "without effect");
  EXPECT_EQ(gathering.give(participant(1), submit(2, 1)), "accepted");
  EXPECT_EQ(gathering.pass_round(), "accepted");
  EXPECT_EQ(gathering.give(participant(1), submit(3, 1)), "one_per_round") << "it waits in the hat";
}

TEST(PresenceM6, TokensCountByWhatIsHeld) {
  Gathering gathering = gone_live();
  EXPECT_EQ(tokens_in_the_hat(gathering.presence, gathering.state), 0u);
  gathering.give(participant(1), submit(1, 1));
  gathering.give(participant(2), submit(2, 2));
  EXPECT_EQ(tokens_in_the_hat(gathering.presence, gathering.state), 2u);
  gathering.give(participant(1), withdraw(1, 1));
  EXPECT_EQ(tokens_in_the_hat(gathering.presence, gathering.state), 1u);
  EXPECT_EQ(tokens_in_the_hat(Presence{}, gathering.state), 0u);
}

TEST(PresenceM8, ReplySlotsAreASlotOfTheirOwn) {
  Gathering gathering = with_open({1, 2});
  for (const Number number : {1u, 2u}) gathering.give(stage(), ask_back(number));
  gathering.give(participant(1), reply_to(1, 0, 1));
  EXPECT_EQ(gathering.presence.members.at(member(1)).reply_slot, reply(1));
  EXPECT_TRUE(gathering.presence.members.at(member(1)).slot.empty());
  EXPECT_EQ(tokens_in_the_hat(gathering.presence, gathering.state), 1u);
  gathering.give(participant(1), submit(11, 1));
  EXPECT_EQ(tokens_in_the_hat(gathering.presence, gathering.state), 1u) << "one token, whatever it has there";
  gathering.give(participant(2), reply_to(2, 0, 2));
  EXPECT_EQ(tokens_in_the_hat(gathering.presence, gathering.state), 2u);
  free_slot(gathering.presence, member(1), reply(2));
  EXPECT_EQ(gathering.presence.members.at(member(1)).reply_slot, reply(1)) << "another reply's";
  free_slot(gathering.presence, member(1), reply(1));
  EXPECT_EQ(gathering.presence.members.at(member(1)).reply_slot, ReplyId{});
}

TEST(PresenceM8, AReplysSlotIsFreeWhenItsQuestionWasWithdrawn) {
  Gathering gathering = with_open({1});
  gathering.give(stage(), ask_back(1));
  gathering.give(participant(1), reply_to(1, 0, 1));
  gathering.give(participant(1), withdraw(1, 1));
  EXPECT_EQ(gathering.presence.members.at(member(1)).reply_slot, reply(1));
  gathering.pass_round();
  EXPECT_FALSE(gathering.presence.members.contains(member(1)));
}

TEST(PresenceM7, WhoLeftIsForgottenWithTheRound) {
  Gathering gathering = gone_live();
  for (const Number person : {1u, 2u}) member_joined(gathering.presence, member(person), start);
  gathering.give(participant(1), submit(1, 1));
  EXPECT_EQ(taken_at(gathering.presence, start), 30);
  member_left(gathering.presence, member(1));
  member_joined(gathering.presence, member(1), start);
  EXPECT_EQ(taken_at(gathering.presence, start), 0) << "coming back refreshes no rate";
  EXPECT_EQ(gathering.give(participant(1), submit(2, 1)), "one_per_round") << "and no slot";
  member_left(gathering.presence, member(1));
  gathering.pass_round();
  EXPECT_TRUE(gathering.presence.members.contains(member(1))) << "its question waits";
  gathering.give(participant(1), withdraw(1, 1));
  gathering.pass_round();
  EXPECT_FALSE(gathering.presence.members.contains(member(1)));
  EXPECT_TRUE(gathering.presence.members.contains(member(2)));
}

TEST(PresenceM9, WhoComesAndGoesWithEverNewTokensFillsNoMemory) {
  Gathering gathering = gone_live();
  Presence& presence = gathering.presence;
  for (const Number person : {1u, 2u, 3u}) member_joined(presence, member(person), start);
  gathering.give(participant(1), submit(1, 1));
  EXPECT_EQ(taken_at(presence, start), 30);
  for (const Number person : {1u, 2u}) member_left(presence, member(person));

  const std::size_t most = 2 * presence.people + limits::members_gone_max;
  const auto come_and_go = [&presence](Number person) {
    member_joined(presence, member(person), start);
    member_left(presence, member(person));
  };
  Number next = 100;
  while (presence.members.size() < most && next < 100 + most) come_and_go(next++);
  EXPECT_EQ(presence.members.size(), most);
  EXPECT_TRUE(presence.members.contains(member(2))) << "up to there everyone is remembered";

  come_and_go(next);
  EXPECT_EQ(presence.members.size(), 2u) << "all who left, but for the one with a slot";
  EXPECT_EQ(gathering.give(participant(1), submit(2, 1)), "one_per_round");
  EXPECT_EQ(taken_at(presence, start), 0) << "its rate is remembered with it";
  EXPECT_TRUE(presence.members.contains(member(3))) << "who is here stays";
}

}  // namespace
}  // namespace durf::domain::testing
