// SPDX-License-Identifier: MIT
// Checks that several decisions share: each gives the rejection to tell, or nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "durf/domain/rejection.hpp"

namespace durf::domain {

/// One line, or several when `lines`; something must be written.
std::optional<Rejection> refuse_text(std::string_view text, std::size_t bytes_max, bool lines);

/// The same, but it may be left empty.
std::optional<Rejection> refuse_optional_text(std::string_view text, std::size_t bytes_max, bool lines);

std::optional<Rejection> refuse_outside(std::int64_t value, std::int64_t min, std::int64_t max);

/// A limit of the session is reached.
Rejection full(RejectionCode code, std::size_t max);

}  // namespace durf::domain
