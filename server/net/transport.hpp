// SPDX-License-Identifier: MIT
// The place where bytes enter and leave: a TCP socket that never blocks. TLS will be a second implementation
// of the same few functions, below everything that knows frames; nothing above names a socket. Shard's
// thread.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

#include "net/asio_aliases.hpp"

namespace durf::net {

class Transport {
 public:
  static constexpr std::size_t pieces_max = 64;

  /// The socket is open and set to be non-blocking by `prepare`.
  explicit Transport(Socket socket) : socket_(std::move(socket)) {}

  /// Options of every accepted socket: no blocking, and no waiting for more bytes, since we join writes
  /// ourselves.
  static error_code prepare(Socket& socket);

  Executor executor() { return socket_.get_executor(); }

  /// Hands as much to the kernel as it takes at once; `would_block` when that is nothing. At most
  /// `pieces_max` pieces.
  std::size_t write_some(std::span<const std::string_view> pieces, error_code& error);

  template <class Handler>
  void when_writable(Handler&& handler) {
    socket_.async_wait(Socket::wait_write, std::forward<Handler>(handler));
  }

  template <class Buffers, class Handler>
  void async_read_some(const Buffers& buffers, Handler&& handler) {
    socket_.async_read_some(buffers, std::forward<Handler>(handler));
  }

  /// Completes with an error, once the socket is cut or broken.
  template <class Handler>
  void when_cut(Handler&& handler) {
    socket_.async_wait(Socket::wait_error, [handler = std::forward<Handler>(handler)](error_code error) mutable {
      std::move(handler)(error ? error : error_code(asio::error::connection_reset), std::size_t{0});
    });
  }

  template <class Handler>
  void when_readable(Handler&& handler) {
    socket_.async_wait(Socket::wait_read, std::forward<Handler>(handler));
  }

  /// Throws away what has arrived, a few kilobytes at a time; `would_block` when nothing has, `eof` at the
  /// end.
  void discard_some(error_code& error);

  /// The peer sees the end of the stream after our last byte.
  void finish_sending();

  /// Closes; whatever waits is completed with `operation_aborted`.
  void cut();

 private:
  std::size_t gather_and_write(std::span<const std::string_view> pieces, error_code& error);

  Socket socket_;
};

}  // namespace durf::net
