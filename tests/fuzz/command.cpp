// SPDX-License-Identifier: MIT
// What a page sends, as text: never more than a typed message or nothing, and the same each time. Ids have one spelling: a command
// that was read holds the id that stands in its text.
#include <optional>
#include <string>

#include "durf/protocol/decode.hpp"
#include "durf/protocol/encode.hpp"
#include "fuzz/target.hpp"

using durf::fuzz::must;
using namespace durf;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text = fuzz::text_of(bytes, size);
  const auto message = protocol::decode_message(text);
  must(message == protocol::decode_message(text), "a text is read in one way");
  if (message) {
    if (const auto* command = std::get_if<protocol::CommandMessage>(&*message)) {
      must(text.find(command->id.text()) != std::string_view::npos, "a command's id stands in its text");
      const auto reply = protocol::encode_accepted(command->id, std::nullopt);
      must(protocol::payload_of(*reply).find(command->id.text()) != std::string_view::npos, "a reply names its command");
    }
  }
  if (const auto session = protocol::decode_create_session(text))
    must(session->definition.topics.size() <= text.size(), "nothing is made of nothing");
  return 0;
}
