// SPDX-License-Identifier: MIT
// Over random histories: no view and no delta of any audience holds text or id of a held question, or
// anything of a withdrawn one. What is held or gone is counted from the events, not taken from the state that
// is under suspicion.
#include <gtest/gtest.h>

#include <set>

#include "domain/history.hpp"

namespace durf::domain::testing {
namespace {

/// Questions that nobody may see, by what happened.
struct Unseen {
  std::set<Number> held;
  std::set<Number> gone;

  static Number number_of(const QuestionId& id) {
    return (Number{id.bytes[14]} << 8) | id.bytes[15];  // histories stay below 65,536 questions
  }
  void note(const Event& event) {
    if (const auto* submitted = std::get_if<QuestionSubmitted>(&event)) {
      held.insert(number_of(submitted->question));
      all.insert(number_of(submitted->question));
    } else if (const auto* withdrawn = std::get_if<QuestionWithdrawn>(&event)) {
      held.erase(number_of(withdrawn->question));
      gone.insert(number_of(withdrawn->question));
    } else if (const auto* passed = std::get_if<RoundPassed>(&event)) {
      for (const QuestionId& id : passed->released) held.erase(number_of(id));
    } else if (std::holds_alternative<RehearsalEnded>(event)) {
      held.clear();
      gone = all;
    }
  }

 private:
  std::set<Number> all;
};

/// Texts of histories look like nothing else, so finding one means that it is there.
bool shows(const EntityKey& key, const Fields& fields, const std::string& text, const std::string& id) {
  if (key.id == id && key.collection == Collection::question) return true;
  for (const auto& [name, value] : fields)
    if (const auto* written = std::get_if<std::string>(&value))
      if (written->find(text) != std::string::npos || *written == id) return true;
  return false;
}

Complaint find_in(const View& view, const std::set<Number>& numbers, const char* what) {
  for (const Number number : numbers) {
    const std::string text = text_in_history(number);
    const std::string id = question(number).text();
    for (const auto& [key, fields] : view)
      if (shows(key, fields, text, id))
        return std::string(what) + " question " + std::to_string(number) + " is shown in " +
               std::string(name_of(key.collection));
  }
  return std::nullopt;
}

View puts_of(const Delta& delta) {
  View view;
  for (const auto& [key, fields] : delta.puts) view[key] = fields;
  return view;
}

Complaint find_unseen(const Rules& rules, std::uint64_t seed, std::size_t& looked_at) {
  Unseen unseen;
  std::array<View, all_audiences.size()> earlier;
  return play(random_history(seed, 60), rules, as_written, [&](const Moment& moment) -> Complaint {
    for (const Event& event : moment.events) unseen.note(event);
    for (const Number number : unseen.gone)
      if (moment.state.questions.contains(question(number)))
        return "withdrawn question " + std::to_string(number) + " is in the state";
    for (const Audience audience : all_audiences) {
      View view = rules.project(moment.state, moment.presence, audience);
      View& before = earlier[static_cast<std::size_t>(audience)];
      if (moment.events.empty() && view == before) continue;
      const View delta = puts_of(difference(before, view));
      for (const View* shown : {static_cast<const View*>(&view), &delta}) {
        if (Complaint complaint = find_in(*shown, unseen.held, "held")) return complaint;
        if (Complaint complaint = find_in(*shown, unseen.gone, "withdrawn")) return complaint;
      }
      before = std::move(view);
    }
    looked_at += unseen.held.size() + unseen.gone.size();
    return std::nullopt;
  });
}

Complaint find_unseen_in_many(const Rules& rules, std::size_t count) {
  std::size_t looked_at = 0;
  const Complaint complaint =
      play_many(count, [&](std::uint64_t seed) { return find_unseen(rules, seed, looked_at); });
  if (!complaint && looked_at < count) return "hardly anything was held or withdrawn";
  return complaint;
}

TEST(ProjectV2, NoViewHoldsWhatIsHeld) { EXPECT_EQ(find_unseen_in_many(real_rules(), 150), std::nullopt); }

TEST(ProjectV2, AViewThatShowsTheHatIsCaught) {
  Rules leaky = real_rules();
  leaky.project = [](const State& state, const Presence& presence, Audience audience) {
    State shown = state;
    if (audience == Audience::facilitator)
      for (auto& [id, question] : shown.questions)
        if (question.status == QuestionStatus::held) question.status = QuestionStatus::open;
    return project(shown, presence, audience);
  };
  EXPECT_NE(find_unseen_in_many(leaky, 300), std::nullopt);
}

TEST(ProjectV3, NothingOfAWithdrawnQuestionIsLeft) {
  EXPECT_EQ(find_unseen_in_many(real_rules(), 150), std::nullopt);
}

TEST(ProjectV3, AStateThatKeepsItIsCaught) {
  Rules hoarding = real_rules();
  hoarding.apply = [](State& state, const Event& event) {
    if (!std::holds_alternative<QuestionWithdrawn>(event)) domain::apply(state, event);
  };
  EXPECT_NE(find_unseen_in_many(hoarding, 300), std::nullopt);
}

TEST(ProjectV3, AViewThatRemembersItIsCaught) {
  Rules remembering = real_rules();
  auto seen = std::make_shared<std::map<QuestionId, Question>>();
  remembering.project = [seen](const State& state, const Presence& presence, Audience audience) {
    State shown = state;
    for (const auto& [id, question] : state.questions)
      if (question.status == QuestionStatus::open) seen->insert_or_assign(id, question);
    for (const auto& [id, question] : *seen) shown.questions.insert({id, question});
    return project(shown, presence, audience);
  };
  EXPECT_NE(find_unseen_in_many(remembering, 300), std::nullopt);
}

}  // namespace
}  // namespace durf::domain::testing
