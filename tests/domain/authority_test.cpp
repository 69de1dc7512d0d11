// SPDX-License-Identifier: MIT
// Who may give which command: the whole variant times all roles.
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "domain/gathering.hpp"

namespace durf::domain::testing {
namespace {

// Written down here once more, command by command in the order of command.hpp, so that a slip in
// authority.cpp and one here would have to agree. p participant, f facilitator, m moderator, s stage, y
// system.
constexpr std::array<const char*, std::variant_size_v<Command>> allowed_to = {
    "p",  "p",  "p",   "p",  "p",  "p",         // submit, withdraw, upvote, wish, reply, judge
    "fs", "fs", "fs",  "fs", "fs", "fs", "fs",  // highlight, clear, answered, reopen, card, ask back, note
    "fm", "fm", "fm",  "fm",                    // approve, hold back, refuse, restore
    "fm", "fm", "fm",  "fm", "fm",                    // replies, redact
    "fm", "fm", "fm",  "fm", "fm",                    // label, pin, archive, merge, undo
    "fm", "fm",                                       // moderation, word list
    "f",  "fy", "f",   "f",  "f",  "f",               // end, close, rename, code, days, results
    "f",  "f",  "f",   "f",                           // lobby, live, for real, longer rounds
    "fs", "fs", "fsy",                                // screen, timer on, timer off
    "fy", "f",  "f",   "f",                           // links
    "y",  "y",                                        // round, tell of a merge
};

constexpr std::array<std::pair<Role, char>, 6> roles = {{{Role::participant, 'p'},
                                                         {Role::presenter, 'b'},
                                                         {Role::facilitator, 'f'},
                                                         {Role::moderator, 'm'},
                                                         {Role::stage, 's'},
                                                         {Role::system, 'y'}}};

bool allowed(Role role, const Command& command) {
  Gathering gathering = gone_live();
  return gathering.give({.role = role, .member = member(1)}, command) != "not_allowed";
}

void check(Role role, char letter) {
  const std::vector<Command> commands = every_command();
  ASSERT_EQ(commands.size(), std::variant_size_v<Command>);
  for (std::size_t index = 0; index < commands.size(); ++index) {
    ASSERT_EQ(commands[index].index(), index) << "every_command leaves one out";
    EXPECT_EQ(allowed(role, commands[index]),
              std::string(allowed_to[index]).find(letter) != std::string::npos)
        << "command " << index << ", role " << letter;
  }
}

TEST(AuthorityA1, EachCommandBelongsToItsRoles) {
  for (const auto& [role, letter] : roles) check(role, letter);
}

TEST(AuthorityA1, IsLookedAtBeforeTheSession) {
  Gathering gathering = gone_live();
  gathering.give(participant(1), submit(1, 1));
  EXPECT_EQ(gathering.give(presenter(), withdraw(1, 1)), "not_allowed");
  EXPECT_EQ(gathering.give(facilitator(), submit(2, 2, "")), "not_allowed");
  EXPECT_EQ(gathering.give(participant(1), LengthenRounds{1}), "not_allowed");
  EXPECT_EQ(gathering.give(stage(), ApproveQuestion{question(9)}), "not_allowed");
  EXPECT_EQ(gathering.give(moderator(), HighlightQuestion{question(9)}), "not_allowed");
}

TEST(AuthorityA2, APresenterViewGivesNoCommands) {
  for (const Command& command : every_command()) EXPECT_FALSE(allowed(Role::presenter, command));
}

TEST(AuthorityA3, TheSystemMayStopATimerCloseASessionAndMakeALink) {
  Gathering gathering = ended_with({1});
  const CreateLink link_for_operator{
      .link = link(7), .role = Role::facilitator, .label = "", .secret_hash = numbered<SecretHash>(7)};
  EXPECT_EQ(gathering.give(timer_of_rounds(), link_for_operator), "accepted");
  EXPECT_EQ(gathering.give(timer_of_rounds(), StopTimer{}), "without effect");
  EXPECT_EQ(gathering.give(timer_of_rounds(), CloseSession{}), "accepted");
}

}  // namespace
}  // namespace durf::domain::testing
