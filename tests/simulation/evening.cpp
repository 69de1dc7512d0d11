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

domain::Definition definition_of(Dice& dice) {
  domain::Definition definition = a_definition();
  definition.round_ms = domain::limits::round_ms_min;
  definition.lobby = dice.chance(300);
  definition.rehearsal = dice.chance(300);
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
        ends_at_(dice_.between(20'000, 40'000)) {}

  void run() {
    seat_everyone();
    plan_mishaps();
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

  void give(Person& person, domain::Command command) {
    person.wish(outside_, {numbered<domain::CommandId>(++commands_), std::move(command)});
  }

  /// A page that was asleep sends what was answered long ago.
  void again(Person& person) {
    const Wish old = dice_.pick(person.settled);
    for (const auto& page : person.pages)
      if (page->open()) return page->send(old);
  }

  std::vector<std::uint32_t> visible(const Person& person) {
    std::vector<std::uint32_t> numbers;
    for (const auto& [key, fields] : person.pages.front()->replica()) {
      if (key.first != "question") continue;
      const auto id = *domain::QuestionId::from_text(key.second);
      numbers.push_back(static_cast<std::uint32_t>(id.bytes[14]) << 8 | id.bytes[15]);
    }
    if (numbers.empty()) numbers.push_back(9'999);  // there is no such question
    return numbers;
  }

  void wish_of_phone(Person& person) {
    const auto kind = dice_.below(100);
    if (kind < 30) {
      person.own.push_back(++questions_);
      domain::SubmitQuestion question = submit(questions_, person.number, text_of_question(questions_));
      if (dice_.chance(300)) question.topic = topic(dice_.chance(50) ? 77 : 1);
      give(person, std::move(question));
    } else if (kind < 42 && !person.own.empty()) {
      const std::uint32_t number = dice_.pick(person.own);
      give(person, withdraw(number, dice_.chance(50) ? 99 : person.number));
    } else if (kind < 44) {
      const std::uint32_t number = dice_.pick(visible(person));
      for (std::uint32_t i = 0; i < domain::limits::commands_burst_max; ++i) upvote_one(person, number);
    } else {
      upvote_one(person, dice_.pick(visible(person)));
    }
  }

  void upvote_one(Person& person, std::uint32_t number) {
    const domain::QuestionId id = question(number);
    bool& up = person.up[id];
    up = !up;
    give(person, upvote(number, person.number, ++person.revisions[id], up));
  }

  void wish_of_desk(Person& person) {
    const std::uint32_t number = dice_.pick(visible(person));
    const domain::QuestionId any = question(number);
    switch (dice_.below(person.number == main_desk_->number ? 20 : 8)) {
      case 0:
      case 1:
        return give(person, domain::HighlightQuestion{any});
      case 2:
        return give(person, domain::ClearHighlight{});
      case 3:
        return give(person, domain::MarkAnswered{any});
      case 4:
        return give(person, domain::ReopenQuestion{any});
      case 5:
        return give(person, domain::SetScreen{.blank = dice_.chance(500), .join_panel = dice_.chance(500)});
      case 6:
        return give(person, domain::StartTimer{dice_.between(1'000, 60'000)});
      case 7:
        return give(person, domain::StopTimer{});
      case 8:
      case 9:
      case 10:
      case 11:
        return give(person, domain::GoLive{});
      case 12:
        return give(person, domain::OpenLobby{});
      case 13:
        return give(person, domain::LengthenRounds{domain::limits::round_ms_min + dice_.between(-100, 900)});
      case 14:
        if (dice_.chance(300)) give(person, domain::BeginForReal{});
        return;
      case 15:
      case 16:
        return make_link(person);
      case 17:
        return renew_link(person);
      case 18:
        if (!made_links_.empty()) give(person, domain::RevokeLink{link(dice_.pick(made_links_))});
        return;
      default:
        return renew_own_link(person);
    }
  }

  void make_link(Person& person) {
    if (made_links_.size() >= 6) return;
    const std::uint32_t number = 10 + static_cast<std::uint32_t>(made_links_.size());
    made_links_.push_back(number);
    const domain::SecretHash secret = fresh_secret();
    const Role role = dice_.chance(600) ? Role::facilitator : Role::presenter;
    if (dice_.chance(200))
      give(person, domain::ConfirmPairing{link(number), "", secret});
    else
      give(person, domain::CreateLink{link(number), role, "", secret});
    // Whoever is sent the link tries it, and gives up when it stays unknown.
    agenda_.after(dice_.between(500, 3'000), [this, number, secret, role] {
      if (over()) return;
      Person& second = desk(link(number), secret, role);
      if (role == Role::facilitator) plan_next_wish(second);
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
      if (at_rest()) return checker_.finished(server_.core());
    }
    throw Broken("everything drains in the end", what_does_not());
  }

  bool at_rest() const { return what_does_not().empty(); }

  std::string what_does_not() const {
    if (!server_.up() || server_.core().committing()) return "the server";
    if (checker_.forgetting()) return "the forgetting";
    for (const domain::Audience audience : domain::all_audiences)
      if (checker_.shown(audience) !=
          testing::entities_of(project(server_.core().durable(), server_.core().presence(), audience)))
        return "what is shown to " + std::string(name_of(audience));
    for (const Person& person : people_) {
      if (person.stopped) continue;
      if (!person.outbox.empty()) return "the outbox of person " + std::to_string(person.number);
      for (const auto& page : person.pages)
        if (!page->caught_up()) return "a page of person " + std::to_string(person.number);
    }
    return "";
  }

  Agenda agenda_;
  Dice dice_;
  domain::Definition definition_;
  Checker checker_;
  Server server_;
  Outside outside_;
  std::int64_t ends_at_;
  std::list<Person> people_;
  Person* main_desk_ = nullptr;
  std::vector<std::uint32_t> made_links_;
  std::uint32_t commands_ = 0;
  std::uint32_t questions_ = 0;
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
