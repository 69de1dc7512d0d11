// SPDX-License-Identifier: MIT
#include "domain/checks.hpp"

#include "durf/base/assert.hpp"
#include "durf/domain/text.hpp"

namespace durf::domain {

std::optional<Rejection> refuse_text(std::string_view text, std::size_t bytes_max, bool lines) {
  switch (check_text(text, bytes_max, lines)) {
    case TextFault::none:
      return std::nullopt;
    case TextFault::empty:
      return Rejection{.code = RejectionCode::text_empty, .min = {}, .max = {}};
    case TextFault::too_long:
      return Rejection{
          .code = RejectionCode::text_too_long, .min = {}, .max = static_cast<std::int64_t>(bytes_max)};
    case TextFault::forbidden:
      return Rejection{.code = RejectionCode::text_forbidden, .min = {}, .max = {}};
  }
  base::fail_assertion("a known fault of a text", __FILE__, __LINE__);
}

std::optional<Rejection> refuse_optional_text(std::string_view text, std::size_t bytes_max, bool lines) {
  const std::optional<Rejection> refused = refuse_text(text, bytes_max, lines);
  return refused && refused->code == RejectionCode::text_empty ? std::nullopt : refused;
}

std::optional<Rejection> refuse_outside(std::int64_t value, std::int64_t min, std::int64_t max) {
  DURF_ASSERT(min <= max);
  if (min <= value && value <= max) return std::nullopt;
  return Rejection{.code = RejectionCode::out_of_range, .min = min, .max = max};
}

Rejection full(RejectionCode code, std::size_t max) {
  return {.code = code, .min = {}, .max = static_cast<std::int64_t>(max)};
}

}  // namespace durf::domain
