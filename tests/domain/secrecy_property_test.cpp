// SPDX-License-Identifier: MIT
// Over random histories: no view and no delta of any audience holds text or id of a held question or the text
// of a held reply, or anything of a withdrawn question, or what was redacted; and none of a participant, a
// presenter or the stage holds the text of what is pending, was refused, or is told to be merged. What is
// hidden from whom is counted from the events, not taken from the state that is under suspicion.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <memory>
#include <set>

#include "domain/history.hpp"

namespace durf::domain::testing {
namespace {

enum class Sight { nobody, moderators, all };

Number number_of(const QuestionId& id) {
  return (Number{id.bytes[14]} << 8) | id.bytes[15];  // histories stay below 65,536 questions
}

/// Found nowhere but in the text of this question, or in this reply.
std::string mark_of(Number number) { return "<<" + std::to_string(number) + ">>"; }
std::string mark_of(Number number, std::uint32_t place) {
  return "<<" + std::to_string(number) + '.' + std::to_string(place) + ">>";
}

/// Who may see what, by what happened.
class Hidden {
 public:
  struct Item {
    Sight sight = Sight::nobody;
    Sight before_refusal = Sight::nobody;
    bool redacted = false;
    QuestionId into;  ///< told merges
    std::map<std::uint32_t, Sight> replies;
    std::set<std::uint32_t> redacted_replies;
  };
  std::map<Number, Item> items;
  std::set<Number> gone;

  void note(const Event& event) {
    std::visit([&](const auto& fact) { on(fact); }, event);
  }

 private:
  Item& item(const QuestionId& id) { return items.at(number_of(id)); }

  void on(const QuestionSubmitted& fact) { items[number_of(fact.question)] = Item{}; }
  void on(const QuestionWithdrawn& fact) {
    const QuestionId further = item(fact.question).into;
    items.erase(number_of(fact.question));
    gone.insert(number_of(fact.question));
    for (auto& [number, other] : items) {
      if (other.into != fact.question) continue;
      other.into = further;  // empty: it stands by itself again
      if (further.empty()) other.sight = Sight::all;
    }
  }
  void on(const RoundPassed& fact) {
    for (const QuestionId& id : fact.released)
      item(id).sight = fact.pending.contains(id) ? Sight::moderators : Sight::all;
    for (const ReplyId& id : fact.replies)
      item(id.question).replies[id.place] =
          fact.pending_replies.contains(id) ? Sight::moderators : Sight::all;
  }
  void on(const AskBackReplied& fact) { item(fact.reply.question).replies[fact.reply.place] = Sight::nobody; }
  void on(const ReplyApproved& fact) { item(fact.reply.question).replies[fact.reply.place] = Sight::all; }
  void on(const ReplyRefused& fact) {
    item(fact.reply.question).replies[fact.reply.place] = Sight::moderators;
  }
  void on(const ReplyHeldBack& fact) {
    item(fact.reply.question).replies[fact.reply.place] = Sight::moderators;
  }
  void on(const QuestionApproved& fact) { item(fact.question).sight = Sight::all; }
  void on(const QuestionHeldBack& fact) { item(fact.question).sight = Sight::moderators; }
  void on(const QuestionRefused& fact) {
    Item& it = item(fact.question);
    if (!refused_.contains(fact.question)) it.before_refusal = it.sight;
    refused_.insert(fact.question);
    it.sight = Sight::moderators;
  }
  void on(const QuestionRestored& fact) {
    item(fact.question).sight = item(fact.question).before_refusal;
    refused_.erase(fact.question);
  }
  void on(const QuestionRedacted& fact) { item(fact.question).redacted = true; }
  void on(const ReplyRedacted& fact) {
    item(fact.reply.question).redacted_replies.insert(fact.reply.place);
  }
  void on(const QuestionMerged& fact) { into_[fact.question] = fact.into; }
  void on(const MergeTold& fact) {
    item(fact.question).sight = Sight::moderators;
    item(fact.question).into = into_.at(fact.question);
  }
  void on(const RehearsalEnded&) {
    for (const auto& [number, it] : items) gone.insert(number);
    items.clear();
  }
  template <class Other>
  void on(const Other&) {}

  std::set<QuestionId> refused_;
  std::map<QuestionId, QuestionId> into_;
};

bool holds(const View& view, const std::string& mark) {
  for (const auto& [key, fields] : view)
    for (const auto& [name, value] : fields)
      if (const auto* written = std::get_if<std::string>(&value);
          written && written->find(mark) != std::string::npos)
        return true;
  return false;
}

/// As an entity of its own, or named in another one.
bool names(const View& view, Number number) {
  const std::string id = question(number).text();
  for (const auto& [key, fields] : view) {
    // Ids of topics and links are small numbers too; a merge that phones know keeps its id.
    const bool hangs_on_it = key.collection == Collection::question || key.collection == Collection::answer ||
                             key.collection == Collection::ask_back;
    if (hangs_on_it && key.id.starts_with(id)) return true;
    for (const auto& [name, value] : fields)
      if (const auto* written = std::get_if<std::string>(&value); written && *written == id) return true;
  }
  return false;
}

Complaint found(const char* what, Number number) {
  return std::string(what) + " question " + std::to_string(number) + " is shown";
}

Complaint find_in(const View& view, Audience audience, const Hidden& hidden) {
  const bool moderates = audience == Audience::facilitator || audience == Audience::moderator;
  const auto may_see = [&](Sight sight) {
    return sight == Sight::all || (sight == Sight::moderators && moderates);
  };
  for (const Number number : hidden.gone)
    if (names(view, number) || holds(view, mark_of(number))) return found("withdrawn", number);
  for (const auto& [number, item] : hidden.items) {
    if (item.sight == Sight::nobody && names(view, number)) return found("held", number);
    if (!may_see(item.sight) && holds(view, mark_of(number))) return found("hidden", number);
    if (item.redacted && holds(view, mark_of(number))) return found("redacted", number);
    for (const auto& [place, sight] : item.replies)
      if (!(may_see(sight) && may_see(item.sight)) && holds(view, mark_of(number, place)))
        return found("a hidden reply of", number);
    for (const std::uint32_t place : item.redacted_replies)
      if (holds(view, mark_of(number, place))) return found("a redacted reply of", number);
  }
  return std::nullopt;
}

/// Of a withdrawn question the state keeps nothing, or the number of a merged one's supporters and where they
/// went.
bool is_forgotten(const State& state, Number number) {
  const auto at = state.questions.find(question(number));
  if (at == state.questions.end()) return true;
  Question bare;
  bare.status = QuestionStatus::merged;
  bare.shown_support = at->second.shown_support;
  bare.round = at->second.round;
  bare.place = at->second.place;
  bare.merged_into = at->second.merged_into;
  bare.merged_support = at->second.merged_support;
  bare.merge_told = true;
  return at->second == bare;
}

View puts_of(const Delta& delta) {
  View view;
  for (const auto& [key, fields] : delta.puts) view[key] = fields;
  return view;
}

struct Looked {
  std::size_t held = 0;
  std::size_t hidden = 0;  ///< from the room
  std::size_t gone = 0;
};

Complaint find_unseen(const Rules& rules, std::uint64_t seed, Looked& looked) {
  Hidden hidden;
  std::array<View, all_audiences.size()> earlier;
  return play(random_history(seed, 100), rules, as_written, [&](const Moment& moment) -> Complaint {
    if (moment.events.empty()) return std::nullopt;  // quiet_property_test.cpp looks at moments without
    for (const Event& event : moment.events) hidden.note(event);
    for (const Number number : hidden.gone)
      if (!is_forgotten(moment.state, number))
        return "something of " + std::to_string(number) + " is in the state";
    for (const Audience audience : all_audiences) {
      View view = rules.project(moment.state, moment.presence, audience);
      View& before = earlier[static_cast<std::size_t>(audience)];
      if (Complaint complaint = find_in(view, audience, hidden)) return complaint;
      if (Complaint complaint = find_in(puts_of(difference(before, view)), audience, hidden))
        return complaint;
      before = std::move(view);
    }
    looked.gone += hidden.gone.size();
    for (const auto& [number, item] : hidden.items) {
      looked.held += item.sight == Sight::nobody;
      looked.hidden += item.sight == Sight::moderators;
    }
    return std::nullopt;
  });
}

Complaint find_unseen_in_many(const Rules& rules, std::size_t count) {
  Looked looked;
  const Complaint complaint =
      play_many(count, [&](std::uint64_t seed) { return find_unseen(rules, seed, looked); });
  const bool hardly = looked.held < count || looked.hidden < count || looked.gone < count;
  if (!complaint && hardly) return "hardly anything was held, hidden or withdrawn";
  return complaint;
}

/// Sabotage: participants are shown questions of this status as if they were open.
Rules leaking(QuestionStatus status) {
  Rules rules = real_rules();
  rules.project = [status](const State& state, const Presence& presence, Audience audience) {
    State shown = state;
    if (audience == Audience::participant)
      for (auto& [id, question] : shown.questions)
        if (question.status == status) question.status = QuestionStatus::open;
    return project(shown, presence, audience);
  };
  return rules;
}

TEST(ProjectV9, TheRoomSeesNothingThatIsHeldPendingRefusedOrMerged) {
  EXPECT_EQ(find_unseen_in_many(real_rules(), 10'000), std::nullopt);
}

TEST(ProjectV9, AViewThatShowsItIsCaught) {
  for (const QuestionStatus status : {QuestionStatus::pending, QuestionStatus::refused})
    EXPECT_NE(find_unseen_in_many(leaking(status), 300), std::nullopt);
}

TEST(ProjectV9, AToldMergeThatStaysIsCaught) {
  Rules rules = real_rules();
  rules.project = [](const State& state, const Presence& presence, Audience audience) {
    State shown = state;
    for (auto& [id, question] : shown.questions) question.merge_told = false;
    return project(shown, presence, audience);
  };
  EXPECT_NE(find_unseen_in_many(rules, 300), std::nullopt);
}

TEST(ProjectV9, AReplyThatSkipsTheModeratorIsCaught) {
  Rules rules = real_rules();
  rules.project = [](const State& state, const Presence& presence, Audience audience) {
    State shown = state;
    for (auto& [id, question] : shown.questions)
      for (Exchange& exchange : question.exchanges)
        if (exchange.status == ReplyStatus::pending) exchange.status = ReplyStatus::open;
    return project(shown, presence, audience);
  };
  EXPECT_NE(find_unseen_in_many(rules, 500), std::nullopt);
}

TEST(ProjectV10, ARedactedTextIsGone) {
  Rules rules = real_rules();
  rules.apply = [](State& state, const Event& event) {
    if (!std::holds_alternative<QuestionRedacted>(event)) domain::apply(state, event);
  };
  EXPECT_NE(find_unseen_in_many(rules, 300), std::nullopt) << "the complaint of a state that keeps it";
}

TEST(ProjectV10, ARedactedReplyIsGone) {
  Rules rules = real_rules();
  rules.apply = [](State& state, const Event& event) {
    if (!std::holds_alternative<ReplyRedacted>(event)) domain::apply(state, event);
  };
  EXPECT_NE(find_unseen_in_many(rules, 500), std::nullopt) << "the complaint of a state that keeps it";
}

TEST(ProjectV9, AReplyThatIsHeldBackAndStaysIsCaught) {
  Rules rules = real_rules();
  rules.apply = [](State& state, const Event& event) {
    if (!std::holds_alternative<ReplyHeldBack>(event)) domain::apply(state, event);
  };
  EXPECT_NE(find_unseen_in_many(rules, 500), std::nullopt);
}

TEST(ProjectV2, NoViewHoldsWhatIsHeld) { EXPECT_EQ(find_unseen_in_many(real_rules(), 150), std::nullopt); }

TEST(ProjectV2, AViewThatShowsTheHatIsCaught) {
  Rules leaky = real_rules();
  leaky.project = [](const State& state, const Presence& presence, Audience audience) {
    State shown = state;
    if (audience == Audience::moderator)
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
