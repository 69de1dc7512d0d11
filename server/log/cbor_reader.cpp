// SPDX-License-Identifier: MIT
#include "log/cbor_reader.hpp"

#include <cstring>
#include <limits>

namespace durf::log {

void CborReader::fail() {
  ok_ = false;
  rest_ = {};
}

std::string_view CborReader::take(std::uint64_t size) {
  if (size > rest_.size()) {
    fail();
    return {};
  }
  const std::string_view taken = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return taken;
}

CborReader::Head CborReader::head() {
  const std::string_view first = take(1);
  if (!ok_) return {};
  const auto byte = static_cast<std::uint8_t>(first[0]);
  Head head{static_cast<std::uint8_t>(byte >> 5), byte & 0x1fu};
  if (head.value < 24) return head;
  if (head.value > 27) {  // reserved, or of unknown length: never written
    fail();
    return {};
  }
  const std::string_view bytes = take(std::uint64_t{1} << (head.value - 24));
  head.value = 0;
  for (const char next : bytes) head.value = head.value << 8 | static_cast<std::uint8_t>(next);
  return head;
}

std::uint64_t CborReader::head_of(std::uint8_t major) {
  const Head read = head();
  if (ok_ && read.major == major) return read.value;
  fail();
  return 0;
}

std::uint64_t CborReader::unsigned_integer() { return head_of(0); }

std::int64_t CborReader::integer() {
  const Head read = head();
  if (!ok_ || read.major > 1 || read.value > std::uint64_t{std::numeric_limits<std::int64_t>::max()}) {
    fail();
    return 0;
  }
  return static_cast<std::int64_t>(read.major == 0 ? read.value : ~read.value);
}

bool CborReader::boolean() {
  const Head read = head();
  if (!ok_ || read.major != 7 || (read.value != 20 && read.value != 21)) fail();
  return ok_ && read.value == 21;
}

void CborReader::bytes(std::span<std::uint8_t> out) {
  if (head_of(2) != out.size()) fail();
  const std::string_view taken = take(out.size());
  if (ok_) std::memcpy(out.data(), taken.data(), out.size());
}

std::string_view CborReader::text() { return take(head_of(3)); }

std::size_t CborReader::container(std::uint8_t major) {
  const std::uint64_t size = head_of(major);
  if (size <= rest_.size()) return size;
  fail();
  return 0;
}

}  // namespace durf::log
