// SPDX-License-Identifier: MIT
#include "load/view.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>

#include "load/scan.hpp"

namespace durf::load {
namespace {

constexpr std::size_t snapshot_bytes_max = 4 * 1'024 * 1'024;
constexpr std::size_t head_chars = 80;  ///< kind, epoch and number stand first

std::string inflated(std::string_view compressed) {
  std::string text;
  z_stream stream{};
  if (::inflateInit(&stream) != Z_OK) return text;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(compressed.data()));
  stream.avail_in = static_cast<uInt>(compressed.size());
  std::array<char, 16'384> part;
  int outcome = Z_OK;
  while (outcome == Z_OK && text.size() < snapshot_bytes_max) {
    stream.next_out = reinterpret_cast<Bytef*>(part.data());
    stream.avail_out = part.size();
    outcome = ::inflate(&stream, Z_NO_FLUSH);
    text.append(part.data(), part.size() - stream.avail_out);
  }
  ::inflateEnd(&stream);
  return outcome == Z_STREAM_END ? text : std::string();
}

}  // namespace

bool View::apply_frame(std::string_view frame, Position& at) {
  const std::string_view head = frame.substr(0, head_chars);
  const auto number = number_after(head, "n");
  if (!number || *number != at.frame + 1 || text_after(head, "epoch") != at.epoch) return false;
  at.frame = *number;
  if (at_.epoch == at.epoch && at.frame == at_.frame + 1) {
    at_.frame = at.frame;
    take_supports(frame);
    remember();
  }
  return true;
}

std::optional<Position> View::apply_snapshot(std::string_view message, bool is_compressed) {
  if (message == last_snapshot_) return last_position_;
  const std::string text = is_compressed ? inflated(message) : std::string(message);
  const std::string_view head = std::string_view(text).substr(0, head_chars);
  const auto number = number_after(head, "n");
  if (kind_of(head) != "snapshot" || !number) return std::nullopt;
  last_snapshot_ = message;
  last_position_ = {std::string(text_after(head, "epoch")), *number};
  const bool is_newer = last_position_.epoch != at_.epoch || last_position_.frame > at_.frame;
  if (is_newer || support_by_frame_.empty()) {
    if (last_position_.epoch != at_.epoch) support_by_frame_.clear();
    at_ = last_position_;
    supports_.clear();
    take_supports(text);
    remember();
  }
  return last_position_;
}

void View::take_supports(std::string_view text) {
  for_each_support(text, [this](std::string_view id, std::uint64_t support) {
    supports_.insert_or_assign(std::string(id), support);
  });
  support_ = 0;
  for (const auto& [id, support] : supports_) support_ += support;
}

void View::remember() {
  support_by_frame_.resize(std::max<std::size_t>(support_by_frame_.size(), at_.frame + 1));
  support_by_frame_[at_.frame] = support_;
}

std::uint64_t View::support_at(const Position& at) const {
  return at.epoch == at_.epoch && at.frame < support_by_frame_.size() ? support_by_frame_[at.frame] : 0;
}

}  // namespace durf::load
