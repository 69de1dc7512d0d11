// SPDX-License-Identifier: MIT
#include "net/frame_queue.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "durf/base/assert.hpp"

namespace durf::net {

namespace {

// First bytes of whole control frames (RFC 6455, 5.2). An HTTP answer begins with 'H'.
constexpr char close_frame = '\x88';
constexpr char ping_frame = '\x89';
constexpr char pong_frame = '\x8A';

/// Several pongs may wait, so that each ping of a short burst has its answer; with more, all but the newest go (RFC
/// 6455, 5.5.3), so that a flood gathers nothing.
constexpr std::size_t pongs_bytes_max = 2'048;

constexpr std::uint16_t protocol_error = 1002;
constexpr std::uint16_t close_code_max = 4999;  // RFC 6455, 7.4.2: what lies beyond is not defined

bool may_be_answered(std::string_view frame) {
  if (frame.size() < 4) return true;  // without a code
  const auto number = static_cast<unsigned char>(frame[2]) << 8 | static_cast<unsigned char>(frame[3]);
  return number <= close_code_max;
}

std::string encode_close(std::uint16_t number, std::string_view reason) {
  DURF_ASSERT(reason.size() <= 123);
  std::string frame;
  frame += close_frame;
  frame += static_cast<char>(2 + reason.size());
  frame += static_cast<char>(number >> 8);
  frame += static_cast<char>(number & 0xFF);
  frame += reason;
  return frame;
}

}  // namespace

bool FrameQueue::push(protocol::SharedFrame frame) {
  return end_ != End::none || outbox_.push(std::move(frame));
}

void FrameQueue::goodbye(protocol::CloseCode code) {
  if (end_ != End::none) return;
  goodbye_ = encode_close(static_cast<std::uint16_t>(code), protocol::name_of(code));
  end_ = End::goodbye_waits;
}

FrameQueue::Taken FrameQueue::take(std::string bytes) {
  DURF_ASSERT(!bytes.empty() && beast_.empty() && beast_ends_ == 0);
  if (end_ == End::closed || end_ == End::closing) return Taken::done;
  if (bytes.front() == pong_frame) {
    if (pong_.size() + bytes.size() > pongs_bytes_max) pong_.clear();
    pong_ += bytes;
    return Taken::done;
  }
  if (bytes.front() == close_frame) {
    // Beast says the peer's own code back, also one that nobody may use.
    if (!may_be_answered(bytes)) bytes = encode_close(protocol_error, {});
    drop_unsent();
    end_ = End::closing;
  }
  beast_ = std::move(bytes);
  return Taken::waiting;
}

void FrameQueue::drop_unsent() {
  outbox_.drop_waiting();
  goodbye_.clear();
  pong_.clear();
  ping_ = false;
}

void FrameQueue::commit_control() {
  DURF_ASSERT(committed_.empty() && committed_left_ == 0);
  if (end_ == End::closed) return;
  committed_ = std::exchange(beast_, {});
  beast_ends_ = committed_.size();
  if (end_ == End::closing && beast_ends_ > 0) {
    end_ = End::closed;
    return;
  }
  committed_ += pong_;
  pong_.clear();
  if (std::exchange(ping_, false)) committed_ += {ping_frame, '\0'};
  if (committed_.empty() && end_ == End::goodbye_waits && outbox_.empty()) {
    committed_ = std::exchange(goodbye_, {});
    end_ = End::closed;
  }
}

std::size_t FrameQueue::gather(std::span<std::string_view> pieces) {
  DURF_ASSERT(pieces.size() >= 2);
  if (committed_.empty()) commit_control();
  if (committed_.empty()) return outbox_.gather(pieces);
  const std::size_t count = outbox_.gather(pieces.first(pieces.size() - 1));
  const std::size_t place = outbox_.in_the_middle() ? 1 : 0;
  DURF_ASSERT(place == 0 || committed_left_ == 0);
  std::move_backward(pieces.begin() + place, pieces.begin() + count, pieces.begin() + count + 1);
  pieces[place] = std::string_view(committed_).substr(committed_left_);
  return count + 1;
}

bool FrameQueue::written(std::size_t bytes) {
  if (committed_.empty()) {
    outbox_.written(bytes);
    return false;
  }
  if (outbox_.in_the_middle()) {
    std::string_view begun;
    outbox_.gather({&begun, 1});
    const std::size_t of_begun = std::min(bytes, begun.size());
    outbox_.written(of_begun);
    bytes -= of_begun;
  }
  const std::size_t of_control = std::min(bytes, committed_.size() - committed_left_);
  committed_left_ += of_control;
  const bool beast_left = beast_ends_ > 0 && committed_left_ >= beast_ends_;
  if (beast_left) beast_ends_ = 0;
  if (committed_left_ == committed_.size()) {
    std::string().swap(committed_);  // idle connections keep no buffers
    committed_left_ = 0;
  }
  outbox_.written(bytes - of_control);
  return beast_left;
}

}  // namespace durf::net
