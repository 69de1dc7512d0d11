// SPDX-License-Identifier: MIT
// What comes from a giver, checked entry by entry and written down again without its keys.
#include <unistd.h>

#include <cerrno>
#include <span>
#include <utility>
#include <variant>

#include "durf/base/overloaded.hpp"
#include "durf/log/record_codec.hpp"
#include "durf/storage/backup.hpp"
#include "storage/backup_format.hpp"
#include "storage/backup_keys.hpp"
#include "storage/new_file.hpp"

namespace durf::storage {
namespace {

using Kind = BackedUpSession::Kind;
using State = SessionInBackup::State;

SessionInBackup describe(const BackedUpSession& one) {
  const auto definition = log::decode_definition(one.definition);
  const State state = one.kind == Kind::closed ? State::closed : one.kind == Kind::live ? State::whole : State::unreadable;
  return {state, definition ? definition->title.text : "", definition ? definition->join_code : ""};
}

std::size_t read_from(int descriptor, std::span<char> out) {
  std::size_t filled = 0;
  while (filled < out.size()) {
    const ssize_t got = ::read(descriptor, out.data() + filled, out.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    filled += static_cast<std::size_t>(got);
  }
  return filled;
}

}  // namespace

BackupReport keep_backup(int from, const std::string& to, const std::optional<std::string>& keys_to) {
  BackupReport report;
  NewFile file(to);
  NewFile keys(keys_to.value_or(""));
  const auto refuse = [&report](std::string words) {
    report.refusal = std::move(words);
    return report;
  };
  if (std::string words = file.begin(); !words.empty()) return refuse(std::move(words));
  if (keys_to) {
    if (std::string words = keys.begin(); !words.empty()) return refuse(std::move(words));
    if (std::string words = keys.write(backup_keys_head()); !words.empty()) return refuse(std::move(words));
  }

  BackupEncoder encoder;
  if (std::string words = file.write(encoder.begin()); !words.empty()) return refuse(std::move(words));
  BackupDecoder decoder([from](std::span<char> out) { return read_from(from, out); }, BackupDecoder::Keys::expected);
  for (;;) {
    BackupDecoder::Next next = decoder.next();
    if (std::holds_alternative<BackupDecoder::Fault>(next))
      return refuse("The backup broke off before it was whole, so there is none. The log of the server says why.");
    auto* const one = std::get_if<BackedUpSession>(&next);
    if (!one) break;
    report.sessions.push_back(describe(*one));
    const base::SharedKey key = std::exchange(one->key, nullptr);
    if (std::string words = file.write(encoder.session(*one)); !words.empty()) return refuse(std::move(words));
    if (!keys_to || !key) continue;
    if (std::string words = keys.write(backup_keys_line(one->session, *key)); !words.empty())
      return refuse(std::move(words));
  }

  if (std::string words = file.write(encoder.end()); !words.empty()) return refuse(std::move(words));
  // The keys first: a backup has its name only when everything that was asked for is there.
  if (keys_to) {
    if (std::string words = keys.finish(); !words.empty()) return refuse(std::move(words));
  }
  if (std::string words = file.finish(); !words.empty()) {
    if (keys_to) keys.take_back();
    return refuse(std::move(words));
  }
  return report;
}

}  // namespace durf::storage
