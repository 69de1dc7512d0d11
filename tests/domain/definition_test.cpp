// SPDX-License-Identifier: MIT
// What may be created, and how a session begins.
#include "durf/domain/definition.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "domain/gathering.hpp"
#include "durf/domain/default_word_list.hpp"

namespace durf::domain::testing {
namespace {

std::string check_with(const std::function<void(Definition&)>& change) {
  Definition definition = a_definition();
  change(definition);
  const auto outcome = check_definition(definition);
  const auto* rejection = std::get_if<Rejection>(&outcome);
  return rejection ? told(*rejection) : "fine";
}

Topic a_topic(Number number, std::string name = "Rust") {
  return {.id = topic(number), .name = {.language = Language::nl, .text = std::move(name)}};
}

TEST(DefinitionD1, TheTitleIsAText) {
  EXPECT_EQ(check_with([](Definition&) {}), "fine");
  EXPECT_EQ(check_with([](Definition& d) { d.title.text = " "; }), "text_empty");
  EXPECT_EQ(check_with([](Definition& d) { d.title.text = "a\nb"; }), "text_forbidden");
  EXPECT_EQ(check_with([](Definition& d) { d.title.text = std::string(240, 'a'); }), "fine");
  EXPECT_EQ(check_with([](Definition& d) { d.title.text = std::string(241, 'a'); }), "text_too_long max=240");
}

TEST(DefinitionD2, TopicsAreLimited) {
  const auto with = [](Number count) {
    return check_with([count](Definition& d) {
      d.topics.clear();
      for (Number number = 1; number <= count; ++number) d.topics.push_back(a_topic(number));
    });
  };
  EXPECT_EQ(with(0), "fine");
  EXPECT_EQ(with(12), "fine");
  EXPECT_EQ(with(13), "out_of_range min=0 max=12");
}

TEST(DefinitionD3, TopicIdsDiffer) {
  EXPECT_EQ(check_with([](Definition& d) { d.topics = {a_topic(7), a_topic(7)}; }), "id_taken");
  EXPECT_EQ(check_with([](Definition& d) { d.topics = {a_topic(0)}; }), "id_taken");
}

TEST(DefinitionD4, NamesOfTopicsAreTexts) {
  const auto with = [](std::string name) {
    return check_with([&](Definition& d) { d.topics = {a_topic(1), a_topic(2, name)}; });
  };
  EXPECT_EQ(with(""), "text_empty");
  EXPECT_EQ(with("a\nb"), "text_forbidden");
  EXPECT_EQ(with(std::string(160, 'a')), "fine");
  EXPECT_EQ(with(std::string(161, 'a')), "text_too_long max=160");
}

TEST(DefinitionD5, RoundsHaveALengthWithinLimits) {
  const auto with = [](std::int64_t ms) { return check_with([ms](Definition& d) { d.round_ms = ms; }); };
  EXPECT_EQ(with(4'999), "out_of_range min=5000 max=600000");
  EXPECT_EQ(with(5'000), "fine");
  EXPECT_EQ(with(600'000), "fine");
  EXPECT_EQ(with(600'001), "out_of_range min=5000 max=600000");
}

TEST(DefinitionD6, TheExpectedSizeHasLimits) {
  const auto with = [](std::uint32_t size) {
    return check_with([size](Definition& d) { d.expected = size; });
  };
  EXPECT_EQ(with(1), "out_of_range min=2 max=100000");
  EXPECT_EQ(with(2), "fine");
  EXPECT_EQ(with(100'000), "fine");
  EXPECT_EQ(with(100'001), "out_of_range min=2 max=100000");
}

TEST(DefinitionD8, TheWordListIsTextOrNothing) {
  const auto with = [](std::string words) { return check_with([&](Definition& d) { d.word_list = words; }); };
  EXPECT_EQ(with(""), "fine");
  EXPECT_EQ(with("hufter\nmoron"), "fine");
  EXPECT_EQ(with("a\tb"), "text_forbidden");
  EXPECT_EQ(with(std::string(4'000, 'a')), "fine");
  EXPECT_EQ(with(std::string(4'001, 'a')), "text_too_long max=4000");
  EXPECT_EQ(with(default_word_list()), "fine");
}

TEST(DefinitionD9, DaysToKeepHaveLimits) {
  const auto with = [](std::int32_t days) {
    return check_with([days](Definition& d) { d.keep_days = days; });
  };
  EXPECT_EQ(with(0), "out_of_range min=1 max=90");
  EXPECT_EQ(with(1), "fine");
  EXPECT_EQ(with(90), "fine");
  EXPECT_EQ(with(91), "out_of_range min=1 max=90");
}

TEST(DefinitionD7, ASessionBeginsAsDefined) {
  for (const bool lobby : {true, false}) {
    Definition definition = a_definition();
    definition.lobby = lobby;
    const Gathering gathering(definition);
    EXPECT_EQ(gathering.state.phase, lobby ? Phase::lobby : Phase::live);
    EXPECT_EQ(gathering.state.definition, definition);
    EXPECT_EQ(gathering.state.round, 1u);
    EXPECT_TRUE(gathering.state.questions.empty());
    EXPECT_EQ(gathering.state.screen, (Screen{.blank = false, .join_panel = true}));
  }
}

}  // namespace
}  // namespace durf::domain::testing
