// SPDX-License-Identifier: MIT
#include "durf/protocol/decode.hpp"
#include "durf/protocol/limits.hpp"
#include "protocol/members.hpp"
#include "protocol/strict_json.hpp"

namespace durf::protocol {

std::optional<CreateSession> decode_create_session(std::string_view text) {
  auto object = parse_strictly(text, limits::create_session_bytes_max);
  if (!object) return std::nullopt;
  Members body(*object);
  CreateSession session;
  domain::Definition& definition = session.definition;
  definition.id = body.id<domain::SessionId>("session");
  definition.title = body.text("title");
  body.objects("topics", [&](Members& topic) {
    definition.topics.push_back({domain::TopicId{}, read_text(topic)});
  });
  definition.round_ms = static_cast<std::int64_t>(body.number("round_ms"));
  definition.lobby = body.flag("lobby");
  definition.rehearsal = body.flag("rehearsal");
  definition.moderation = body.flag("moderation");
  definition.expected = body.number_as<std::uint32_t>("expected");
  definition.join_key = body.id<domain::JoinKey>("join_key");
  session.facilitator_secret = body.id<Secret>("facilitator_secret");
  session.presenter_secret = body.id<Secret>("presenter_secret");
  session.password = body.string("password");
  if (session.password.size() > limits::password_bytes_max || !body.complete()) return std::nullopt;
  return session;
}

}  // namespace durf::protocol
