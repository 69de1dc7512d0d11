// SPDX-License-Identifier: MIT
#include "durf/protocol/encode.hpp"
#include "protocol/json_text.hpp"
#include "protocol/params.hpp"

namespace durf::protocol {
namespace {

std::string session_answer(std::string_view phase, const domain::Text& title, std::string_view code,
                           std::int32_t ended_day, std::int32_t keep_days) {
  std::string out = R"({"phase":)";
  append_string(out, phase);
  out.append(R"(,"title":)");
  append_text(out, title);
  out.append(R"(,"code":)");
  append_string(out, code);
  out.append(R"(,"ended_day":)");
  append_number(out, ended_day);
  out.append(R"(,"keep_days":)");
  append_number(out, keep_days);
  out.push_back('}');
  return out;
}

std::string_view wire_name_of(domain::Phase phase) {
  switch (phase) {
    case domain::Phase::lobby:
      return "lobby";
    case domain::Phase::live:
      return "live";
    case domain::Phase::ended:
      return "ended";
  }
  return "";
}

}  // namespace

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

std::string encode_session(const domain::Definition& definition, domain::Phase phase) {
  return session_answer(wire_name_of(phase), definition.title, definition.join_code, definition.ended_day,
                        definition.keep_days);
}

std::string encode_closed_session(const domain::Text& title, std::int32_t ended_day, std::int32_t keep_days) {
  return session_answer("closed", title, "", ended_day, keep_days);
}

std::string encode_deleted(const domain::SessionId& session, std::int32_t day) {
  std::string out = R"({"session":")";
  out.append(session.text()).append(R"(","day":)");
  append_number(out, day);
  out.push_back('}');
  return out;
}

}  // namespace durf::protocol
