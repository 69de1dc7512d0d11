// SPDX-License-Identifier: MIT
// Expected refusals, told to the person in words. The codes are the wire's codes (PROTOCOL.md, "Rejections").
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace durf::domain {

enum class RejectionCode {
  not_allowed,
  not_now,
  too_late,
  unknown_question,
  unknown_topic,
  unknown_link,
  text_empty,
  text_forbidden,
  text_too_long,
  one_per_round,
  hat_full,
  questions_full,
  links_full,
  id_taken,
  not_yours,
  out_of_range,
  only_longer,
  last_link,
  unknown_pairing,
  unknown_reply,
  cannot_merge,
  changed_meanwhile,
  ask_backs_full,
  too_fast,
  disk_full,
};

std::string_view name_of(RejectionCode code);

struct Rejection {
  RejectionCode code = RejectionCode::not_allowed;
  std::optional<std::int64_t> min;
  std::optional<std::int64_t> max;
  friend bool operator==(const Rejection&, const Rejection&) = default;
};

}  // namespace durf::domain
