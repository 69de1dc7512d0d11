// SPDX-License-Identifier: MIT
// The place where bytes enter and leave: a TCP socket that never blocks, with TLS on it or without; nothing
// above knows which, but for what has to be said about it. May be moved while nothing waits on it. Shard's
// thread.
#pragma once

#include <array>
#include <boost/asio/compose.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "net/asio_aliases.hpp"
#include "net/tls_channel.hpp"

namespace durf::net {

class Transport {
 public:
  static constexpr std::size_t pieces_max = 64;

  /// The socket is open and set to be non-blocking by `prepare`.
  explicit Transport(Socket socket) : socket_(std::move(socket)) {}
  /// With TLS on it. The handshake happens while reading; nothing is written before something was read.
  Transport(Socket socket, ssl_ctx_st& context);

  /// Options of every accepted socket: no blocking, and no waiting for more bytes, since we join writes
  /// ourselves.
  static error_code prepare(Socket& socket);

  bool is_tls() const { return tls_ != nullptr; }
  bool is_shaking_hands() const { return tls_ && !tls_->shook_hands(); }

  Executor executor() { return socket_.get_executor(); }
  asio::ip::address own_address(error_code& error) const { return socket_.local_endpoint(error).address(); }
  asio::ip::address address_of_peer(error_code& error) const { return socket_.remote_endpoint(error).address(); }

  /// Takes as much as the kernel does at once, and under TLS a record more; `would_block` when that is nothing.
  /// At most `pieces_max` pieces.
  std::size_t write_some(std::span<const std::string_view> pieces, error_code& error);

  /// Gives the kernel what was taken and is still here; `would_block` while it does not take all of it.
  void flush(error_code& error) {
    error = {};
    if (tls_) tls_->flush(error);
  }

  template <class Token>
  auto when_writable(Token&& token) {
    return socket_.async_wait(Socket::wait_write, std::forward<Token>(token));
  }

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    return asio::async_initiate<Token, void(error_code, std::size_t)>(
        [this](auto handler, const Buffers& into) {
          if (!tls_) return socket_.async_read_some(into, std::move(handler));
          asio::async_compose<decltype(handler), void(error_code, std::size_t)>(
              TlsReading{this, first_of(into)}, handler, socket_);
        },
        token, buffers);
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
    if (tls_ && tls_->has_read()) {
      return asio::post(executor(), boost::beast::bind_front_handler(std::forward<Handler>(handler), error_code{}));
    }
    socket_.async_wait(Socket::wait_read, std::forward<Handler>(handler));
  }

  /// Throws away what has arrived, a few kilobytes at a time; `would_block` when nothing has, `eof` at the
  /// end.
  void discard_some(error_code& error);

  /// The peer sees the end of the stream after our last byte. `would_block`: not yet, try again when there is
  /// room.
  void finish_sending(error_code& error);

  /// Whatever waits is completed with `operation_aborted`.
  void cancel();
  /// Closes as well.
  void cut();

 private:
  /// Reads until there is something, which may take some records: of a handshake, for instance.
  struct TlsReading {
    Transport* transport;
    asio::mutable_buffer into;
    error_code result = {};
    std::size_t size = 0;
    enum { begins, waited, done } at = begins;

    template <class Self>
    void operator()(Self& self, error_code error = {}) {
      if (at == done) return self.complete(result, size);
      if (at == begins && !transport->tls_->was_asked()) {
        at = waited;
        return transport->socket_.async_wait(Socket::wait_read, std::move(self));
      }
      result = error;
      if (!error) size = transport->tls_->read_some({static_cast<char*>(into.data()), into.size()}, result);
      if (result == asio::error::would_block) {
        at = waited;
        const auto what = transport->tls_->must_write_to_read() ? Socket::wait_write : Socket::wait_read;
        return transport->socket_.async_wait(what, std::move(self));
      }
      if (std::exchange(at, done) == waited) return self.complete(result, size);
      asio::post(transport->executor(), std::move(self));  // never inside the call that begins it
    }
  };

  template <class Buffers>
  static asio::mutable_buffer first_of(const Buffers& buffers) {
    for (auto one = asio::buffer_sequence_begin(buffers); one != asio::buffer_sequence_end(buffers); ++one) {
      if (asio::mutable_buffer(*one).size() > 0) return *one;
    }
    return {};
  }

  std::size_t gather_and_write(std::span<const std::string_view> pieces, error_code& error);

  Socket socket_;
  std::unique_ptr<TlsChannel> tls_;
};

}  // namespace durf::net
