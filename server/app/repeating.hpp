// SPDX-License-Identifier: MIT
// Something that the server does again and again by itself: once at once, then after every interval, until it is stopped or
// gone. On its loop's thread; the loop outlives it.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <utility>

namespace durf::app {

class Repeating {
 public:
  Repeating(boost::asio::io_context& loop, std::chrono::milliseconds every, std::function<void()> what)
      : every_(every), what_(std::move(what)), timer_(loop) {
    next();
  }
  Repeating(const Repeating&) = delete;
  Repeating& operator=(const Repeating&) = delete;

  void stop() { timer_.cancel(); }

 private:
  void next() {
    what_();
    timer_.expires_after(every_);
    timer_.async_wait([this](const boost::system::error_code& stopped) {
      if (!stopped) next();
    });
  }

  std::chrono::milliseconds every_;
  std::function<void()> what_;
  boost::asio::steady_timer timer_;
};

}  // namespace durf::app
