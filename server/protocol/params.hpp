// SPDX-License-Identifier: MIT
// The parameters of a refusal, the same in replies and in answers over HTTP.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace durf::protocol {

/// Appends `,"params":{…}`.
void append_params(std::string& out, std::optional<std::int64_t> min, std::optional<std::int64_t> max);

}  // namespace durf::protocol
