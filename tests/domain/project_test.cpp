// SPDX-License-Identifier: MIT
// What each audience sees, written out entity by entity and field by field: a field too many fails as one too
// few does.
#include "durf/domain/project.hpp"

#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <map>
#include <set>

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
const std::string nine = text_of_id("CQ");

/// Question 1 is highlighted, 2 answered, 3 open with a reply; 4 is held and announced, 5 held and not; 6 is
/// pending, 7 refused, 8 merged into 3 and 9 too, of which phones know.
Gathering in_full_swing() {
  Gathering gathering = gone_live();
  for (Number person = 51; person <= 57; ++person) member_joined(gathering.presence, member(person), {});
  SubmitQuestion first = submit(1, 1, "Why?");
  first.topic = topic(2);
  gathering.give(participant(1), first);
  gathering.bring_out({2, 3, 6, 7, 8, 9});
  gathering.give(stage(), HighlightQuestion{question(1)});
  gathering.give(stage(), SetNote{question(1), "slowly"});
  gathering.give(moderator(), LabelQuestion{question(1), "rosters"});
  gathering.give(moderator(), PinQuestion{question(1), true});
  gathering.give(stage(), MarkAnswered{question(2)});
  gathering.give(stage(), write_answer(2, "Ja.", "In mei."));
  gathering.give(participant(2), wish_hidden(2, 2));
  gathering.give(stage(), ask_back(3, "Where?"));
  gathering.give(participant(3), reply_to(3, 0, 3, "Here."));
  gathering.give(moderator(), HoldBackQuestion{question(6)});
  gathering.give(moderator(), RefuseQuestion{question(7), Reason::insult});
  for (const Number number : {8u, 9u})
    gathering.give(moderator(), MergeQuestion{question(number), question(3)});
  gathering.give(timer_of_rounds(), TellMerge{question(9)});
  for (int round = 0; round < 3; ++round) gathering.pass_round();
  gathering.give(facilitator(), StartTimer{60'000});
  gathering.give(facilitator(), SetScreen{.blank = true, .join_panel = false});
  gathering.give(participant(4), submit(4, 4));
  gathering.give(participant(56), upvote(3, 56, 1));
  gathering.pass_round();
  gathering.give(participant(57), upvote(3, 57, 1));
  gathering.give(participant(5), submit(5, 5));
  return gathering;
}

using Line = std::map<std::string, std::string>;

std::string put_together(const std::string& entity, const Line& common, const Line& more = {}) {
  Line fields = common;
  fields.insert(more.begin(), more.end());
  std::string line = entity + ':';
  for (const auto& [name, value] : fields) line += ' ' + name + '=' + value;
  return line + '\n';
}

std::string session_line(const Gathering& gathering, const Line& more) {
  return put_together("session ",
                      {{"code", "\"482913\""},
                       {"ended_day", "0"},
                       {"highlighted", '"' + one + '"'},
                       {"judged_no", "0"},
                       {"judged_partly", "0"},
                       {"judged_yes", "0"},
                       {"keep_days", "14"},
                       {"lang", "\"nl\""},
                       {"moderation", "false"},
                       {"phase", "\"live\""},
                       {"refused_about_a_person", "0"},
                       {"refused_asked_already", "0"},
                       {"refused_author_wished", "0"},
                       {"refused_insult", "1"},
                       {"refused_off_topic", "0"},
                       {"refused_traceable", "0"},
                       {"refused_unclear", "0"},
                       {"rehearsal", "false"},
                       {"results", "\"\""},
                       {"round", std::to_string(gathering.state.round)},
                       {"round_ms", "20000"},
                       {"round_tokens_min", "3"},
                       {"round_waits_max", "2"},
                       {"tally_answered", "1"},
                       {"tally_merged", "2"},
                       {"tally_received", "7"},
                       {"tally_refused", "1"},
                       {"tally_shown", "3"},
                       {"timer_ms", "60000"},
                       {"title", "\"Durf te Vragen\""}},
                      more);
}

std::string topic_lines() {
  return "topic " + one + ": lang=\"nl\" name=\"Werkdruk\" place=0\n" +  //
         "topic " + two + ": lang=\"en\" name=\"Rosters\" place=1\n";
}

/// What everyone sees of a question, and what more this audience does.
std::string question_line(const Gathering& gathering, Number number, const std::string& state,
                          const Line& more) {
  const Question& it = gathering.at(number);
  const std::string id = question(number).text();
  return put_together("question " + id,
                      {{"archived", "false"},
                       {"lang", "\"en\""},
                       {"pinned", number == 1 ? "true" : "false"},
                       {"place", std::to_string(it.place)},
                       {"redacted", "false"},
                       {"round", "1"},
                       {"state", '"' + state + '"'},
                       {"support", number == 3 ? "2" : "1"},
                       {"text", number == 1 ? "\"Why?\"" : "\"Why number " + std::to_string(number) + "?\""},
                       {"topic", number == 1 ? '"' + two + '"' : "\"\""}},
                      more);
}

std::string answer_line() {
  return "answer " + two +
         ": day=\"2026-11-21\" lang=\"nl\" promise=\"In mei.\" role=\"directeur\" text=\"Ja.\"\n";
}

std::string ask_back_line(const Line& more = {}) {
  return put_together("ask_back " + three + ".0",
                      {{"lang", "\"en\""},
                       {"reply", "\"Here.\""},
                       {"reply_lang", "\"en\""},
                       {"state", "\"replied\""},
                       {"text", "\"Where?\""}},
                      more);
}

std::string label_of(Number number) { return number == 1 ? "\"rosters\"" : "\"\""; }
std::string note_of(Number number) { return number == 1 ? "\"slowly\"" : "\"\""; }

/// The questions that everyone sees: 8 is open until phones are told.
std::string questions_of_all(const Gathering& gathering, const std::function<Line(Number)>& more) {
  return question_line(gathering, 1, "highlighted", more(1)) +
         question_line(gathering, 2, "answered", more(2)) + question_line(gathering, 3, "open", more(3)) +
         question_line(gathering, 8, "open", more(8));
}

std::string questions_of_moderators(const Gathering& gathering, bool notes) {
  const auto more = [&](Number number) {
    Line line = {{"label", label_of(number)},
                 {"hiding_wished", number == 2 ? "true" : "false"},
                 {"reason", number == 7 ? "\"insult\"" : "\"\""},
                 {"into", number >= 8 ? '"' + three + '"' : "\"\""},
                 {"told", number == 9 ? "true" : "false"}};
    if (notes) line.emplace("note", note_of(number));
    return line;
  };
  std::string lines;
  const std::array<const char*, 10> states = {"", "highlighted", "answered", "open",   "",
                                              "", "pending",     "refused",  "merged", "merged"};
  for (const Number number : {1u, 2u, 3u, 6u, 7u, 8u, 9u})
    lines += question_line(gathering, number, states[number], more(number));
  return lines;
}

/// Of questions that a participant does not see; 5 is not announced yet.
std::string receipt_lines() {
  const auto line = [](Number number, const std::string& fields) {
    return "receipt " + receipt(number, number).text() + ": " + fields + '\n';
  };
  return line(4, "reason=\"\" state=\"held\" waits=1") + line(6, "reason=\"\" state=\"pending\" waits=0") +
         line(7, "reason=\"insult\" state=\"refused\" waits=0");
}

TEST(ProjectV1, AParticipantSees) {
  const Gathering gathering = in_full_swing();
  EXPECT_EQ(written(gathering.view(Audience::participant)),
            session_line(gathering, {}) + topic_lines() +
                questions_of_all(gathering, [](Number) { return Line{}; }) + receipt_lines() + "merge " +
                nine + ": into=\"" + three + "\"\n" + answer_line() + ask_back_line());
}

const Line of_a_screen = {{"blank", "true"}, {"join_panel", "false"}, {"people", "7"}};

TEST(ProjectV1, APresenterSees) {
  const Gathering gathering = in_full_swing();
  EXPECT_EQ(written(gathering.view(Audience::presenter)),
            session_line(gathering, of_a_screen) + topic_lines() +
                questions_of_all(gathering, [](Number) { return Line{}; }) + answer_line() + ask_back_line());
}

TEST(ProjectV1, AStageSees) {
  const Gathering gathering = in_full_swing();
  const auto more = [](Number number) {
    return Line{{"label", label_of(number)}, {"note", note_of(number)}};
  };
  EXPECT_EQ(written(gathering.view(Audience::stage)), session_line(gathering, of_a_screen) + topic_lines() +
                                                          questions_of_all(gathering, more) + answer_line() +
                                                          ask_back_line());
}

TEST(ProjectV1, AModeratorSees) {
  Gathering gathering = in_full_swing();
  gathering.state.definition.word_list = "lul";
  EXPECT_EQ(written(gathering.view(Audience::moderator)),
            session_line(gathering, {{"people", "7"}, {"pending", "1"}, {"word_list", "\"lul\""}}) +
                topic_lines() + questions_of_moderators(gathering, false) + answer_line() +
                ask_back_line({{"reason", "\"\""}}));
}

TEST(ProjectV1, AFacilitatorSees) {
  const Gathering gathering = in_full_swing();
  EXPECT_EQ(written(gathering.view(Audience::facilitator)),
            session_line(gathering, {{"blank", "true"},
                                     {"join_panel", "false"},
                                     {"people", "7"},
                                     {"pending", "1"},
                                     {"expected", "25"},
                                     {"word_list", "\"\""}}) +
                topic_lines() + questions_of_moderators(gathering, true) + "link " + one +
                ": label=\"\" role=\"facilitator\"\n" +  //
                "link " + two + ": label=\"Beamer\" role=\"presenter\"\n" + answer_line() +
                ask_back_line({{"reason", "\"\""}}));
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
  for (const Audience audience : all_audiences)
    EXPECT_EQ(receipts_in(gathering.view(audience)), audience == Audience::participant ? 1u : 0u);
}

TEST(ProjectV5, DesksDoNotLearnWhatTheHatHolds) {
  const auto desks_with = [](Number asked) {
    Gathering gathering = gone_live();
    gathering.bring_out({1, 2, 3});
    for (Number number = 4; number < 4 + asked; ++number)
      gathering.give(participant(number), submit(number, number));
    if (asked == 0) gathering.give(participant(9), upvote(1, 9, 1));
    std::string before;
    for (const Audience audience : all_audiences)
      if (audience != Audience::participant) before += written(gathering.view(audience));
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
  EXPECT_EQ(name_of(Audience::moderator), "moderator");
  EXPECT_EQ(name_of(Audience::stage), "stage");
  EXPECT_EQ(audience_of(Role::moderator), Audience::moderator);
  EXPECT_EQ(audience_of(Role::stage), Audience::stage);
  EXPECT_EQ(audience_of(Role::participant), Audience::participant);
  EXPECT_EQ(audience_of(Role::presenter), Audience::presenter);
  EXPECT_EQ(audience_of(Role::facilitator), Audience::facilitator);
  EXPECT_THROW(audience_of(Role::system), base::Bug);
}

TEST(Names, OfCollections) {
  EXPECT_EQ(name_of(Collection::merge), "merge");
  EXPECT_EQ(name_of(Collection::answer), "answer");
  EXPECT_EQ(name_of(Collection::ask_back), "ask_back");
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
