// SPDX-License-Identifier: MIT
// What each audience sees, written out entity by entity and field by field: a field too many fails as one too
// few does.
#include "durf/domain/project.hpp"

#include <gtest/gtest.h>

#include "domain/gathering.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain::testing {
namespace {

std::string written(const Value& value) {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  return '"' + std::get<std::string>(value) + '"';
}

/// One line per entity: collection, id, and the fields in the order of their names.
std::string written(const View& view) {
  std::string lines;
  for (const auto& [key, fields] : view) {
    lines += std::string(name_of(key.collection)) + ' ' + key.id + ':';
    for (const auto& [name, value] : fields) lines += ' ' + std::string(name) + '=' + written(value);
    lines += '\n';
  }
  return lines;
}

// As text: topic(1), question(1) and so on end in their number.
std::string text_of_id(const char* end) { return "AAAAAAAAAAAAAAAAAAAA" + std::string(end); }
const std::string one = text_of_id("AQ");
const std::string two = text_of_id("Ag");
const std::string three = text_of_id("Aw");

/// Question 1 is highlighted, 2 answered, 3 open; 4 is held and announced, 5 held and not.
Gathering in_full_swing() {
  Gathering gathering = gone_live();
  for (const Number person : {1u, 2u, 3u, 4u, 5u, 6u, 7u})
    member_joined(gathering.presence, member(person), {});
  SubmitQuestion first = submit(1, 1, "Why?");
  first.topic = topic(2);
  gathering.give(participant(1), first);
  gathering.bring_out({2, 3});
  gathering.give(facilitator(), HighlightQuestion{question(1)});
  gathering.give(facilitator(), MarkAnswered{question(2)});
  gathering.give(facilitator(), StartTimer{60'000});
  gathering.give(facilitator(), SetScreen{.blank = true, .join_panel = false});
  gathering.give(participant(4), submit(4, 4));
  gathering.give(participant(6), upvote(3, 6, 1));
  gathering.pass_round();
  gathering.give(participant(7), upvote(3, 7, 1));
  gathering.give(participant(5), submit(5, 5));
  return gathering;
}

std::string place_of(const Gathering& gathering, Number number) {
  return std::to_string(gathering.at(number).place);
}

std::string topic_lines() {
  return "topic " + one + ": lang=\"nl\" name=\"Werkdruk\" place=0\n" +  //
         "topic " + two + ": lang=\"en\" name=\"Rosters\" place=1\n";
}

std::string question_lines(const Gathering& gathering) {
  return "question " + one + ": lang=\"en\" place=" + place_of(gathering, 1) +
         " round=1 state=\"highlighted\" support=1 text=\"Why?\" topic=\"" + two + "\"\n" +  //
         "question " + two + ": lang=\"en\" place=" + place_of(gathering, 2) +
         " round=1 state=\"answered\" support=1 text=\"Why number 2?\" topic=\"\"\n" +  //
         "question " + three + ": lang=\"en\" place=" + place_of(gathering, 3) +
         " round=1 state=\"open\" support=2 text=\"Why number 3?\" topic=\"\"\n";
}

TEST(ProjectV1, AParticipantSees) {
  const Gathering gathering = in_full_swing();
  EXPECT_EQ(written(gathering.view(Audience::participant)),
            "session : code=\"482913\" highlighted=\"" + one +
                "\" lang=\"nl\" phase=\"live\" rehearsal=false round=3 round_ms=20000 round_tokens_min=3"
                " round_waits_max=2 timer_ms=60000 title=\"Durf te Vragen\"\n" +
                topic_lines() + question_lines(gathering) + "receipt " + receipt(4, 4).text() +
                ": state=\"held\" waits=1\n");
}

TEST(ProjectV1, APresenterSees) {
  const Gathering gathering = in_full_swing();
  EXPECT_EQ(
      written(gathering.view(Audience::presenter)),
      "session : blank=true code=\"482913\" highlighted=\"" + one +
          "\" join_panel=false lang=\"nl\" people=7 phase=\"live\" rehearsal=false round=3 round_ms=20000"
          " round_tokens_min=3 round_waits_max=2 timer_ms=60000 title=\"Durf te Vragen\"\n" +
          topic_lines() + question_lines(gathering));
}

TEST(ProjectV1, AFacilitatorSees) {
  const Gathering gathering = in_full_swing();
  EXPECT_EQ(
      written(gathering.view(Audience::facilitator)),
      "session : blank=true code=\"482913\" expected=25 highlighted=\"" + one +
          "\" join_panel=false lang=\"nl\" people=7 phase=\"live\" rehearsal=false round=3 round_ms=20000"
          " round_tokens_min=3 round_waits_max=2 timer_ms=60000 title=\"Durf te Vragen\"\n" +
          topic_lines() + question_lines(gathering) +              //
          "link " + one + ": label=\"\" role=\"facilitator\"\n" +  //
          "link " + two + ": label=\"Beamer\" role=\"presenter\"\n");
}

TEST(ProjectV1, InTheLobbyOfARehearsal) {
  Definition definition = a_definition();
  definition.rehearsal = true;
  const View view = Gathering(definition).view(Audience::participant);
  const Fields& session = view.at({Collection::session, ""});
  EXPECT_EQ(session.at("phase"), Value(std::string("lobby")));
  EXPECT_EQ(session.at("rehearsal"), Value(true));
  EXPECT_EQ(session.at("highlighted"), Value(std::string()));
}

std::size_t receipts_in(const View& view) {
  std::size_t count = 0;
  for (const auto& [key, fields] : view) count += key.collection == Collection::receipt;
  return count;
}

TEST(ProjectV4, ReceiptsAreForParticipantsAndAppearWithARound) {
  Gathering gathering = gone_live();
  gathering.give(participant(1), submit(1, 1));
  EXPECT_EQ(receipts_in(gathering.view(Audience::participant)), 0u);
  gathering.pass_round();
  const View view = gathering.view(Audience::participant);
  EXPECT_EQ(receipts_in(view), 1u);
  EXPECT_TRUE(view.contains({Collection::receipt, receipt(1, 1).text()}));
  EXPECT_EQ(receipts_in(gathering.view(Audience::presenter)), 0u);
  EXPECT_EQ(receipts_in(gathering.view(Audience::facilitator)), 0u);
}

TEST(ProjectV5, DesksDoNotLearnWhatTheHatHolds) {
  const auto desks_with = [](Number asked) {
    Gathering gathering = gone_live();
    gathering.bring_out({1, 2, 3});
    for (Number number = 4; number < 4 + asked; ++number)
      gathering.give(participant(number), submit(number, number));
    if (asked == 0) gathering.give(participant(9), upvote(1, 9, 1));
    const std::string before =
        written(gathering.view(Audience::presenter)) + written(gathering.view(Audience::facilitator));
    for (const auto& [id, question] : gathering.state.questions)
      EXPECT_EQ(before.find(question.receipt.text()), std::string::npos);
    return before;
  };
  EXPECT_EQ(desks_with(0), desks_with(1));
  EXPECT_EQ(desks_with(1), desks_with(2));
  EXPECT_EQ(desks_with(2), desks_with(150));
}

TEST(Names, OfTheWire) {
  EXPECT_EQ(name_of(Audience::participant), "participant");
  EXPECT_EQ(name_of(Audience::presenter), "presenter");
  EXPECT_EQ(name_of(Audience::facilitator), "facilitator");
  EXPECT_EQ(audience_of(Role::participant), Audience::participant);
  EXPECT_EQ(audience_of(Role::presenter), Audience::presenter);
  EXPECT_EQ(audience_of(Role::facilitator), Audience::facilitator);
  EXPECT_THROW(audience_of(Role::system), base::Bug);
}

TEST(Names, OfRejectionsDiffer) {
  std::set<std::string_view> names;
  for (int code = 0; code <= static_cast<int>(RejectionCode::disk_full); ++code)
    names.insert(name_of(static_cast<RejectionCode>(code)));
  EXPECT_EQ(names.size(), static_cast<std::size_t>(RejectionCode::disk_full) + 1);
  EXPECT_EQ(name_of(RejectionCode::disk_full), "disk_full");
  EXPECT_EQ(name_of(RejectionCode::not_allowed), "not_allowed");
}

}  // namespace
}  // namespace durf::domain::testing
