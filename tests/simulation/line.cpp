// SPDX-License-Identifier: MIT
#include "simulation/line.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "simulation/broken.hpp"

namespace durf::simulation {

namespace {

// Far below the real ones, so that a handful of frames brings a slow phone to its limit.
constexpr session::OutboxLimits outbox_limits = {.frames_max = 6, .bytes_max = 6'000, .small_bytes_max = 0};

/// Bytes of a whole frame, header included, or 0 when its header is not there yet (RFC 6455, 5.2; server to
/// page: no mask).
std::size_t frame_bytes(std::string_view bytes) {
  if (bytes.size() < 2) return 0;
  const auto byte = [&](std::size_t at) {
    return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at]));
  };
  const std::size_t length = byte(1);
  require(length <= 127, "frames to a page are not masked");
  if (length < 126) return 2 + length;
  if (length == 126) return bytes.size() < 4 ? 0 : 4 + (byte(2) << 8 | byte(3));
  if (bytes.size() < 10) return 0;
  std::size_t size = 0;
  for (std::size_t at = 2; at < 10; ++at) size = size << 8 | byte(at);
  return 10 + size;
}

}  // namespace

Line::Line(Agenda& agenda, Dice& dice, Counts& counts, ServerEnd& server, PageEnd& page, std::uint64_t serial,
           bool calm)
    : agenda_(agenda),
      dice_(dice),
      counts_(counts),
      server_(server),
      page_(&page),
      serial_(serial),
      calm_(calm),
      slow_(!calm && dice.chance(200)),
      outbox_(outbox_limits) {}

/// What one connection sends arrives in order.
void Line::upward(std::function<void()> what) {
  const std::int64_t delay = calm_ ? 1 : dice_.chance(50) ? dice_.between(50, 1'500) : dice_.between(1, 30);
  last_up_ = std::max(last_up_, agenda_.now() + delay);
  agenda_.after(last_up_ - agenda_.now(), [self = shared_from_this(), what = std::move(what)] {
    if (!self->server_gone_) what();
  });
}

void Line::open(const Hello& hello) {
  upward([this, hello] { server_.opened(shared_from_this(), hello); });
}

void Line::send(const domain::CommandId& id, const domain::Command& command) {
  const bool doubled = !calm_ && dice_.chance(60);
  if (doubled) counts_.add(Happened::doubled_command);
  for (int i = 0; i < (doubled ? 2 : 1); ++i)
    upward([this, id, command] { server_.commanded(this->id(), id, command); });
}

void Line::hang_up() {
  page_ = nullptr;
  const std::int64_t noticed = calm_ ? 1 : dice_.between(1, 3'000);
  last_up_ = std::max(last_up_, agenda_.now() + noticed);
  agenda_.after(last_up_ - agenda_.now(), [self = shared_from_this()] {
    if (!std::exchange(self->server_gone_, true)) self->server_.gone(self->id());
  });
}

void Line::push(const protocol::SharedFrame& frame) {
  if (server_gone_ || goodbye_) return;
  const bool was_stale = outbox_.stale();
  if (!outbox_.push(frame) && !was_stale) counts_.add(Happened::stale_socket);
  largest_ = std::max(largest_, frame->size());
  require(outbox_.bytes() <= outbox_limits.bytes_max + largest_, "queues are bounded");
  pump_soon();
}

void Line::caught_up() {
  counts_.add(Happened::made_whole_again);
  outbox_.caught_up();
  drained_told_ = false;
}

void Line::close(protocol::CloseCode code) {
  if (server_gone_ || goodbye_) return;
  goodbye_ = code;
  pump_soon();
}

void Line::cut() {
  if (std::exchange(server_gone_, true) || !page_) return;
  agenda_.after(dice_.between(1, 500),
                [self = shared_from_this()] { self->end(protocol::CloseCode::stopping); });
}

void Line::pump_soon() {
  if (std::exchange(pumping_, true)) return;
  const std::int64_t delay = calm_ ? 1 : slow_ ? dice_.between(50, 800) : dice_.between(1, 20);
  agenda_.after(delay, [self = shared_from_this()] {
    self->pumping_ = false;
    self->pump();
  });
}

void Line::pump() {
  if (server_gone_ || !page_) return;  // nobody reads, and the server does not know it yet
  std::array<std::string_view, 8> pieces;
  const std::size_t count = outbox_.gather(pieces);
  std::size_t room = slow_ ? 1 + dice_.below(400) : 1 + dice_.below(20'000);
  std::size_t taken = 0;
  std::string bytes;
  for (std::size_t i = 0; i < count && room > 0; ++i) {
    const std::string_view piece = pieces[i].substr(0, room);
    bytes += piece;
    taken += piece.size();
    room -= piece.size();
  }
  outbox_.written(taken);
  const auto self = shared_from_this();
  take(bytes);
  if (server_gone_ || !page_) return;
  if (!outbox_.empty()) return pump_soon();
  if (goodbye_) {
    server_gone_ = true;
    server_.gone(id());
    return end(*goodbye_);
  }
  if (outbox_.stale() && !std::exchange(drained_told_, true)) server_.drained(id());
}

void Line::take(std::string_view bytes) {
  received_ += bytes;
  while (page_) {
    const std::size_t size = frame_bytes(received_);
    if (size == 0 || received_.size() < size) return;
    const auto frame = std::make_shared<const std::string>(received_.substr(0, size));
    received_.erase(0, size);
    page_->hear(frame);
  }
}

void Line::end(protocol::CloseCode code) {
  if (PageEnd* page = std::exchange(page_, nullptr)) page->closed(code);
}

}  // namespace durf::simulation
