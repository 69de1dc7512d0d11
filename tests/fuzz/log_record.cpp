// SPDX-License-Identifier: MIT
// What is read back from the disk, after its seal was found whole: records, the definition beside them, and logs made of several
// records. Whatever is read can be written, and is then read as the same.
#include <string>
#include <vector>

#include "durf/base/assert.hpp"
#include "durf/log/record_codec.hpp"
#include "fuzz/target.hpp"

using durf::fuzz::must;
using namespace durf;

namespace {

void read_record(std::string_view payload) {
  const auto record = log::decode_record(payload);
  if (!record) return;
  if (const auto* events = std::get_if<domain::Events>(&*record)) {
    const auto again = log::decode_record(log::encode_events(*events));
    must(again && std::get<domain::Events>(*again) == *events, "events that were read are written as what they were");
  } else {
    const auto& state = std::get<domain::State>(*record);
    const auto again = log::decode_record(log::encode_snapshot(state));
    must(again && std::get<domain::State>(*again) == state, "a state that was read is written as what it was");
  }
}

void read_definition(std::string_view text) {
  const auto definition = log::decode_definition(text);
  if (!definition) return;
  const auto again = log::decode_definition(log::encode_definition(*definition));
  must(again == definition, "a definition that was read is written as what it was");
}

/// Records with their lengths before them, in two bytes.
void read_log(std::string_view bytes) {
  fuzz::Choices choices(bytes);
  std::vector<std::string> payloads;
  while (!choices.empty() && payloads.size() < 64) {
    const std::size_t size = std::size_t{choices.byte()} << 8 | choices.byte();
    payloads.emplace_back(choices.take(size));
  }
  const auto state = log::replay(payloads);
  must(state == log::replay(payloads), "the same log gives the same state");
  if (state) must(log::replay({log::encode_snapshot(*state)}) == state, "a snapshot stands for its log");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest = fuzz::text_of(bytes + 1, size - 1);
  switch (bytes[0] % 3) {
    case 0:
      read_record(rest);
      break;
    case 1:
      read_definition(rest);
      break;
    case 2:
      read_log(rest);
      break;
  }
  return 0;
}
