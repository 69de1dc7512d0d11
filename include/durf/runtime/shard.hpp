// SPDX-License-Identifier: MIT
// One core, one thread, one loop, nothing shared. A turn of the loop is at most 256 handlers or one millisecond; then the
// connections that have something to send are flushed, so that what a turn wants to send to one connection leaves in one write.
// A write costs some 7 us, and a frame may be for 20,000: so flushing has its turns as well, and who has an answer to get does
// not stand behind a crowd. What handlers leave on the stack is wiped every second, and before the loop falls asleep for long.
#pragma once

#include <array>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>

namespace durf::runtime {

/// A timer on a shard's loop, without the type erasure of the default executor.
using Timer = boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                                boost::asio::wait_traits<std::chrono::steady_clock>,
                                                boost::asio::io_context::executor_type>;

/// In which of two lanes something waits to be flushed.
enum class Lane : std::uint8_t {
  answers,  ///< somebody waits for it
  crowd,    ///< one of many that get the same
};

/// Something that gathers bytes during a turn and sends them at its end.
class Flushable {
 public:
  virtual ~Flushable() = default;
  /// All that was gathered, whatever lane it stood in. On the shard's thread, between two turns. May ask for the next flush.
  virtual void flush() = 0;

 private:
  friend class Shard;
  std::array<bool, 2> stands_in_{};
};

class Shard {
 public:
  explicit Shard(std::uint32_t index);

  std::uint32_t index() const { return index_; }
  boost::asio::io_context& loop() { return loop_; }

  /// Calls `flush` at the end of this turn, or of one of the next when the lane is long. Who stands in a lane already stays where
  /// it is; who stands in both is flushed twice. Shard's thread only.
  void flush_later(std::shared_ptr<Flushable> flushable, Lane lane = Lane::answers);

  /// Runs turns until `stop`. Called once, by the thread that the shard is to have. Throws what a handler threw: then the shard
  /// cannot go on, and the process has to end.
  void run();

  /// Any thread.
  void stop();

 private:
  using Waiting = std::deque<std::shared_ptr<Flushable>>;

  void run_handlers();
  std::size_t wait_for_one();
  void flush(Lane lane);
  void wipe_stack_when_due();
  Waiting& waiting_in(Lane lane) { return waiting_[static_cast<std::size_t>(lane)]; }
  bool nobody_waits() const { return waiting_[0].empty() && waiting_[1].empty(); }

  std::uint32_t index_;
  boost::asio::io_context loop_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
  std::array<Waiting, 2> waiting_;
  /// Never, when no handler has run since the last time.
  std::chrono::steady_clock::time_point wipe_stack_at_ = std::chrono::steady_clock::time_point::max();
};

}  // namespace durf::runtime
