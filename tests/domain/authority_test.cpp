// SPDX-License-Identifier: MIT
// Who may give which command: the whole variant times all roles.
#include <gtest/gtest.h>

#include "domain/gathering.hpp"

namespace durf::domain::testing {
namespace {

// Written down here once more, so that a slip in decide.cpp and one here would have to agree: the first three
// commands of command.hpp are the participants', the last is the system's, those between are the
// facilitator's.
Role owner(const Command& command) {
  if (command.index() < 3) return Role::participant;
  return std::holds_alternative<PassRound>(command) ? Role::system : Role::facilitator;
}

bool lent_to_the_system(const Command& command) {
  return std::holds_alternative<StopTimer>(command) || std::holds_alternative<CreateLink>(command);
}

bool allowed(Role role, const Command& command) {
  Gathering gathering = gone_live();
  return gathering.give({.role = role, .member = member(1)}, command) != "not_allowed";
}

TEST(AuthorityA1, EachCommandBelongsToOneRole) {
  const std::vector<Command> commands = every_command();
  ASSERT_EQ(commands.size(), std::variant_size_v<Command>);
  for (std::size_t index = 0; index < commands.size(); ++index) {
    ASSERT_EQ(commands[index].index(), index) << "every_command leaves one out";
    for (const Role role : {Role::participant, Role::presenter, Role::facilitator, Role::system}) {
      if (role == Role::system && lent_to_the_system(commands[index])) continue;
      EXPECT_EQ(allowed(role, commands[index]), role == owner(commands[index]))
          << "command " << index << ", role " << static_cast<int>(role);
    }
  }
}

TEST(AuthorityA1, IsLookedAtBeforeTheSession) {
  Gathering gathering = gone_live();
  gathering.give(participant(1), submit(1, 1));
  EXPECT_EQ(gathering.give(presenter(), withdraw(1, 1)), "not_allowed");
  EXPECT_EQ(gathering.give(facilitator(), submit(2, 2, "")), "not_allowed");
  EXPECT_EQ(gathering.give(participant(1), LengthenRounds{1}), "not_allowed");
}

TEST(AuthorityA2, APresenterViewGivesNoCommands) {
  for (const Command& command : every_command()) EXPECT_FALSE(allowed(Role::presenter, command));
}

TEST(AuthorityA3, TheSystemMayStopATimerAndMakeALink) {
  for (const Command& command : every_command())
    EXPECT_EQ(allowed(Role::system, command),
              lent_to_the_system(command) || std::holds_alternative<PassRound>(command))
        << "command " << command.index();
}

}  // namespace
}  // namespace durf::domain::testing
