// SPDX-License-Identifier: MIT
#include "durf/net/readiness.hpp"

#include "durf/base/assert.hpp"
#include "net/api.hpp"

namespace durf::net {
namespace {

std::string_view words_for(NotReady why) {
  switch (why) {
    case NotReady::starting:
      return "starting: sessions are still being read from the disk\n";
    case NotReady::stopping:
      return "stopping: this server was told to stop\n";
    case NotReady::disk_full:
      return "disk_full: there is hardly any room left where the data is\n";
  }
  base::fail_assertion("a known reason", __FILE__, __LINE__);
}

}  // namespace

std::string_view code_of(NotReady why) {
  const std::string_view words = words_for(why);
  return words.substr(0, words.find(':'));
}

std::optional<NotReady> Readiness::why_not() const {
  if (stopping_) return NotReady::stopping;
  if (!loaded_) return NotReady::starting;
  if (!has_room_) return NotReady::disk_full;
  return std::nullopt;
}

Response answer_readiness(std::optional<NotReady> why_not) {
  Response answer;
  answer.status = why_not ? 503 : 200;
  answer.kept_body = why_not ? words_for(*why_not) : "ready\n";
  return answer;
}

}  // namespace durf::net
