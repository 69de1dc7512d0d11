// SPDX-License-Identifier: MIT
#include "durf/protocol/encode.hpp"
#include "protocol/json_text.hpp"
#include "protocol/params.hpp"

namespace durf::protocol {

std::string encode_created(const domain::SessionId& session, std::string_view join_code) {
  std::string out = R"({"session":")";
  out.append(session.text()).append(R"(","code":)");
  append_string(out, join_code);
  out.push_back('}');
  return out;
}

std::string encode_refusal(std::string_view code, std::optional<std::int64_t> min,
                           std::optional<std::int64_t> max) {
  std::string out = R"({"code":)";
  append_string(out, code);
  append_params(out, min, max);
  out.push_back('}');
  return out;
}

std::string encode_host(std::string_view create, std::string_view address, std::string_view build) {
  std::string out = R"({"create":)";
  append_string(out, create);
  out.append(R"(,"address":)");
  append_string(out, address);
  out.append(R"(,"build":)");
  append_string(out, build);
  out.push_back('}');
  return out;
}

}  // namespace durf::protocol
