// SPDX-License-Identifier: MIT
// One core, one thread, one loop, nothing shared. A turn of the loop is at most 256 handlers or one millisecond; then all
// connections that have something to send are flushed, so that what a turn wants to send to one connection leaves in one write.
#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace durf::runtime {

/// A timer on a shard's loop, without the type erasure of the default executor.
using Timer = boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                                boost::asio::wait_traits<std::chrono::steady_clock>,
                                                boost::asio::io_context::executor_type>;

/// Something that gathers bytes during a turn and sends them at its end.
class Flushable {
 public:
  virtual ~Flushable() = default;
  /// On the shard's thread, between two turns. May mark itself dirty again.
  virtual void flush() = 0;
};

class Shard {
 public:
  explicit Shard(std::uint32_t index);

  std::uint32_t index() const { return index_; }
  boost::asio::io_context& loop() { return loop_; }

  /// Calls `flush` at the end of this turn. Who asks keeps a mark of its own and asks once per turn. Shard's thread only.
  void flush_later(std::shared_ptr<Flushable> flushable);

  /// Runs turns until `stop`. Called once, by the thread that the shard is to have. Throws what a handler threw: then the shard
  /// cannot go on, and the process has to end.
  void run();

  /// Any thread.
  void stop();

 private:
  void flush();

  std::uint32_t index_;
  boost::asio::io_context loop_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
  std::vector<std::shared_ptr<Flushable>> dirty_;
  std::vector<std::shared_ptr<Flushable>> flushing_;
};

}  // namespace durf::runtime
