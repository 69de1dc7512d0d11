// SPDX-License-Identifier: MIT
#include "net/transport.hpp"

#include <string.h>

#include <boost/asio/buffer.hpp>

#include "durf/base/assert.hpp"

namespace durf::net {

Transport::Transport(Socket socket, ssl_ctx_st& context)
    : socket_(std::move(socket)), tls_(std::make_unique<TlsChannel>(context, socket_.native_handle())) {}

error_code Transport::prepare(Socket& socket) {
  error_code error;
  socket.non_blocking(true, error);
  if (!error) socket.set_option(Tcp::no_delay(true), error);
  return error;
}

std::size_t Transport::write_some(std::span<const std::string_view> pieces, error_code& error) {
  DURF_ASSERT(!pieces.empty() && pieces.size() <= pieces_max);
  if (tls_) return tls_->write_some(pieces, error);
  if (pieces.size() == 1) return socket_.write_some(asio::buffer(pieces[0]), error);
  // A few small frames, the usual case: copying them together is cheaper than having the kernel gather them.
  std::array<char, 4'096> joined;
  std::size_t size = 0;
  for (const std::string_view piece : pieces) {
    if (piece.size() > joined.size() - size) return gather_and_write(pieces, error);
    piece.copy(joined.data() + size, piece.size());  // also when it is empty, and has no data
    size += piece.size();
  }
  const std::size_t taken = socket_.write_some(asio::buffer(joined.data(), size), error);
  ::explicit_bzero(joined.data(), size);  // a text that is withdrawn must not stay on the stack
  return taken;
}

std::size_t Transport::gather_and_write(std::span<const std::string_view> pieces, error_code& error) {
  std::array<asio::const_buffer, pieces_max> buffers;
  for (std::size_t i = 0; i < pieces.size(); ++i) buffers[i] = asio::buffer(pieces[i]);
  return socket_.write_some(std::span(buffers.data(), pieces.size()), error);
}

void Transport::discard_some(error_code& error) {
  std::array<char, 4'096> nobody_reads_this;
  if (tls_) {
    tls_->read_some(nobody_reads_this, error);
  } else {
    socket_.read_some(asio::buffer(nobody_reads_this), error);
  }
}

void Transport::finish_sending(error_code& error) {
  error = {};
  if (tls_) {
    tls_->say_goodbye();
    tls_->flush(error);
    if (error) return;
  }
  error_code ignored;  // a peer that is gone already is told by the next read
  socket_.shutdown(Socket::shutdown_send, ignored);
}

void Transport::cancel() {
  error_code ignored;  // then nothing waits
  socket_.cancel(ignored);
}

void Transport::cut() {
  if (tls_) tls_->cut();
  error_code ignored;  // the descriptor is released whatever close says
  socket_.close(ignored);
}

}  // namespace durf::net
