// SPDX-License-Identifier: MIT
#include "simulation/page.hpp"

#include <algorithm>

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

void Person::wish(Outside& outside, Wish wish) {
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
  epoch_ = heard.epoch;
  number_ = heard.number;
  if (heard.kind == Heard::Kind::snapshot || ++taken_ % compare_every == 0) {
    const bool newest = epoch_ == outside_.checker.epoch() && number_ == outside_.checker.number(audience());
    require(!newest || replica_ == outside_.checker.shown(audience()),
            "who has caught up sees what was shown last");
  }
}

bool Page::caught_up() const {
  return open_ && epoch_ == outside_.checker.epoch() && number_ == outside_.checker.number(audience()) &&
         replica_ == outside_.checker.shown(audience());
}

}  // namespace durf::simulation
