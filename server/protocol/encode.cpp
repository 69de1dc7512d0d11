// SPDX-License-Identifier: MIT
#include "durf/protocol/encode.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "protocol/json_text.hpp"
#include "protocol/params.hpp"
#include "protocol/role_names.hpp"

namespace durf::protocol {
namespace {

SharedFrame text_frame(const std::string& text) { return make_frame(Opcode::text, text); }

/// What is left of a clock that has just run out is nothing, not less than nothing.
void append_left(std::string& out, std::int64_t left_ms) {
  append_number(out, std::max<std::int64_t>(left_ms, 0));
}

/// The longest reply, a rejection with two of the largest numbers, has 138 bytes.
constexpr std::size_t reply_bytes = 160;

/// All replies have one length: over TLS the network sees it, and a question's has a receipt, a vote's has none.
SharedFrame reply_frame(std::string out) {
  out.resize(std::max(out.size(), reply_bytes), ' ');
  return text_frame(out);
}

std::string reply_to(const domain::CommandId& command) {
  std::string out = R"({"t":"reply","id":")";
  out.append(command.text()).append(R"(","ok":)");
  return out;
}

}  // namespace

SharedFrame encode_welcome(const Welcome& welcome) {
  std::string out = R"({"t":"welcome","build":)";
  append_string(out, welcome.build);
  out.append(R"(,"role":)");
  append_string(out, wire_name_of(welcome.role));
  out.append(R"(,"session":")").append(welcome.session.text());
  out.append(R"(","join_key":")").append(welcome.join_key.text());
  out.append(R"(","epoch":")").append(welcome.epoch.text());
  out.append(R"(","address":)");
  append_string(out, welcome.address);
  out.push_back('}');
  return text_frame(out);
}

SharedFrame encode_pairing(std::string_view code, std::int64_t left_ms) {
  std::string out = R"({"t":"pairing","code":)";
  append_string(out, code);
  out.append(R"(,"left_ms":)");
  append_left(out, left_ms);
  out.push_back('}');
  return text_frame(out);
}

SharedFrame encode_paired(domain::Role role, const Secret& secret) {
  std::string out = R"({"t":"paired","role":)";
  append_string(out, wire_name_of(role));
  out.append(R"(,"secret":")").append(secret.text()).append(R"("})");
  return text_frame(out);
}

SharedFrame encode_clock(const ClockReading& reading) {
  std::string out = R"({"t":"clock","round":)";
  if (reading.round) {
    out.append(R"({"left_ms":)");
    append_left(out, reading.round->left_ms);
    out.append(R"(,"every_ms":)");
    append_number(out, reading.round->every_ms);
    out.push_back('}');
  } else {
    out.append("null");
  }
  out.append(R"(,"timer":)");
  if (reading.timer) {
    out.append(R"({"left_ms":)");
    append_left(out, reading.timer->left_ms);
    out.append(R"(,"of_ms":)");
    append_number(out, reading.timer->of_ms);
    out.push_back('}');
  } else {
    out.append("null");
  }
  out.push_back('}');
  return text_frame(out);
}

SharedFrame encode_accepted(const domain::CommandId& command, const std::optional<domain::Receipt>& receipt) {
  std::string out = reply_to(command);
  out.append("true");
  if (receipt) out.append(R"(,"receipt":")").append(receipt->text()).push_back('"');
  out.push_back('}');
  return reply_frame(std::move(out));
}

SharedFrame encode_rejected(const domain::CommandId& command, const domain::Rejection& rejection) {
  std::string out = reply_to(command);
  out.append(R"(false,"code":)");
  append_string(out, domain::name_of(rejection.code));
  append_params(out, rejection.min, rejection.max);
  out.push_back('}');
  return reply_frame(std::move(out));
}

SharedFrame encode_pong() {
  static const SharedFrame pong = text_frame(R"({"t":"pong"})");
  return pong;
}

}  // namespace durf::protocol
