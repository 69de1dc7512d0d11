// SPDX-License-Identifier: MIT
#include "load/attackers.hpp"

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "load/dice.hpp"
#include "load/scan.hpp"

namespace durf::load {
namespace {

constexpr Us drip_every = us_per_second;
constexpr Us comes_again_after = us_per_second / 10;
constexpr std::size_t commands_at_once = 32;
constexpr std::size_t visitors_max = 2'000;  ///< under way at the same time

std::string hello(const Room& room, const std::string& token) {
  return R"({"t":"hello","protocol":1,"role":"participant","token":")" + token + R"(","join":{"key":")" +
         room.join_key + R"("}})";
}

}  // namespace

SlowHead::~SlowHead() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void SlowHead::begin() {
  ++counts_.slow_heads_begun;
  descriptor_ = begin_connecting(target_, source_, 0);
  if (descriptor_ < 0 || !loop_.watch(descriptor_, *this)) begin_again();
}

void SlowHead::begin_again() {
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
  connected_ = false;
  loop_.at(now_us() + comes_again_after, [this] { begin(); });
}

void SlowHead::ready(std::uint32_t events) {
  if (descriptor_ < 0) return;
  if ((events & (EPOLLERR | EPOLLHUP)) != 0) return begin_again();
  if ((events & (EPOLLIN | EPOLLRDHUP)) != 0) {
    std::array<char, 2'048> refusal;
    ssize_t got = 0;
    do got = ::recv(descriptor_, refusal.data(), refusal.size(), 0);
    while (got > 0);
    if (got == 0) return begin_again();
  }
  if (!connected_ && (events & EPOLLOUT) != 0) {
    connected_ = true;
    const std::string begins = "GET /ws HTTP/1.1\r\nHost: " + target_.name + "\r\nX-Slow: ";
    ::send(descriptor_, begins.data(), begins.size(), MSG_NOSIGNAL);
    loop_.at(now_us() + drip_every, [this, mine = descriptor_] {
      if (mine == descriptor_) drip();
    });
  }
}

void SlowHead::drip() {
  if (!connected_) return;
  ::send(descriptor_, "a", 1, MSG_NOSIGNAL);
  loop_.at(now_us() + drip_every, [this, mine = descriptor_] {
    if (mine == descriptor_) drip();
  });
}

Flooder::Flooder(Loop& loop, const Target& target, const Room& room, std::uint32_t source, AttackCounts& counts)
    : Connection(loop, target), room_(room), token_(random_id()), source_(source), counts_(counts) {}

void Flooder::begin() {
  if (!open(source_)) lost({});
}

void Flooder::opened() { send(hello(room_, token_)); }

void Flooder::heard(Opcode opcode, std::string_view payload) {
  if (opcode != Opcode::text) return;
  const std::string_view kind = kind_of(payload);
  if (kind == "reply") ++counts_.replies;
  if (kind == "clock" && !is_in_) {
    is_in_ = true;
    pour();
  }
}

void Flooder::lost(Loss) {
  ++counts_.flooders_lost;
  is_in_ = false;
  loop().at(now_us() + comes_again_after, [this] { begin(); });
}

void Flooder::drained() {
  if (is_in_) pour();
}

void Flooder::pour() {
  if (pours_ || has_unsent()) return;
  for (std::size_t i = 0; i < commands_at_once; ++i) {
    enqueue(R"({"t":"command","id":")" + random_id() + R"(","type":"upvote_question","body":{"question":")" +
            room_.questions[revision_ % room_.questions.size()] + R"(","revision":)" + std::to_string(revision_ + 1) +
            (revision_ % 2 == 0 ? R"(,"up":true}})" : R"(,"up":false}})"));
    ++revision_;
  }
  counts_.commands += commands_at_once;
  flush();
  if (has_unsent()) return;  // then it goes on when there is room
  pours_ = true;
  loop().at(now_us(), [this] {
    pours_ = false;
    if (is_in_) pour();
  });
}

void Visitor::visit(std::uint32_t source) {
  is_free_ = false;
  ++counts_.handshakes;
  if (!open(source)) is_free_ = true;
}

void Visitor::opened() { send(hello(room_, random_id())); }

void Visitor::heard(Opcode opcode, std::string_view payload) {
  if (opcode != Opcode::text || kind_of(payload) != "clock") return;
  ++counts_.handshakes_done;
  drop();
  is_free_ = true;
}

Attackers::Attackers(Loop& loop, const Options& options, Room& room)
    : loop_(loop),
      options_(options),
      idle_(loop, options.target, room, options.idle, network_of_attack, options.attack_addresses) {
  std::uint32_t n = 0;
  const auto next_source = [&] {
    return source_address(network_of_attack, static_cast<std::uint32_t>(n++ % options.attack_addresses));
  };
  for (std::size_t i = 0; i < options.slow_heads; ++i)
    slow_heads_.push_back(std::make_unique<SlowHead>(loop, options.target, next_source(), counts_));
  for (std::size_t i = 0; i < options.flooders; ++i)
    flooders_.push_back(std::make_unique<Flooder>(loop, options.target, room, next_source(), counts_));
  if (options.handshakes_per_second > 0) {
    for (std::size_t i = 0; i < visitors_max; ++i)
      visitors_.push_back(std::make_unique<Visitor>(loop, options.target, room, counts_));
  }
}

void Attackers::begin(Us within) {
  const Us now = now_us();
  idle_.join_at(timetable(idle_.size(), now, within, Arrivals::even));
  const auto slow = timetable(slow_heads_.size(), now, within, Arrivals::even);
  for (std::size_t i = 0; i < slow_heads_.size(); ++i) loop_.at(slow[i], [this, i] { slow_heads_[i]->begin(); });
  // Flooders last: they would take the time that the others need to get in.
  for (const auto& flooder : flooders_) loop_.at(now + within, [&flooder] { flooder->begin(); });
  if (options_.handshakes_per_second > 0) let_one_visit(now);
}

/// The next one's moment depends on the timetable alone, however long this one takes.
void Attackers::let_one_visit(Us moment) {
  const auto next = moment + static_cast<Us>(us_per_second / options_.handshakes_per_second);
  loop_.at(next, [this, next] { let_one_visit(next); });
  const auto free = std::ranges::find_if(visitors_, [](const auto& visitor) { return visitor->is_free(); });
  const auto n = static_cast<std::uint32_t>(counts_.handshakes % options_.attack_addresses);
  if (free != visitors_.end()) (*free)->visit(source_address(network_of_attack, n));
}

bool Attackers::are_all_there() const {
  return idle_.here() == idle_.size() &&
         std::ranges::all_of(slow_heads_, [](const auto& head) { return head->is_there(); }) &&
         std::ranges::all_of(flooders_, [](const auto& flooder) { return flooder->is_in(); });
}

AttackCounts Attackers::counts() {
  counts_.idle = idle_.here();
  counts_.slow_heads =
      static_cast<std::uint64_t>(std::ranges::count_if(slow_heads_, [](const auto& head) { return head->is_there(); }));
  counts_.flooders = static_cast<std::uint64_t>(
      std::ranges::count_if(flooders_, [](const auto& flooder) { return flooder->is_in(); }));
  return counts_;
}

}  // namespace durf::load
