// SPDX-License-Identifier: MIT
// Shown here: metrics stand still between round releases, whatever a phone does meanwhile, and a meter that tells more often is
// found out. First on a core that the test steps by hand, with deeds drawn by seed; then with the real hosts.
#include "durf/runtime/meters.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "domain/gathering.hpp"
#include "durf/session/session_core.hpp"
#include "runtime/small_server_fixture.hpp"

namespace durf::runtime {
namespace {

using namespace domain::testing;
using Policy = std::function<void(session::SessionCore&, SessionMeter&, Meters&)>;

class HandClock final : public base::Clock {
 public:
  base::SteadyMs now() const override { return at; }
  base::SteadyMs at;
};

bool is_anything_held(const domain::State& state) {
  for (const auto& [id, question] : state.questions)
    if (question.status == domain::QuestionStatus::held) return true;
  return false;
}

/// A session whose phones do this and that. Rounds are longer than what lies between two publications, so that not a single
/// release is hidden by that.
class Evening {
 public:
  static constexpr std::int64_t round_ms = 2 * publish_meters_every_ms;
  static constexpr Number people = 6;

  Evening(Policy policy, unsigned seed) : policy_(std::move(policy)), dice_(seed) {
    domain::Definition definition = a_definition();
    definition.lobby = false;
    definition.round_ms = round_ms;
    domain::State state;
    domain::apply(state, domain::Events{domain::SessionCreated{definition}});
    core_.emplace(std::move(state), 1, 2, protocol::Epoch{}, session::CoreSettings{}, stamp());
    step(session::Woken{});
    for (Number person = 1; person <= people; ++person) step(session::Joined{{0, person}, participant(person), {}, {}, {}});
  }

  void round() {
    for (Number deeds = roll(4); deeds > 0; --deeds) expect_stillness(do_something());
    clock_.at = clock_.at + round_ms;
    const auto before = meters_.published();
    const std::uint32_t round = core_->durable().round;
    step(session::Woken{});
    const bool released = core_->durable().round != round && !is_anything_held(core_->durable());
    const bool moved = meters_.published() != before;
    if (moved && !released) moved_without_release.push_back("a round that left something in the hat, or none at all");
    if (moved && released) ++moved_with_release;
  }

  std::vector<std::string> moved_without_release;
  int moved_with_release = 0;

 private:
  Number roll(Number sides) { return std::uniform_int_distribution<Number>(0, sides - 1)(dice_); }

  void expect_stillness(const char* deed) {
    if (meters_.published() != seen_) moved_without_release.push_back(deed);
  }

  const char* do_something() {
    seen_ = meters_.published();
    const Number person = 1 + roll(people);
    const Number number = 1 + roll(asked_ + 1);
    switch (roll(5)) {
      case 0:
        give(person, submit(++asked_, person));
        return "asked";
      case 1:
        give(person, upvote(number, person, ++given_, roll(2) == 0));
        return "supported";
      case 2:
        give(person, withdraw(number, person));
        return "withdrew";
      case 3:
        give(person, submit(++asked_, person, ""));
        return "was refused";
      default:
        step(session::Left{{0, person}});
        step(session::Joined{{0, person}, participant(person), {}, {}, {}});
        return "came back";
    }
  }

  void give(Number person, domain::Command command) {
    step(session::Commanded{{0, person}, numbered<domain::CommandId>(++given_), std::move(command)});
  }

  void step(session::Input input) {
    bool appends = false;
    for (const session::Action& action : core_->step(std::move(input), stamp()))
      appends = appends || std::holds_alternative<session::AppendRecord>(action);
    policy_(*core_, meter_, meters_);
    if (appends) step(session::Appended{log::AppendOutcome::durable});
  }

  domain::Stamp stamp() { return {clock_.at, {++stamps_, stamps_ * 7, 11, 13}}; }

  Policy policy_;
  std::minstd_rand dice_;
  HandClock clock_;
  Meters meters_{clock_, [this] { return ProcessUse{stamps_, stamps_}; }};  // moves with every step
  SessionMeter meter_{&meters_};
  std::optional<session::SessionCore> core_;
  Meters::Published seen_;
  std::uint64_t stamps_ = 0;
  Number asked_ = 0;
  Number given_ = 0;
};

struct Outcome {
  std::vector<std::string> moved_without_release;
  int moved_with_release = 0;
};

Outcome many_evenings(const Policy& policy) {
  Outcome outcome;
  for (unsigned seed = 1; seed <= 20; ++seed) {
    Evening evening(policy, seed);
    for (int round = 0; round < 20; ++round) evening.round();
    outcome.moved_with_release += evening.moved_with_release;
    for (const std::string& deed : evening.moved_without_release)
      outcome.moved_without_release.push_back("seed " + std::to_string(seed) + ": " + deed);
  }
  return outcome;
}

TEST(MetersOP4, StandStillBetweenReleases) {
  const Outcome outcome =
      many_evenings([](session::SessionCore& core, SessionMeter& meter, Meters&) { meter.after_step(core); });
  EXPECT_EQ(outcome.moved_without_release, std::vector<std::string>{});
  EXPECT_GT(outcome.moved_with_release, 50) << "they do move, at releases";
}

TEST(MetersOP4, ALeakIsFound) {
  const Policy at_every_step = [](session::SessionCore& core, SessionMeter&, Meters& meters) {
    meters.hand_over(core.take_measures(), {});
  };
  const Policy at_every_round = [round = 0U](session::SessionCore& core, SessionMeter&, Meters& meters) mutable {
    if (std::exchange(round, core.durable().round) != core.durable().round) meters.hand_over(core.take_measures(), {});
  };
  EXPECT_FALSE(many_evenings(at_every_step).moved_without_release.empty());
  EXPECT_FALSE(many_evenings(at_every_round).moved_without_release.empty());
}

TEST(MetersOP4, ArePublishedOnceAMinuteAndOnlyByAHandOver) {
  HandClock clock;
  Meters meters(clock, [] { return ProcessUse{1, 2}; });
  session::Measures one;
  one.rounds = 1;
  const auto rounds = [&] { return meters.published().measures.rounds; };
  EXPECT_EQ(meters.published().process, ProcessUse{});
  meters.hand_over(one, {3, 1});
  EXPECT_EQ(rounds(), 1U);
  EXPECT_EQ(meters.published().crowd, (session::Crowd{3, 1}));
  clock.at = clock.at + (publish_meters_every_ms - 1);
  meters.hand_over(one, {-1, 0});
  EXPECT_EQ(rounds(), 1U);
  clock.at = clock.at + 1;
  EXPECT_EQ(rounds(), 1U) << "time alone publishes nothing";
  meters.hand_over(one, {});
  EXPECT_EQ(rounds(), 3U);
  EXPECT_EQ(meters.published().crowd, (session::Crowd{2, 1}));
}

TEST(MetersOP4, AClosedSessionLeavesItsCountsAndNobody) {
  HandClock clock;
  Meters meters(clock, [] { return ProcessUse{}; });
  SessionMeter meter(&meters);
  EXPECT_EQ(meters.published().sessions, 1);
  session::Measures measures;
  measures.frames = 5;
  meter.keep(measures);
  meter.keep_append(log::AppendOutcome::durable, 3);
  meter.keep_bug();
  EXPECT_EQ(meters.published().measures, session::Measures{});
  meter.close();
  meter.close();
  EXPECT_EQ(meters.published().sessions, 0);
  EXPECT_EQ(meters.published().measures.frames, 5U);
  EXPECT_EQ(meters.published().measures.append_outcomes[0], 1U);
  EXPECT_EQ(meters.published().measures.bugs, 1U);
}

TEST_F(SmallServerTest, MetersOfRealHostsMoveAtAReleaseOnly) {
  session.definition.round_ms = domain::limits::round_ms_min;
  create();  // in the lobby, where no round passes
  const auto before = server.meters->published();
  EXPECT_EQ(before.sessions, 1);
  std::vector<SmallServer::Seat> phones;
  for (const std::size_t shard : {0U, 1U, 0U}) {
    phones.push_back(server.connect(shard, phone()));
    EXPECT_EQ(reply_to(phones.back(), ask("Wanneer horen wij het?")), "ok");
    EXPECT_EQ(server.meters->published(), before);
  }
  const auto desk = server.connect(1, facilitator());
  EXPECT_EQ(reply_to(desk, command(domain::GoLive{})), "ok");
  auto after = before;
  for (const auto until = server.clock.now() + 20'000; after == before && server.clock.now() < until;) {
    after = server.meters->published();
    std::this_thread::yield();
  }
  // The only publication of this minute: one that had come with a tap would have taken its place.
  EXPECT_EQ(after.crowd, (session::Crowd{3, 1}));
  EXPECT_EQ(after.measures.rounds, 1U);
  EXPECT_EQ(after.measures.commands[0][0], 3U);
  EXPECT_GE(after.measures.append_outcomes[0], 2U);
}

}  // namespace
}  // namespace durf::runtime
