// SPDX-License-Identifier: MIT
#include "durf/protocol/decode.hpp"

#include <algorithm>
#include <utility>

#include "durf/protocol/limits.hpp"
#include "protocol/decode_command.hpp"
#include "protocol/members.hpp"
#include "protocol/strict_json.hpp"

namespace durf::protocol {
namespace {

/// What people type, without the spaces, dots and dashes that they type with it: the page removes those.
bool is_join_code(std::string_view text) {
  const bool length = text.size() == limits::join_code_digits || text.size() == limits::join_code_digits_long;
  return length && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Cursor> read_resume(Members& hello) {
  if (!hello.has("resume")) return std::nullopt;
  Cursor cursor;
  hello.object("resume", [&](Members& resume) {
    cursor.epoch = resume.id<Epoch>("epoch");
    cursor.frame = resume.number("frame");
  });
  return cursor;
}

ClientMessage read_participant(Members& hello) {
  HelloParticipant message;
  message.token = hello.id<Token>("token");
  hello.object("join", [&](Members& join) {
    if (join.has("key")) {
      message.join = join.id<domain::JoinKey>("key");
      return;
    }
    std::string code = join.string("code");
    if (!is_join_code(code)) join.refuse();
    message.join = std::move(code);
  });
  message.resume = read_resume(hello);
  return message;
}

ClientMessage read_desk(Members& hello) {
  HelloDesk message;
  message.secret = hello.id<Secret>("secret");
  message.resume = read_resume(hello);
  return message;
}

std::optional<ClientMessage> read_hello(Members& hello) {
  const std::uint64_t spoken = hello.number("protocol");
  if (spoken == 0)
    return std::nullopt;  // no version was ever 0, and 0 is how a missing or misspelled number reads
  if (spoken != version)
    return HelloOfOtherVersion{};  // whatever else it says may mean something else by then
  const std::string role = hello.string("role");
  if (role == "participant") return read_participant(hello);
  if (role == "desk") return read_desk(hello);
  if (role == "pairing") return HelloPairing{};
  return std::nullopt;
}

std::optional<ClientMessage> read_message(Members& message) {
  const std::string kind = message.string("t");
  if (kind == "command") return read_command(message);
  if (kind == "ping") return Ping{};
  if (kind == "hello") return read_hello(message);
  return std::nullopt;
}

}  // namespace

std::optional<ClientMessage> decode_message(std::string_view text) {
  auto object = parse_strictly(text, limits::message_bytes_max);
  if (!object) return std::nullopt;
  Members members(*object);
  auto message = read_message(members);
  if (!message || std::holds_alternative<HelloOfOtherVersion>(*message)) return message;
  return members.complete() ? std::move(message) : std::nullopt;
}

}  // namespace durf::protocol
