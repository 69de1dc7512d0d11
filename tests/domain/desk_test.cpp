// SPDX-License-Identifier: MIT
// Links: made, renewed, revoked, and never so that nobody is left who can run the session.
#include <gtest/gtest.h>

#include "domain/gathering.hpp"

namespace durf::domain::testing {
namespace {

CreateLink create(Number number, Role role = Role::presenter, std::string label = "") {
  return {.link = link(number),
          .role = role,
          .label = std::move(label),
          .secret_hash = numbered<SecretHash>(number)};
}

ConfirmPairing pair_screen(Number number, std::string label = "") {
  return {.link = link(number),
          .role = Role::presenter,
          .label = std::move(label),
          .secret_hash = numbered<SecretHash>(number)};
}

TEST(CreateLinkL1, ForDesksOnly) {
  Gathering gathering = in_the_lobby();
  EXPECT_EQ(gathering.give(facilitator(), create(3, Role::presenter, "Side room")), "accepted");
  EXPECT_EQ(gathering.state.definition.links.at(link(3)),
            (Link{.role = Role::presenter, .label = "Side room", .secret_hash = numbered<SecretHash>(3)}));
  EXPECT_EQ(gathering.give(facilitator(), create(4, Role::facilitator)), "accepted");
  EXPECT_EQ(gathering.state.definition.links.at(link(4)).role, Role::facilitator);
  for (const auto& [number, role] : {std::pair{6u, Role::moderator}, std::pair{7u, Role::stage}}) {
    EXPECT_EQ(gathering.give(facilitator(), create(number, role)), "accepted");
    EXPECT_EQ(gathering.state.definition.links.at(link(number)).role, role);
  }
  EXPECT_EQ(gathering.give(facilitator(), create(5, Role::participant)), "not_allowed");
  EXPECT_EQ(gathering.give(facilitator(), create(5, Role::system)), "not_allowed");
}

TEST(CreateLinkL2, TheLabelIsATextOrNothing) {
  Gathering gathering = in_the_lobby();
  EXPECT_EQ(gathering.give(facilitator(), create(3, Role::presenter, std::string(81, 'a'))),
            "text_too_long max=80");
  EXPECT_EQ(gathering.give(facilitator(), create(3, Role::presenter, "a\nb")), "text_forbidden");
  EXPECT_EQ(gathering.give(facilitator(), create(3, Role::presenter, std::string(80, 'a'))), "accepted");
  EXPECT_EQ(gathering.give(facilitator(), create(4, Role::presenter, "")), "accepted");
}

TEST(CreateLinkL3, AnIdThatIsThereIsTaken) {
  Gathering gathering = in_the_lobby();
  EXPECT_EQ(gathering.give(facilitator(), create(1)), "id_taken");
  EXPECT_EQ(gathering.state.definition.links.at(link(1)).role, Role::facilitator);
}

TEST(CreateLinkL4, LinksAreLimited) {
  Gathering gathering = in_the_lobby();
  for (Number number = 3; number <= 20; ++number)
    ASSERT_EQ(gathering.give(facilitator(), create(number)), "accepted");
  EXPECT_EQ(gathering.give(facilitator(), create(21)), "links_full max=20");
  EXPECT_EQ(gathering.give(facilitator(), pair_screen(21)), "links_full max=20");
  EXPECT_EQ(gathering.give(facilitator(), RenewLink{.link = link(3), .secret_hash = {}}), "accepted");
}

TEST(RenewLinkL5, ReplacesTheSecretOnly) {
  Gathering gathering = in_the_lobby();
  EXPECT_EQ(gathering.give(facilitator(), RenewLink{.link = link(2), .secret_hash = numbered<SecretHash>(9)}),
            "accepted");
  EXPECT_EQ(gathering.state.definition.links.at(link(2)),
            (Link{.role = Role::presenter, .label = "Beamer", .secret_hash = numbered<SecretHash>(9)}));
}

TEST(RenewLinkL6, WhatIsNotThereIsUnknown) {
  Gathering gathering = in_the_lobby();
  EXPECT_EQ(gathering.give(facilitator(), RenewLink{.link = link(3), .secret_hash = {}}), "unknown_link");
  EXPECT_EQ(gathering.give(facilitator(), RevokeLink{link(3)}), "unknown_link");
}

TEST(RevokeLinkL7, TheLinkIsGone) {
  Gathering gathering = in_the_lobby();
  EXPECT_EQ(gathering.give(facilitator(), RevokeLink{link(2)}), "accepted");
  EXPECT_FALSE(gathering.state.definition.links.contains(link(2)));
}

TEST(RevokeLinkL8, NotTheLastOfTheFacilitator) {
  Gathering gathering = in_the_lobby();
  EXPECT_EQ(gathering.give(facilitator(), RevokeLink{link(1)}), "last_link");
  gathering.give(facilitator(), create(3, Role::facilitator));
  EXPECT_EQ(gathering.give(facilitator(), RevokeLink{link(1)}), "accepted");
  EXPECT_EQ(gathering.give(facilitator(), RevokeLink{link(3)}), "last_link");
}

TEST(ConfirmPairingL9, MakesALinkUnderTheSameRules) {
  Gathering gathering = in_the_lobby();
  EXPECT_EQ(gathering.give(facilitator(), pair_screen(1)), "id_taken");
  EXPECT_EQ(gathering.give(facilitator(), pair_screen(3, "a\tb")), "text_forbidden");
  EXPECT_EQ(gathering.give(facilitator(), pair_screen(3, "Hall")), "accepted");
  EXPECT_EQ(gathering.state.definition.links.at(link(3)),
            (Link{.role = Role::presenter, .label = "Hall", .secret_hash = numbered<SecretHash>(3)}));
}

TEST(ConfirmPairingL9, ForAScreenOrAStageOnly) {
  Gathering gathering = in_the_lobby();
  const auto pair_as = [&](Number number, Role role) {
    ConfirmPairing command = pair_screen(number);
    command.role = role;
    return gathering.give(facilitator(), command);
  };
  EXPECT_EQ(pair_as(3, Role::stage), "accepted");
  EXPECT_EQ(gathering.state.definition.links.at(link(3)).role, Role::stage);
  for (const Role role : {Role::facilitator, Role::moderator, Role::participant, Role::system})
    EXPECT_EQ(pair_as(4, role), "not_allowed");
}

}  // namespace
}  // namespace durf::domain::testing
