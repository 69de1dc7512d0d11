// SPDX-License-Identifier: MIT
// Shown here: a desk's connections live as long as the secret that opened them.
#include <gtest/gtest.h>

#include "session/room.hpp"

namespace durf::session::testing {
namespace {

/// Two facilitators, the second by a link of its own (3).
Room two_desks() {
  Room room;
  room.join(desk, facilitator());
  room.done(
      desk, 1,
      domain::CreateLink{link(3), domain::Role::facilitator, "Second", numbered<domain::SecretHash>(3)});
  room.join_desk(102, link(3), 3);
  room.pass(1'000);
  room.wake_up();
  return room;
}

TEST(LinkC15, RevokingClosesTheConnectionsThatItOpenedAfterTheReply) {
  Room room = two_desks();
  room.join_desk(103, link(3), 3);
  EXPECT_EQ(room.done(desk, 7, domain::RevokeLink{link(3)}),
            (Lines{"append 3 extend with the definition", "definition changed", "send 100: ok 7",
                   "push facilitator frame 2", "close 102 link_revoked", "close 103 link_revoked"}));
}

TEST(LinkC15, WhoRenewsTheOwnLinkStillReadsTheAnswer) {
  Room room = two_desks();
  EXPECT_EQ(room.done(desk, 7, domain::RenewLink{link(1), numbered<domain::SecretHash>(9)}),
            (Lines{"append 3 extend with the definition", "definition changed", "send 100: ok 7",
                   "close 100 link_revoked"}));
}

TEST(LinkC15, WhatTheySentBeforeTheyHeardOfItIsNotDoneAnyMore) {
  Room room = two_desks();
  room.command(desk, 7, domain::RevokeLink{link(3)});
  room.command(102, 8, domain::GoLive{});  // waits while the revocation is written
  EXPECT_EQ(room.durable().back(), "close 102 link_revoked");
  EXPECT_FALSE(room.pending);
  EXPECT_EQ(room.command(102, 9, domain::GoLive{}), Lines{});
  EXPECT_EQ(room.leave(102), Lines{});
  EXPECT_EQ(room.state().phase, domain::Phase::lobby);
}

TEST(LinkC15, ARevocationThatTheDiskRefusedClosesNobody) {
  Room room = two_desks();
  room.command(desk, 6, domain::SetScreen{.blank = true, .join_panel = false});
  room.command(desk, 7, domain::RevokeLink{link(3)});
  room.join_desk(103, link(3), 3);
  room.durable();
  EXPECT_EQ(room.disk_full(),
            (Lines{"send 100: no 7 disk_full", "send 103 attach facilitator: welcome, snapshot 2, clock"}));
}

TEST(LinkC15, WhoComesByALinkThatIsGoneIsTurnedAway) {
  Room room = two_desks();
  EXPECT_EQ(room.join_desk(104, link(9), 9), Lines{"close 104 link_revoked"});
  EXPECT_EQ(room.command(104, 9, domain::GoLive{}), Lines{});
}

TEST(LinkC15, WhoWaitsAtTheDoorWhileTheLinkIsRenewedIsTurnedAway) {
  Room room = two_desks();
  room.command(desk, 7, domain::RenewLink{link(3), numbered<domain::SecretHash>(33)});
  EXPECT_EQ(room.join_desk(103, link(3), 3), Lines{});
  EXPECT_EQ(room.durable().back(), "close 103 link_revoked");
  EXPECT_EQ(room.join_desk(104, link(3), 33).back(),
            "send 104 attach facilitator: welcome, snapshot 1, clock");
}

TEST(LinkC15, AfterAnUnknownOutcomeTheDefinitionThatStandsIsTold) {
  Room room = two_desks();
  room.command(desk, 7, domain::RenewLink{link(3), numbered<domain::SecretHash>(33)});
  room.payloads.push_back(room.pending->payload);  // kept, but nobody knows
  ++room.next;
  room.log_says(log::AppendOutcome::failed);
  room.rebuild();
  room.wake_up();
  const auto* changed = std::get_if<DefinitionChanged>(&room.actions.front());
  ASSERT_NE(changed, nullptr);
  EXPECT_EQ(changed->definition.links.at(link(3)).secret_hash, numbered<domain::SecretHash>(33));
}

TEST(OrderC26, TheOperatorsOrderIsWrittenAndNobodyIsTold) {
  Room room;
  EXPECT_EQ(
      room.order(domain::CreateLink{link(4), domain::Role::facilitator, "", numbered<domain::SecretHash>(4)}),
      Lines{"append 2 extend with the definition"});
  EXPECT_EQ(room.durable(), (Lines{"definition changed", "push facilitator frame 1"}));
  EXPECT_TRUE(room.state().definition.links.contains(link(4)));
  EXPECT_EQ(room.order(domain::GoLive{}), Lines{}) << "not among what the system may do";
}

}  // namespace
}  // namespace durf::session::testing
