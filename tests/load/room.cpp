// SPDX-License-Identifier: MIT
#include "load/room.hpp"

#include <algorithm>
#include <stdexcept>

#include "load/dice.hpp"
#include "load/scan.hpp"

namespace durf::load {

Room create_room(const Target& target, std::size_t expected) {
  constexpr std::size_t join_key_bits = 80;
  Room room{random_id(), random_id(join_key_bits), {}, random_id(), {}, {}};
  const std::string body =
      R"({"session":")" + room.session + R"(","title":{"lang":"en","text":"Load"},"topics":[],"round_ms":)" +
      std::to_string(round_seconds * 1'000) + R"(,"lobby":false,"rehearsal":false,"moderation":false,"expected":)" +
      std::to_string(std::clamp<std::size_t>(expected, 2, 100'000)) + R"(,"join_key":")" + room.join_key +
      R"(","facilitator_secret":")" + room.facilitator_secret + R"(","presenter_secret":")" + random_id() +
      R"(","password":""})";
  const std::string answer = ask_over_http(target, "/api/sessions", body);
  room.code = text_after(answer, "code");
  if (!answer.starts_with("HTTP/1.1 201"))
    throw std::runtime_error("the server made no session: " + answer.substr(0, 200));
  return room;
}

}  // namespace durf::load
