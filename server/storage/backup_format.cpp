// SPDX-License-Identifier: MIT
#include "storage/backup_format.hpp"

#include <string.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "durf/base/assert.hpp"
#include "storage/crc32c.hpp"
#include "storage/limits.hpp"

namespace durf::storage {

using Kind = BackedUpSession::Kind;

namespace {

constexpr std::string_view first_words = "durf backup ";
constexpr std::string_view version = "1\n";
constexpr std::size_t version_bytes_max = 12;
constexpr char key_entry = 'K';
constexpr char end_entry = 'E';
constexpr std::size_t number_bytes = 4;
constexpr std::size_t nonce_bytes = 12;
constexpr std::size_t key_bytes = 32;

void put(std::string& out, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<char>(number >> shift & 0xff));
}

void put(std::string& out, const domain::SessionId& id) {
  out.append(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
}

/// Takes an entry's content apart from its beginning. Once something was missing, all that follows is empty.
class Parts {
 public:
  explicit Parts(std::string_view content) : rest_(content) {}

  std::string_view bytes(std::size_t count) {
    if (count > rest_.size()) complete_ = false;
    if (!complete_) return {};
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }
  std::uint32_t number() {
    std::uint32_t value = 0;
    for (const char byte : bytes(number_bytes)) value = value << 8 | static_cast<std::uint8_t>(byte);
    return value;
  }
  domain::SessionId session() {
    domain::SessionId id;
    const std::string_view taken = bytes(id.bytes.size());
    if (complete_) std::memcpy(id.bytes.data(), taken.data(), taken.size());
    return id;
  }
  std::string_view rest() { return bytes(rest_.size()); }
  bool complete() const { return complete_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool complete_ = true;
};

std::optional<BackedUpSession> read_session(char kind, std::string_view content) {
  Parts parts(content);
  BackedUpSession one;
  one.session = parts.session();
  switch (static_cast<Kind>(kind)) {
    case Kind::live:
      one.kind = Kind::live;
      one.format = parts.number();
      one.nonce = parts.bytes(nonce_bytes);
      one.definition = parts.bytes(parts.number());
      one.ciphertext = parts.rest();
      break;
    case Kind::closed:
      one.kind = Kind::closed;
      one.definition = parts.bytes(parts.number());
      one.archive = parts.rest();
      break;
    case Kind::unreadable:
      one.kind = Kind::unreadable;
      one.definition = parts.rest();
      break;
    default:
      return std::nullopt;
  }
  if (!parts.complete()) return std::nullopt;
  return one;
}

base::SharedKey read_key(std::string_view content, domain::SessionId& session) {
  Parts parts(content);
  session = parts.session();
  const std::string_view bytes = parts.bytes(key_bytes);
  if (!parts.complete()) return nullptr;
  std::array<std::uint8_t, key_bytes> key{};
  std::memcpy(key.data(), bytes.data(), key.size());
  auto shared = std::make_shared<const base::SessionKey>(key);
  ::explicit_bzero(key.data(), key.size());
  return shared;
}

}  // namespace

RecordPlace place_in_backup(std::uint32_t format, const domain::SessionId& session) { return {format, session, 1}; }

std::string BackupEncoder::begin() {
  std::string text = std::string(first_words) + std::string(version);
  crc_ = crc32c(crc_, text);
  return text;
}

std::string BackupEncoder::entry(char kind, std::string_view content) {
  DURF_ASSERT(content.size() <= limits::backup_entry_bytes_max);
  std::string bytes;
  bytes.reserve(content.size() + 1 + 3 * number_bytes);
  bytes.push_back(kind);
  put(bytes, static_cast<std::uint32_t>(content.size()));
  crc_ = crc32c(crc_, bytes);
  put(bytes, crc_);
  crc_ = crc32c(crc_, content);
  bytes.append(content);
  put(bytes, crc_);
  return bytes;
}

std::string BackupEncoder::session(const BackedUpSession& one) {
  std::string bytes;
  std::string content;
  if (one.key) {
    put(content, one.session);
    const auto& key = one.key->bytes();
    content.append(reinterpret_cast<const char*>(key.data()), key.size());
    bytes = entry(key_entry, content);
    ::explicit_bzero(content.data(), content.size());
    content.clear();
  }
  put(content, one.session);
  if (one.kind == Kind::live) {
    put(content, one.format);
    content.append(one.nonce);
  }
  if (one.kind != Kind::unreadable) put(content, static_cast<std::uint32_t>(one.definition.size()));
  content.append(one.definition).append(one.kind == Kind::live ? one.ciphertext : one.archive);
  ++sessions_;
  return bytes + entry(static_cast<char>(one.kind), content);
}

std::string BackupEncoder::end() {
  std::string content;
  put(content, sessions_);
  return entry(end_entry, content);
}

/// In steps, so that a damaged length does not take more memory than there are bytes.
std::optional<std::string> BackupDecoder::take(std::size_t bytes) {
  constexpr std::size_t step = 1'024 * 1'024;
  std::string taken;
  while (taken.size() < bytes) {
    const std::size_t before = taken.size();
    const std::size_t wanted = std::min(step, bytes - before);
    taken.resize(before + wanted);
    if (source_(std::span(taken).subspan(before)) != wanted) return std::nullopt;
  }
  return taken;
}

std::optional<BackupDecoder::Fault> BackupDecoder::begin() {
  begun_ = true;
  auto line = take(first_words.size());
  if (!line || *line != first_words) return Fault::not_a_backup;
  while (line->back() != '\n') {
    const auto byte = take(1);
    if (!byte || line->size() >= first_words.size() + version_bytes_max) return Fault::not_a_backup;
    line->append(*byte);
  }
  if (line->substr(first_words.size()) != version) return Fault::newer;
  crc_ = crc32c(crc_, *line);
  return std::nullopt;
}

std::optional<BackupDecoder::Entry> BackupDecoder::entry() {
  const auto checked = [this](std::string_view bytes) {
    crc_ = crc32c(crc_, bytes);
    const auto sum = take(number_bytes);
    return sum && Parts(*sum).number() == crc_;
  };
  const auto head = take(1 + number_bytes);
  if (!head || !checked(*head)) return std::nullopt;
  const std::uint32_t length = Parts(std::string_view(*head).substr(1)).number();
  if (length > limits::backup_entry_bytes_max) return std::nullopt;
  auto content = take(length);
  if (!content || !checked(*content)) return std::nullopt;
  return Entry{head->front(), std::move(*content)};
}

BackupDecoder::Next BackupDecoder::next() {
  if (!begun_) {
    if (const auto fault = begin()) return *fault;
  }
  auto found = entry();
  base::SharedKey key;
  domain::SessionId of_key;
  if (found && found->kind == key_entry && keys_ == Keys::expected) {
    key = read_key(found->content, of_key);
    ::explicit_bzero(found->content.data(), found->content.size());
    if (!key) return Fault::damaged;
    found = entry();
  }
  if (!found) return Fault::damaged;
  if (found->kind == end_entry) {
    Parts parts(found->content);
    const bool all = parts.number() == sessions_ && parts.complete() && !key;
    char beyond = 0;
    const bool ends = source_(std::span(&beyond, 1)) == 0;
    return all && ends ? Next(End{}) : Next(Fault::damaged);
  }
  auto one = read_session(found->kind, found->content);
  if (!one || (key && (one->kind != Kind::live || one->session != of_key))) return Fault::damaged;
  one->key = std::move(key);
  ++sessions_;
  return std::move(*one);
}

}  // namespace durf::storage
