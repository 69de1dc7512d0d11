// SPDX-License-Identifier: MIT
#include "protocol/params.hpp"

#include "protocol/json_text.hpp"

namespace durf::protocol {

void append_params(std::string& out, std::optional<std::int64_t> min, std::optional<std::int64_t> max) {
  out.append(R"(,"params":{)");
  if (min) {
    out.append(R"("min":)");
    append_number(out, *min);
  }
  if (max) {
    out.append(min ? R"(,"max":)" : R"("max":)");
    append_number(out, *max);
  }
  out.push_back('}');
}

}  // namespace durf::protocol
