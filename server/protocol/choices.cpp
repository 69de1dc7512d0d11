// SPDX-License-Identifier: MIT
#include "protocol/choices.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace durf::protocol {
namespace {

constexpr std::array verdicts = {
    std::pair{std::string_view("yes"), domain::Verdict::yes},
    std::pair{std::string_view("partly"), domain::Verdict::partly},
    std::pair{std::string_view("no"), domain::Verdict::no},
};

bool is_day(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-dd";
  if (text.size() != form.size()) return false;
  for (std::size_t at = 0; at < form.size(); ++at) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    if (form[at] == 'd' ? !digit : text[at] != form[at]) return false;
  }
  const std::string_view month = text.substr(5, 2);
  const std::string_view day = text.substr(8, 2);
  return month >= "01" && month <= "12" && day >= "01" && day <= "31";
}

}  // namespace

domain::Reason read_reason(Members& body) {
  const auto reason = domain::reason_from(body.string("reason"));
  if (!reason) body.refuse();
  return reason.value_or(domain::Reason::off_topic);
}

domain::Verdict read_verdict(Members& body) {
  const std::string name = body.string("verdict");
  for (const auto& [spelled, verdict] : verdicts)
    if (spelled == name) return verdict;
  body.refuse();
  return domain::Verdict::none;
}

std::string read_day(Members& body) {
  std::string day = body.string("day");
  if (!day.empty() && !is_day(day)) body.refuse();
  return day;
}

}  // namespace durf::protocol
