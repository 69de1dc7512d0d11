// SPDX-License-Identifier: MIT
#include "simulation/page.hpp"

#include <algorithm>

#include "domain/gathering.hpp"
#include "simulation/broken.hpp"

namespace durf::simulation {

using testing::Heard;

namespace {

constexpr std::int64_t patience_ms = 4'000;
constexpr std::int64_t retry_refused_ms = 700;
constexpr std::size_t in_flight_max = 3;
constexpr std::size_t settled_max = 12;

/// Comparing whole replicas is dear; every so many frames shows as much.
constexpr std::uint64_t compare_every = 4;

}  // namespace

void Person::wish(Outside& outside, domain::Command command) {
  Wish wish{domain::testing::numbered<domain::CommandId>(++outside.commands), std::move(command)};
  outside.checker.given(wish.id, number, wish.command);
  outbox.push_back(std::move(wish));
  std::vector<Page*> reachable;
  for (const auto& page : pages)
    if (page->open()) reachable.push_back(page.get());
  if (reachable.empty()) return;
  if (reachable.size() > 1 && outside.dice.chance(200)) {
    outside.counts.add(Happened::second_tab);
    for (Page* page : reachable) page->flush();
  } else {
    outside.dice.pick(reachable)->flush();
  }
}

void Person::upvote(Outside& outside, const domain::QuestionId& question, bool is_up) {
  up[question] = is_up;
  const std::uint32_t of = number_of(question);
  wish(outside, domain::testing::upvote(of, number, ++revisions[question], is_up));
}

void Person::learn_merge(Outside& outside, const domain::QuestionId& question, std::int64_t round_ms) {
  if (!merges.insert(question).second || !up[question]) return;
  ++outside.carrying;
  outside.agenda.after(outside.dice.between(0, round_ms), [this, &outside, question] {
    --outside.carrying;
    const testing::Entities& seen = pages.front()->replica();
    domain::QuestionId into = question;
    for (auto merge = seen.find({"merge", into.text()}); merge != seen.end();
         merge = seen.find({"merge", into.text()}))
      into = *domain::QuestionId::from_text(std::get<std::string>(merge->second.at("into")));
    if (stopped || into == question || up[into]) return;
    outside.counts.add(Happened::support_carried_over);
    upvote(outside, into, true);
  });
}

void Person::answered(const std::string& command, const std::string& code) {
  const auto found =
      std::find_if(outbox.begin(), outbox.end(), [&](const Wish& one) { return one.id.text() == command; });
  if (found == outbox.end() || code == "too_fast" || code == "disk_full") return;
  settled.push_back(*found);
  if (settled.size() > settled_max) settled.erase(settled.begin());
  outbox.erase(found);
}

void Page::connect() {
  if (person_.stopped) return;
  ++attempts_;
  open_ = false;
  paused_ = false;
  sent_.clear();
  connected_at_ = outside_.agenda.now();
  line_ = std::make_shared<Line>(outside_.agenda, outside_.dice, outside_.counts, outside_.server, *this,
                                 ++outside_.lines, outside_.calm);
  Hello hello{person_.role, person_.number, person_.link, {}, {}};
  if (!person_.secrets.empty()) hello.secret = person_.secrets[person_.secret % person_.secrets.size()];
  const auto epoch = protocol::Epoch::from_text(epoch_);
  if (epoch && outside_.dice.chance(900)) hello.resume = protocol::Cursor{*epoch, number_};
  line_->open(hello);
  lose_patience();
}

void Page::drop() {
  if (!line_) return;
  outside_.counts.add(Happened::dropped_connection);
  line_->hang_up();
  line_.reset();
  open_ = false;
  reconnect();
}

void Page::closed(protocol::CloseCode code) {
  line_.reset();
  open_ = false;
  const bool away = code == protocol::CloseCode::link_revoked || code == protocol::CloseCode::unknown_session;
  if (away) {
    ++person_.secret;
    // Its link may have been renewed while the answer was lost: every secret is tried before this desk gives
    // up.
    if (++person_.turned_away > 2 * person_.secrets.size() + 2) person_.stopped = true;
  }
  if (code == protocol::CloseCode::session_closed) {
    require(outside_.checker.over(), "nobody is told that it is closed before it is");
    outside_.counts.add(Happened::told_that_it_is_closed);
    person_.stopped = true;
    person_.outbox.clear();
    replica_.clear();
  }
  reconnect();
}

void Page::reconnect() {
  const std::int64_t wait = outside_.calm ? 10 : outside_.dice.between(10, 900);
  outside_.agenda.after(wait, [this, attempt = attempts_] {
    if (attempt == attempts_) connect();
  });
}

/// A page that waits too long for its welcome or for an answer tries another connection.
void Page::lose_patience() {
  outside_.agenda.after(patience_ms / 2, [this, attempt = attempts_] {
    if (attempt != attempts_ || !line_) return;
    const std::int64_t long_ago = outside_.agenda.now() - patience_ms;
    const bool owed =
        std::any_of(sent_.begin(), sent_.end(), [&](const auto& one) { return one.second < long_ago; });
    if (owed || (!open_ && connected_at_ < long_ago)) return drop();
    lose_patience();
  });
}

void Page::send(const Wish& wish) {
  sent_[wish.id] = outside_.agenda.now();
  line_->send(wish.id, wish.command);
}

void Page::flush() {
  if (!open_ || paused_) return;
  for (const Wish& wish : person_.outbox) {
    if (sent_.size() >= in_flight_max) return;
    if (!sent_.contains(wish.id)) send(wish);
  }
}

void Page::hear(const protocol::SharedFrame& frame) {
  auto found = outside_.heard.find(*frame);
  if (found == outside_.heard.end()) found = outside_.heard.emplace(*frame, testing::hear(frame)).first;
  const Heard& heard = found->second;
  switch (heard.kind) {
    case Heard::Kind::welcome:
      open_ = true;
      person_.turned_away = 0;
      flush();
      break;
    case Heard::Kind::reply: {
      const auto id = domain::CommandId::from_text(heard.command);
      sent_.erase(*id);
      person_.answered(heard.command, heard.code);
      if (heard.code != "too_fast" && heard.code != "disk_full") {
        flush();
        break;
      }
      paused_ = true;
      outside_.agenda.after(retry_refused_ms, [this, attempt = attempts_] {
        if (attempt != attempts_) return;
        paused_ = false;
        flush();
      });
      break;
    }
    case Heard::Kind::frame:
    case Heard::Kind::snapshot:
      take_frame(heard);
      break;
    case Heard::Kind::clock:
    case Heard::Kind::other:
      break;
  }
}

void Page::take_frame(const Heard& heard) {
  if (heard.kind == Heard::Kind::frame) {
    require(heard.epoch == epoch_, "a page is told frames of the epoch that it knows");
    if (heard.number <= number_) return;
    require(heard.number == number_ + 1, "a page sees no hole");
  }
  take_in(replica_, heard);
  learn_merges(heard);
  epoch_ = heard.epoch;
  number_ = heard.number;
  if (heard.kind == Heard::Kind::snapshot || ++taken_ % compare_every == 0) {
    const bool newest = epoch_ == outside_.checker.epoch() && number_ == outside_.checker.number(audience());
    require(!newest || replica_ == outside_.checker.shown(audience()),
            "who has caught up sees what was shown last");
  }
}

void Page::learn_merges(const Heard& heard) {
  for (const auto& [key, fields] : heard.puts) {
    if (key.first != "merge") continue;
    const domain::Value& round_ms = replica_.at({"session", ""}).at("round_ms");
    person_.learn_merge(outside_, *domain::QuestionId::from_text(key.second),
                        std::get<std::int64_t>(round_ms));
  }
}

bool Page::caught_up() const {
  return open_ && epoch_ == outside_.checker.epoch() && number_ == outside_.checker.number(audience()) &&
         replica_ == outside_.checker.shown(audience());
}

}  // namespace durf::simulation
