// SPDX-License-Identifier: MIT
#include "load/crowd.hpp"

#include <algorithm>
#include <optional>

#include "load/dice.hpp"

namespace durf::load {
namespace {

/// As PROTOCOL.md, section 6, has pages behave; nothing when they shall not come back.
std::optional<Us> away_for(const Loss& loss) {
  const auto jitter = static_cast<Us>(random_part() * us_per_second);
  if (loss.close_code >= 4'100 && loss.close_code < 4'200) return std::nullopt;
  if (loss.close_code == 4'002 || loss.close_code == 4'004) return 30 * us_per_second + jitter;
  if (loss.close_code == 4'003) return 10 * us_per_second + jitter;
  if (loss.close_code == 4'001) return 5 * us_per_second + jitter;
  return us_per_second / 2 + jitter;
}

std::string name_of(const Loss& loss) {
  if (loss.fault != nullptr) return loss.fault;
  if (loss.http_status != 0) return "http " + std::to_string(loss.http_status);
  return std::to_string(loss.close_code);
}

}  // namespace

Crowd::Crowd(Loop& loop, const Target& target, Room& room, std::size_t phones, std::uint8_t network,
             std::size_t addresses)
    : loop_(loop), room_(room) {
  phones_.reserve(phones);
  for (std::size_t i = 0; i < phones; ++i) {
    const auto source = source_address(network, static_cast<std::uint32_t>(i % addresses));
    phones_.push_back(std::make_unique<Phone>(loop, target, room, *this, source));
  }
}

void Crowd::join_at(const std::vector<Us>& moments) {
  for (std::size_t i = 0; i < phones_.size(); ++i) {
    loop_.at(moments[i], [this, i, moment = moments[i]] { phones_[i]->join(moment); });
  }
}

void Crowd::watch_for(std::uint64_t support) {
  seen_ = {support, 0, 0, 0};
  ++watches_;
  for (const auto& phone : phones_) saw(*phone);
}

void Crowd::joined(Phone&, Us intended, bool had_snapshot) {
  ++here_;
  records_.joins.record(now_us() - intended);
  ++(had_snapshot ? records_.snapshots : records_.resumed);
}

void Crowd::left(Phone&) { --here_; }

void Crowd::lost(Phone& phone, Loss loss) {
  ++records_.lost[name_of(loss)];
  if (loss.fault != nullptr) ++records_.faults;
  const auto away = away_for(loss);
  if (!away) return;
  const Us back = now_us() + *away;
  loop_.at(back, [&phone, back] {
    if (phone.wants_in() && !phone.has_joined()) phone.join(back);
  });
}

void Crowd::answered(Deed deed, Us intended, bool ok, std::string_view code) {
  const auto kind = static_cast<std::size_t>(deed);
  records_.answers[kind].record(now_us() - intended);
  if (ok) {
    ++records_.accepted[kind];
  } else {
    ++records_.refused[std::string(code)];
  }
}

void Crowd::saw(Phone& phone) {
  if (seen_.support == 0 || room_.view.support_at(phone.position()) != seen_.support || !phone.is_new_to(watches_))
    return;
  seen_.last = now_us();
  if (seen_.phones++ == 0) seen_.first = seen_.last;
}

}  // namespace durf::load
