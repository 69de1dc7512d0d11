// SPDX-License-Identifier: MIT
#include "simulation/evening.hpp"

#include <algorithm>
#include <list>

#include "domain/gathering.hpp"
#include "simulation/broken.hpp"
#include "simulation/page.hpp"
#include "simulation/server.hpp"

namespace durf::simulation {

using namespace domain::testing;
using domain::Role;

namespace {

constexpr std::int64_t heals_within_ms = 90'000;

// Links, each with a secret of the same number. The ones that are made in the evening come behind them.
constexpr std::uint32_t moderator_link = 8;
constexpr std::uint32_t stage_link = 9;
constexpr std::uint32_t first_made_link = 10;

constexpr std::int32_t today = 20'778;

const std::string some_words = "awful\n" + std::string(insult) + "\nstupid";

domain::Definition definition_of(Dice& dice) {
  domain::Definition definition = a_definition();
  definition.round_ms = domain::limits::round_ms_min;
  definition.lobby = dice.chance(300);
  definition.rehearsal = dice.chance(300);
  definition.moderation = dice.chance(300);
  definition.word_list = some_words;
  definition.links[link(moderator_link)] = {Role::moderator, "",
                                            numbered<domain::SecretHash>(moderator_link)};
  definition.links[link(stage_link)] = {Role::stage, "", numbered<domain::SecretHash>(stage_link)};
  return definition;
}

class Evening {
 public:
  Evening(std::uint64_t seed, Saboteur& saboteur, Counts& counts)
      : dice_(seed),
        definition_(definition_of(dice_)),
        checker_(counts, definition_),
        server_(agenda_, dice_, counts, checker_, saboteur, definition_),
        outside_{.agenda = agenda_, .dice = dice_, .counts = counts, .checker = checker_, .server = server_},
        ends_at_(dice_.between(20'000, 40'000)),
        thorough_(dice_.chance(250)) {}

  void run() {
    seat_everyone();
    plan_mishaps();
    if (dice_.chance(300)) plan_the_end();
    while (agenda_.step(ends_at_)) {
    }
    heal();
    settle();
  }

  std::int64_t now() const { return agenda_.now(); }

 private:
  // Who is there.

  void seat_everyone() {
    main_desk_ = &desk(link(1), numbered<domain::SecretHash>(1), Role::facilitator);
    desk(link(2), numbered<domain::SecretHash>(2), Role::presenter);
    plan_next_wish(desk(link(moderator_link), numbered<domain::SecretHash>(moderator_link), Role::moderator));
    if (dice_.chance(700))
      plan_next_wish(desk(link(stage_link), numbered<domain::SecretHash>(stage_link), Role::stage));
    const auto phones = dice_.between(3, 6);
    for (std::int64_t i = 0; i < phones; ++i) {
      Person& person = seat(Role::participant);
      if (dice_.chance(300)) open_page(person);
      plan_next_wish(person);
    }
    plan_next_wish(*main_desk_);
  }

  Person& seat(Role role) {
    Person& person = people_.emplace_back();
    person.number = static_cast<std::uint32_t>(people_.size());
    person.role = role;
    open_page(person);
    return person;
  }

  Person& desk(const domain::LinkId& by, const domain::SecretHash& secret, Role role) {
    Person& person = seat(role);
    person.link = by;
    person.secrets = {secret};
    return person;
  }

  void open_page(Person& person) {
    Page* page = person.pages.emplace_back(std::make_unique<Page>(outside_, person)).get();
    agenda_.after(dice_.between(1, 2'000), [page] { page->connect(); });
    plan_next_drop(page);
  }

  // What goes wrong.

  bool over() const { return agenda_.now() >= ends_at_; }

  void every(std::int64_t from_ms, std::int64_t to_ms, std::function<void()> what) {
    agenda_.after(dice_.between(from_ms, to_ms), [this, from_ms, to_ms, what = std::move(what)] {
      if (over()) return;
      what();
      every(from_ms, to_ms, what);
    });
  }

  void plan_mishaps() {
    every(2'000, 20'000, [this] { server_.crash(); });
    every(5'000, 40'000, [this] { server_.jump(dice_.between(1, 60'000)); });
    every(8'000, 40'000, [this] {
      server_.set_disk_full(true);
      agenda_.after(dice_.between(100, 3'000), [this] { server_.set_disk_full(false); });
    });
  }

  void plan_next_drop(Page* page) {
    every(1'000, 12'000, [page] { page->drop(); });
  }

  // What people wish.

  void plan_next_wish(Person& person) {
    every(50, 1'800, [this, &person] { wish(person); });
  }

  void wish(Person& person) {
    if (person.stopped) return;
    if (dice_.chance(80) && !person.settled.empty()) return again(person);
    if (person.role == Role::participant)
      wish_of_phone(person);
    else
      wish_of_desk(person);
  }

  void give(Person& person, domain::Command command) { person.wish(outside_, std::move(command)); }

  /// A page that was asleep sends what was answered long ago.
  void again(Person& person) {
    const Wish old = dice_.pick(person.settled);
    for (const auto& page : person.pages)
      if (page->open()) return page->send(old);
  }

  static bool is(const testing::Entity& fields, const char* name, const char* value) {
    const auto found = fields.find(name);
    return found != fields.end() && found->second == domain::Value(std::string(value));
  }

  /// A question that this person's page shows, in this state if there is one.
  domain::QuestionId pick(const Person& person, const char* state = nullptr) {
    std::vector<domain::QuestionId> all;
    std::vector<domain::QuestionId> wanted;
    for (const auto& [key, fields] : person.pages.front()->replica()) {
      if (key.first != "question") continue;
      all.push_back(*domain::QuestionId::from_text(key.second));
      if (state && is(fields, "state", state)) wanted.push_back(all.back());
    }
    if (all.empty()) return question(9'999);  // there is no such question
    return wanted.empty() || dice_.chance(100) ? dice_.pick(all) : dice_.pick(wanted);
  }

  /// A reply that this person's page shows.
  std::optional<domain::ReplyId> pick_reply(const Person& person, const char* state) {
    std::vector<domain::ReplyId> replies;
    for (const auto& [key, fields] : person.pages.front()->replica())
      if (key.first == "ask_back" && is(fields, "state", state)) replies.push_back(reply_of(key.second));
    return replies.empty() ? std::nullopt : std::optional(dice_.pick(replies));
  }

  static domain::ReplyId reply_of(const std::string& id) {
    const std::size_t dot = id.find('.');
    return {*domain::QuestionId::from_text(id.substr(0, dot)),
            static_cast<std::uint32_t>(std::stoul(id.substr(dot + 1)))};
  }

  bool often_insulting() { return dice_.chance(150); }

  void wish_of_phone(Person& person) {
    const auto kind = dice_.below(100);
    if (kind < 28) {
      ask(person);
    } else if (kind < 36 && !person.own.empty()) {
      const std::uint32_t number = dice_.pick(person.own);
      give(person, withdraw(number, dice_.chance(50) ? 99 : person.number));
    } else if (kind < (thorough_ ? 80 : 48) && !person.own.empty()) {
      wish_of_author(person, own_answered(person));
    } else if (kind < 50 && person.outbox.size() < domain::limits::commands_burst_max) {
      const domain::QuestionId question = pick(person);
      for (std::uint32_t i = 0; i < domain::limits::commands_burst_max; ++i) upvote_one(person, question);
    } else {
      upvote_one(person, pick(person, "open"));
    }
  }

  void ask(Person& person) {
    person.own.push_back(++questions_);
    person.up[question(questions_)] = true;
    person.revisions[question(questions_)] = 1;
    domain::SubmitQuestion question =
        submit(questions_, person.number, text_of_question(questions_, often_insulting()));
    if (dice_.chance(300)) question.topic = topic(dice_.chance(50) ? 77 : 1);
    give(person, std::move(question));
  }

  void wish_of_author(Person& person, std::uint32_t number) {
    const domain::AuthorshipHash proof = authorship(dice_.chance(50) ? 99 : person.number, number);
    const domain::QuestionId id = question(number);
    const auto asked = asked_back(person);
    if (asked && dice_.chance(700)) {
      const std::uint32_t of = number_of(asked->question);
      ++replies_;
      return give(person, domain::ReplyToAskBack{
                              .reply = *asked,
                              .text = {domain::Language::en, text_of_reply(replies_, often_insulting())},
                              .authorship = authorship(person.number, of),
                              .receipt = receipt(person.number, 10'000 + replies_)});
    }
    if (dice_.chance(200)) return give(person, domain::WishHidden{id, proof});
    give(person, domain::JudgeAnswer{id, static_cast<domain::Verdict>(1 + dice_.below(3)), proof});
  }

  /// One of the own questions, if there is one an answered one.
  std::uint32_t own_answered(const Person& person) {
    std::vector<std::uint32_t> answered;
    const testing::Entities& seen = person.pages.front()->replica();
    for (const std::uint32_t number : person.own) {
      const auto shown = seen.find({"question", question(number).text()});
      if (shown != seen.end() && is(shown->second, "state", "answered")) answered.push_back(number);
    }
    return answered.empty() || dice_.chance(200) ? dice_.pick(person.own) : dice_.pick(answered);
  }

  /// What this person was asked back and has not replied to, as the page shows it.
  std::optional<domain::ReplyId> asked_back(const Person& person) {
    std::vector<domain::ReplyId> asked;
    for (const auto& [key, fields] : person.pages.front()->replica()) {
      if (key.first != "ask_back" || !is(fields, "state", "asked")) continue;
      const domain::ReplyId reply = reply_of(key.second);
      const bool own =
          std::find(person.own.begin(), person.own.end(), number_of(reply.question)) != person.own.end();
      if (own) asked.push_back(reply);
    }
    return asked.empty() ? std::nullopt : std::optional(dice_.pick(asked));
  }

  void upvote_one(Person& person, const domain::QuestionId& question) {
    person.upvote(outside_, question, !person.up[question]);
  }

  void wish_of_desk(Person& person) {
    switch (person.role) {
      case Role::moderator:
        return wish_of_moderator(person);
      case Role::stage:
        return wish_of_stage(person);
      case Role::facilitator:
        break;
      case Role::participant:
      case Role::presenter:
      case Role::system:
        return;
    }
    const auto kind = dice_.below(100);
    if (kind < 30) return wish_of_stage(person);
    if (kind < 50) return wish_of_moderator(person);
    if (&person == main_desk_) wish_of_facilitator(person);
  }

  void wish_of_stage(Person& person) {
    if (thorough_ && dice_.chance(300)) return give(person, domain::MarkAnswered{pick(person, "open")});
    switch (dice_.below(13)) {
      case 0:
      case 1:
        return give(person, domain::HighlightQuestion{pick(person, "open")});
      case 2:
        return give(person, domain::ClearHighlight{});
      case 3:
      case 4:
        return give(person, domain::MarkAnswered{pick(person, "highlighted")});
      case 5:
        return give(person, domain::ReopenQuestion{pick(person, "answered")});
      case 6:
        return give(person, domain::SetScreen{.blank = dice_.chance(500), .join_panel = dice_.chance(500)});
      case 7:
        return give(person, domain::StartTimer{dice_.between(1'000, 60'000)});
      case 8:
        return give(person, domain::StopTimer{});
      case 9:
      case 10:
        return give(person, domain::AskBack{pick(person), {domain::Language::en, "Since when?"}});
      case 11:
        return give(person, domain::WriteAnswer{pick(person), an_answer()});
      default:
        return give(person, domain::SetNote{pick(person), dice_.chance(500) ? "Ask Kim." : ""});
    }
  }

  domain::Answer an_answer() {
    if (dice_.chance(200)) return {};
    return {.text = {domain::Language::en, "We will."},
            .promise = "Before May.",
            .role = "",
            .day = "2026-11-21"};
  }

  domain::Reason a_reason() { return static_cast<domain::Reason>(dice_.below(7)); }

  void wish_of_moderator(Person& person) {
    switch (dice_.below(20)) {
      case 0:
      case 1:
      case 2:
        return give(person, domain::ApproveQuestion{pick(person, "pending")});
      case 3:
      case 4:
        return give(person,
                    domain::RefuseQuestion{pick(person, dice_.chance(500) ? "pending" : "open"), a_reason()});
      case 5:
      case 6:
        return give(person, domain::RestoreQuestion{pick(person, "refused")});
      case 7:
        return give(person, domain::HoldBackQuestion{pick(person, "open")});
      case 8:
      case 9:
        return cover(person);
      case 10:
        return give(person, domain::LabelQuestion{pick(person), dice_.chance(500) ? "later" : ""});
      case 11:
        return give(person, domain::PinQuestion{pick(person), dice_.chance(500)});
      case 12:
        return give(person, domain::ArchiveQuestion{pick(person), dice_.chance(500)});
      case 13:
      case 14:
      case 15:
        return give(person, domain::MergeQuestion{pick(person, "open"), pick(person, "open")});
      case 16:
        return give(person, domain::UndoMerge{pick(person, "merged")});
      case 17:
        if (dice_.chance(300)) return give(person, domain::SetModeration{dice_.chance(500)});
        return give(person, domain::SetWordList{dice_.chance(700) ? some_words : "awful"});
      default:
        if (const auto waiting = pick_reply(person, "pending")) {
          if (dice_.chance(600)) return give(person, domain::ApproveReply{*waiting});
          return give(person, domain::RefuseReply{*waiting, a_reason()});
        }
        if (const auto open = pick_reply(person, "replied")) {
          if (dice_.chance(400)) return give(person, domain::HoldBackReply{*open});
          if (dice_.chance(500)) return cover(person, *open);
          return give(person, domain::RefuseReply{*open, a_reason()});
        }
    }
  }

  void cover(Person& person) {
    domain::RedactQuestion wish;
    wish.question = pick(person);
    if (lay_blocks(person, {"question", wish.question.text()}, "text", wish)) give(person, wish);
  }

  void cover(Person& person, const domain::ReplyId& reply) {
    domain::RedactReply wish;
    wish.reply = reply;
    const std::string id = reply.question.text() + "." + std::to_string(reply.place);
    if (lay_blocks(person, {"ask_back", id}, "reply", wish)) give(person, wish);
  }

  /// Over some part of a text, but for what says which one it is, and for its end: so no text begins as
  /// another one. False: it is not to be seen.
  template <class Wish>
  bool lay_blocks(const Person& person, const testing::Key& key, const char* field, Wish& wish) {
    const auto& seen = person.pages.front()->replica();
    const auto shown = seen.find(key);
    if (shown == seen.end()) return false;
    const auto& text = std::get<std::string>(shown->second.at(field));
    const auto starts_a_code_point = [](char byte) {
      return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
    };
    const auto length = std::count_if(text.begin(), text.end(), starts_a_code_point);
    const std::int64_t from = dice_.between(static_cast<std::int64_t>(end_of_mark(text)), length - 2);
    const std::int64_t count = dice_.between(1, length - 1 - from);
    wish.from = static_cast<std::uint32_t>(from);
    wish.count = static_cast<std::uint32_t>(count);
    wish.of = static_cast<std::uint32_t>(length);
    return true;
  }

  void wish_of_facilitator(Person& person) {
    switch (dice_.below(22)) {
      case 0:
      case 1:
      case 2:
      case 3:
      case 4:
        if (!ending_) give(person, domain::GoLive{});
        return;
      case 5:
        if (!ending_) give(person, domain::OpenLobby{});
        return;
      case 6:
        return give(person, domain::LengthenRounds{domain::limits::round_ms_min + dice_.between(-100, 900)});
      case 7:
        if (dice_.chance(300)) give(person, domain::BeginForReal{});
        return;
      case 8:
      case 9:
        return make_link(person);
      case 10:
        return renew_link(person);
      case 11:
        if (!made_links_.empty()) give(person, domain::RevokeLink{link(dice_.pick(made_links_))});
        return;
      case 12:
        if (dice_.chance(300)) give(person, domain::EndSession{today});
        return;
      case 13:
        return give(person,
                    domain::RenameSession{{domain::Language::nl, dice_.chance(500) ? "Vraag maar" : ""}});
      case 14:
        return give(person, domain::ChangeJoinCode{std::to_string(100'000 + dice_.below(900'000))});
      case 15:
        return give(person, domain::SetKeepDays{static_cast<std::int32_t>(dice_.below(20))});
      case 16:
        return give(person,
                    domain::SetResultsLink{numbered<domain::ResultsSecret>(++secrets_), fresh_secret()});
      default:
        return renew_own_link(person);
    }
  }

  /// The facilitator ends the evening and leaves nothing but the archive.
  void plan_the_end() {
    agenda_.after(ends_at_ - dice_.between(2'000, 9'000), [this] {
      ending_ = true;
      give(*main_desk_, domain::BeginForReal{});  // of a rehearsal nothing is archived
      agenda_.after(dice_.between(0, 1'000), [this] {
        give(*main_desk_, domain::GoLive{});
        give(*main_desk_, domain::EndSession{today});
        close_until_closed();
      });
    });
  }

  void close_until_closed() {
    agenda_.after(dice_.between(0, 2'000), [this] {
      if (over() || main_desk_->stopped) return;
      if (dice_.chance(300))
        server_.order(domain::CloseSession{});  // its days are over
      else
        give(*main_desk_, domain::CloseSession{});
      if (dice_.chance(300)) agenda_.after(dice_.between(1, 60), [this] { server_.crash(); });
      close_until_closed();
    });
  }

  void make_link(Person& person) {
    if (made_links_.size() >= 6) return;
    const std::uint32_t number = first_made_link + static_cast<std::uint32_t>(made_links_.size());
    made_links_.push_back(number);
    const domain::SecretHash secret = fresh_secret();
    const bool by_pairing = dice_.chance(200);
    const Role role = by_pairing ? dice_.pick(std::vector{Role::presenter, Role::stage})
                                 : dice_.pick(std::vector{Role::facilitator, Role::facilitator,
                                                          Role::presenter, Role::moderator, Role::stage});
    if (by_pairing)
      give(person, domain::ConfirmPairing{link(number), role, "", secret});
    else
      give(person, domain::CreateLink{link(number), role, "", secret});
    // Whoever is sent the link tries it, and gives up when it stays unknown.
    agenda_.after(dice_.between(500, 3'000), [this, number, secret, role] {
      if (over()) return;
      Person& second = desk(link(number), secret, role);
      if (role != Role::presenter) plan_next_wish(second);
    });
  }

  void renew_link(Person& person) {
    if (!made_links_.empty()) give(person, domain::RenewLink{link(dice_.pick(made_links_)), fresh_secret()});
  }

  void renew_own_link(Person& person) {
    const domain::SecretHash secret = fresh_secret();
    person.secrets.push_back(secret);
    give(person, domain::RenewLink{link(1), secret});
  }

  domain::SecretHash fresh_secret() { return numbered<domain::SecretHash>(++secrets_, 7); }

  // The end.

  void heal() {
    outside_.calm = true;
    server_.heal();
    for (Person& person : people_)
      for (const auto& page : person.pages) page->drop();
  }

  /// Everyone comes back, everything that waits is answered, and all see the same.
  void settle() {
    const std::int64_t at_most = agenda_.now() + heals_within_ms;
    const auto go_on = [this](std::int64_t until) {
      while (agenda_.step(until)) {
      }
    };
    for (std::int64_t until = agenda_.now(); until < at_most; until += 97) {
      go_on(until);
      server_.look_for_forgotten();
      if (!at_rest()) continue;
      if (!server_.closed()) checker_.finished(server_.core());
      return;
    }
    throw Broken("everything drains in the end", what_does_not());
  }

  bool at_rest() const { return what_does_not().empty(); }

  std::string what_does_not() const {
    if (server_.closed()) {
      for (const Person& person : people_)
        if (!person.stopped) return "the goodbye to person " + std::to_string(person.number);
      return "";
    }
    if (!server_.up() || server_.core().committing()) return "the server";
    if (checker_.forgetting()) return "the forgetting";
    if (checker_.telling()) return "the telling of a merge";
    if (outside_.carrying > 0) return "somebody's support for what was merged";
    for (const Person& person : people_)
      if (!person.stopped && !person.outbox.empty())
        return "the outbox of person " + std::to_string(person.number);
    for (const domain::Audience audience : domain::all_audiences)
      if (checker_.shown(audience) !=
          testing::entities_of(project(server_.core().durable(), server_.core().presence(), audience)))
        return "what is shown to " + std::string(name_of(audience));
    for (const Person& person : people_)
      for (const auto& page : person.pages)
        if (!person.stopped && !page->caught_up()) return "a page of person " + std::to_string(person.number);
    return "";
  }

  Agenda agenda_;
  Dice dice_;
  domain::Definition definition_;
  Checker checker_;
  Server server_;
  Outside outside_;
  std::int64_t ends_at_;
  bool thorough_;  ///< much is answered, and authors say what they think of it
  std::list<Person> people_;
  Person* main_desk_ = nullptr;
  std::vector<std::uint32_t> made_links_;
  std::uint32_t questions_ = 0;
  std::uint32_t replies_ = 0;
  bool ending_ = false;
  std::uint32_t secrets_ = 0;
};

}  // namespace

Outcome run_evening(std::uint64_t seed, Saboteur& saboteur) {
  Outcome outcome;
  Evening evening(seed, saboteur, outcome.counts);
  try {
    evening.run();
  } catch (const std::exception& broken) {
    outcome.broken = broken.what();
  }
  outcome.at_ms = evening.now();
  return outcome;
}

}  // namespace durf::simulation
