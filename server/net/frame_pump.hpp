// SPDX-License-Identifier: MIT
// Owns one WebSocket's transport and queue and moves bytes from the one to the other: what was pushed until its
// turn in one write, the rest when the kernel has room. The only writer of the socket. Shared by its
// connection and by the operations under way. A broken socket is cut, which the reading side notices. Shard's
// thread.
#pragma once

#include <memory>
#include <string>

#include "durf/runtime/shard.hpp"
#include "net/frame_queue.hpp"
#include "net/held_handler.hpp"
#include "net/transport.hpp"

namespace durf::net {

class FramePump final : public runtime::Flushable, public std::enable_shared_from_this<FramePump> {
 public:
  /// Who is told. Never called inside `push`, so the gateway is not entered again while it fans out.
  class Watcher {
   public:
    /// A stale queue is empty; once per staleness.
    virtual void drained() = 0;
    /// The kernel took less than there was; `behind(false)` once the queue is empty again.
    virtual void behind(bool is_behind) = 0;
    /// The last bytes are under way; the socket closes when they and the peer's end have been seen.
    virtual void ending() = 0;
    /// Beast wants bytes: the last ones are used up. At most some 1,500 come at a time.
    virtual void reading() = 0;

   protected:
    ~Watcher() = default;
  };

  /// `unread` are bytes that came together with the upgrade request; they are read first.
  FramePump(runtime::Shard& shard, Transport transport, std::string unread)
      : shard_(shard), transport_(std::move(transport)), unread_(std::move(unread)) {}

  void watch(Watcher& watcher) { watcher_ = &watcher; }
  void forget_watcher() { watcher_ = nullptr; }

  bool push(const protocol::SharedFrame& frame, runtime::Lane lane = runtime::Lane::answers);
  void caught_up();
  void ping();
  void goodbye(protocol::CloseCode code);

  /// Closes at once; operations under way complete with `operation_aborted`.
  void cut();

  /// What the peer sends from here on stays where it is, until the cut.
  void stop_reading() { deaf_ = true; }

  void flush() override;

  // For Beast, through FrameLayer.
  Executor executor() { return transport_.executor(); }
  Transport& transport() { return transport_; }
  std::string& unread() { return unread_; }
  /// Before each read. False: no more; wait for the end of the transport instead.
  bool may_read() {
    if (watcher_ != nullptr) watcher_->reading();
    return !deaf_;
  }
  using WriteHandler = HeldHandler<error_code, std::size_t>;
  using EndHandler = HeldHandler<error_code>;
  /// The handler completes when the bytes are with the kernel, or at once when nobody has to wait for them.
  void write(std::string bytes, WriteHandler handler);
  /// Sends what is queued, ends the stream and reads until the peer has ended it. Without a limit of its own:
  /// the watcher cuts.
  void end(EndHandler handler);

 private:
  void flush_soon(runtime::Lane lane = runtime::Lane::answers);
  void await_writable();
  void await_end_of_peer();
  void queue_is_empty();
  void fail(error_code error);

  runtime::Shard& shard_;
  Watcher* watcher_ = nullptr;
  Transport transport_;
  FrameQueue queue_;
  std::string unread_;
  WriteHandler writing_;
  std::size_t writing_bytes_ = 0;
  EndHandler ending_;
  int discards_ = 0;  ///< reads after the end
  bool kernel_full_ = false;
  bool behind_ = false;
  bool drained_told_ = false;
  bool finished_sending_ = false;
  bool cut_ = false;
  bool deaf_ = false;
};

}  // namespace durf::net
