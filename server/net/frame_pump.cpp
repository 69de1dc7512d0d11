// SPDX-License-Identifier: MIT
#include "net/frame_pump.hpp"

#include <array>
#include <boost/asio/error.hpp>
#include <utility>

#include "durf/base/assert.hpp"
#include "net/limits.hpp"

namespace durf::net {

bool FramePump::push(const protocol::SharedFrame& frame, runtime::Lane lane) {
  const bool queued = queue_.push(frame);
  flush_soon(lane);  // also when it became stale: it may be empty now, and the watcher has to be told
  return queued;
}

void FramePump::caught_up() {
  queue_.caught_up();
  drained_told_ = false;
}

void FramePump::ping() {
  queue_.ping();
  flush_soon();
}

void FramePump::goodbye(protocol::CloseCode code) {
  queue_.goodbye(code);
  flush_soon();
}

void FramePump::write(std::string bytes, WriteHandler handler) {
  DURF_ASSERT(!writing_);
  const std::size_t size = bytes.size();
  if (cut_) return handler.complete(asio::error::operation_aborted, 0);
  if (queue_.take(std::move(bytes)) == FrameQueue::Taken::done) {
    handler.complete({}, size);
  } else {
    writing_ = std::move(handler);
    writing_bytes_ = size;
  }
  flush_soon();
}

void FramePump::end(EndHandler handler) {
  if (cut_) return handler.complete(asio::error::operation_aborted);
  ending_ = std::move(handler);
  if (watcher_ != nullptr) watcher_->ending();
  flush_soon();
}

void FramePump::flush_soon(runtime::Lane lane) {
  if (!kernel_full_ && !cut_) shard_.flush_later(shared_from_this(), lane);
}

void FramePump::flush() {
  std::array<std::string_view, Transport::pieces_max> pieces;
  while (!kernel_full_ && !cut_) {
    error_code error;
    transport_.flush(error);
    if (error == asio::error::would_block) return await_writable();
    if (error) return fail(error);

    const std::size_t count = queue_.gather(pieces);
    if (count == 0) return queue_is_empty();
    std::size_t all = 0;
    for (std::size_t i = 0; i < count; ++i) all += pieces[i].size();

    const std::size_t taken = transport_.write_some({pieces.data(), count}, error);
    if (error && error != asio::error::would_block) return fail(error);
    if (taken > 0 && queue_.written(taken)) writing_.complete({}, writing_bytes_);
    if (taken < all) await_writable();
  }
}

void FramePump::queue_is_empty() {
  if (std::exchange(behind_, false) && watcher_ != nullptr) watcher_->behind(false);
  if (ending_) {
    if (finished_sending_) return;
    error_code error;
    transport_.finish_sending(error);
    if (error == asio::error::would_block) return await_writable();
    finished_sending_ = true;
    await_end_of_peer();
    return;
  }
  if (queue_.stale() && !std::exchange(drained_told_, true) && watcher_ != nullptr) watcher_->drained();
}

void FramePump::await_writable() {
  kernel_full_ = true;
  transport_.when_writable([self = shared_from_this()](error_code error) {
    self->kernel_full_ = false;
    if (error) return self->fail(error);
    self->flush();
  });
  if (!std::exchange(behind_, true) && watcher_ != nullptr) watcher_->behind(true);
}

void FramePump::await_end_of_peer() {
  transport_.when_readable([self = shared_from_this()](error_code error) {
    if (!error) self->transport_.discard_some(error);
    if (!error || error == asio::error::would_block) {
      // Whoever goes on sending is not read for ever; the watcher cuts.
      if (++self->discards_ <= limits::discards_max) self->await_end_of_peer();
      return;
    }
    self->ending_.complete(error == asio::error::eof ? error_code{} : error);
  });
}

void FramePump::fail(error_code error) {
  writing_.complete(error, 0);
  cut();
}

void FramePump::cut() {
  if (std::exchange(cut_, true)) return;
  transport_.cut();
  writing_.complete(asio::error::operation_aborted, 0);
  ending_.complete(asio::error::operation_aborted);
}

}  // namespace durf::net
