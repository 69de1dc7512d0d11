// SPDX-License-Identifier: MIT
// What Beast's `websocket::stream` sees below itself: an asynchronous stream whose writes go through the
// frame pump, so that Beast's control frames and our shared frames never tear one another apart. A handle:
// copies share the pump. Shard's thread.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/role.hpp>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

#include "net/frame_pump.hpp"

namespace durf::net {

class FrameLayer {
 public:
  using executor_type = Executor;

  explicit FrameLayer(std::shared_ptr<FramePump> pump) : pump_(std::move(pump)) {}

  executor_type get_executor() noexcept { return pump_->executor(); }

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    return asio::async_initiate<Token, void(error_code, std::size_t)>(
        [pump = pump_](auto handler, const Buffers& into) {
          // Beast has taken what stood in there, and would keep it until the next frame comes.
          for (auto one = asio::buffer_sequence_begin(into); one != asio::buffer_sequence_end(into); ++one) {
            const asio::mutable_buffer taken(*one);
            ::explicit_bzero(taken.data(), taken.size());
          }
          if (!pump->may_read()) return pump->transport().when_cut(std::move(handler));
          std::string& unread = pump->unread();
          if (unread.empty()) return pump->transport().async_read_some(into, std::move(handler));
          const std::size_t size = asio::buffer_copy(into, asio::buffer(unread));
          unread.erase(0, size);
          if (unread.empty()) std::string().swap(unread);
          asio::post(pump->executor(),
                     boost::beast::bind_front_handler(std::move(handler), error_code{}, size));
        },
        token, buffers);
  }

  /// Takes everything, whatever kind of buffers it is: Beast writes the handshake's answer and its control
  /// frames this way.
  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    return asio::async_initiate<Token, void(error_code, std::size_t)>(
        [pump = pump_](auto handler, const Buffers& from) {
          std::string bytes(asio::buffer_size(from), '\0');
          asio::buffer_copy(asio::buffer(bytes), from);
          if (bytes.empty()) {
            return asio::post(pump->executor(), boost::beast::bind_front_handler(
                                                    std::move(handler), error_code{}, std::size_t{0}));
          }
          pump->write(std::move(bytes), FramePump::WriteHandler(pump->executor(), std::move(handler)));
        },
        token, buffers);
  }

  FramePump& pump() { return *pump_; }

 private:
  std::shared_ptr<FramePump> pump_;
};

/// Found by Beast: how a stream over this layer ends after the close frames.
template <class Handler>
void async_teardown(boost::beast::role_type, FrameLayer& layer, Handler&& handler) {
  layer.pump().end(FramePump::EndHandler(layer.get_executor(), std::forward<Handler>(handler)));
}

/// Found by Beast: how it gives up.
inline void beast_close_socket(FrameLayer& layer) { layer.pump().cut(); }

}  // namespace durf::net
