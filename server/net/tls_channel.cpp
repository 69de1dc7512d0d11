// SPDX-License-Identifier: MIT
#include "net/tls_channel.hpp"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <string.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <boost/asio/error.hpp>
#include <cerrno>
#include <new>
#include <utility>

#include "durf/base/assert.hpp"
#include "net/limits.hpp"

namespace durf::net {

namespace {

/// The longest plaintext that one record holds (RFC 8446, 5.1).
constexpr std::size_t record_bytes = 16'384;

/// Bytes that the kernel took; nothing when it has no room. Negative: the socket is broken. Without the signal
/// that OpenSSL's own socket calls would raise.
ssize_t send_now(int descriptor, std::string_view bytes) {
  const ssize_t sent = ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  if (sent < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) return 0;
  return sent;
}

}  // namespace

/// OpenSSL never meets a full socket: what does not fit is held back, and the record counts as written.
struct TlsChannel::Wire {
  static TlsChannel& channel_of(BIO* bio) { return *static_cast<TlsChannel*>(BIO_get_data(bio)); }

  static int write(BIO* bio, const char* bytes, int size) {
    BIO_clear_retry_flags(bio);
    return channel_of(bio).keep({bytes, static_cast<std::size_t>(size)}) ? size : -1;
  }

  static int read(BIO* bio, char* into, int size) {
    BIO_clear_retry_flags(bio);
    TlsChannel& channel = channel_of(bio);
    if (!channel.may_receive()) return -1;
    if (channel.receives_left_ == 0) {
      BIO_set_retry_read(bio);
      return -1;
    }
    --channel.receives_left_;
    const ssize_t got = ::recv(channel.descriptor_, into, static_cast<std::size_t>(size), 0);
    if (got == 0) channel.ended_ = true;
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) BIO_set_retry_read(bio);
    if (got > 0 && channel.is_shaking_hands()) channel.handshake_bytes_ += static_cast<std::size_t>(got);
    return static_cast<int>(got);
  }

  static long control(BIO* bio, int command, long, void*) {
    if (command == BIO_CTRL_FLUSH) return 1;
    if (command == BIO_CTRL_EOF) return channel_of(bio).ended_ ? 1 : 0;
    return 0;
  }

  static BIO* make(TlsChannel& channel) {
    static BIO_METHOD* const method = [] {
      BIO_METHOD* made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "socket");
      DURF_ASSERT(made != nullptr);
      BIO_meth_set_write(made, write);
      BIO_meth_set_read(made, read);
      BIO_meth_set_ctrl(made, control);
      return made;
    }();
    BIO* bio = BIO_new(method);
    if (bio == nullptr) throw std::bad_alloc();
    BIO_set_data(bio, &channel);
    BIO_set_init(bio, 1);
    return bio;
  }
};

/// Messages about the connection itself cost a key each, and are never given to us: they are counted here.
struct TlsChannel::Watch {
  static void message(int is_ours, int, int kind, const void*, std::size_t, SSL*, void* argument) {
    auto& channel = *static_cast<TlsChannel*>(argument);
    if (is_ours == 0 && kind == SSL3_RT_HANDSHAKE && channel.shook_hands_) ++channel.later_messages_;
  }
};

void TlsChannel::FreeSsl::operator()(ssl_st* ssl) const { SSL_free(ssl); }

TlsChannel::TlsChannel(ssl_ctx_st& context, int descriptor) : descriptor_(descriptor), ssl_(SSL_new(&context)) {
  if (!ssl_) throw std::bad_alloc();
  BIO* const wire = Wire::make(*this);
  SSL_set_bio(ssl_.get(), wire, wire);
  SSL_set_msg_callback(ssl_.get(), Watch::message);
  SSL_set_msg_callback_arg(ssl_.get(), this);
  SSL_set_accept_state(ssl_.get());
}

TlsChannel::~TlsChannel() = default;

bool TlsChannel::is_shaking_hands() const { return !shook_hands_ && SSL_is_init_finished(ssl_.get()) == 0; }

/// A peer that only ever talks about the connection is shown the door; nobody honest comes near these limits.
bool TlsChannel::may_receive() const {
  if (is_shaking_hands()) return handshake_bytes_ <= limits::tls_handshake_bytes_max;
  return later_messages_ <= limits::tls_later_messages_max;
}

bool TlsChannel::keep(std::string_view bytes) {
  if (held_back_.empty()) {
    const ssize_t sent = send_now(descriptor_, bytes);
    if (sent < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  if (held_back_.size() + bytes.size() > limits::tls_held_back_bytes_max) return false;
  held_back_ += bytes;
  return true;
}

void TlsChannel::flush(error_code& error) {
  error = {};
  if (is_cut()) {
    error = asio::error::connection_aborted;
    return;
  }
  if (held_back_.empty()) return;
  const ssize_t sent = send_now(descriptor_, std::string_view(held_back_).substr(held_back_left_));
  if (sent < 0) {
    error.assign(errno, boost::system::system_category());
    return;
  }
  held_back_left_ += static_cast<std::size_t>(sent);
  if (held_back_left_ < held_back_.size()) {
    error = asio::error::would_block;
    return;
  }
  std::string().swap(held_back_);  // idle connections keep no buffers
  held_back_left_ = 0;
}

std::size_t TlsChannel::read_some(std::span<char> into, error_code& error) {
  flush(error);
  if (error && error != asio::error::would_block) return 0;
  if (broken_) {
    error = asio::error::connection_aborted;
    return 0;
  }
  ERR_clear_error();
  receives_left_ = limits::tls_receives_max;
  was_asked_ = true;
  std::size_t got = 0;
  const int result = SSL_read_ex(ssl_.get(), into.data(), into.size(), &got);
  shook_hands_ = shook_hands_ || SSL_is_init_finished(ssl_.get()) == 1;
  error = result == 1 ? error_code{} : why(result);
  return got;
}

bool TlsChannel::has_read() const { return !broken_ && SSL_pending(ssl_.get()) > 0; }

bool TlsChannel::must_write_to_read() const { return !held_back_.empty() && !shook_hands_; }

std::size_t TlsChannel::write_some(std::span<const std::string_view> pieces, error_code& error) {
  DURF_ASSERT(shook_hands_ && !said_goodbye_);
  flush(error);
  if (error) return 0;
  if (broken_) {
    error = asio::error::connection_aborted;
    return 0;
  }
  std::array<char, record_bytes> joined;
  std::size_t taken = 0;
  std::size_t piece = 0;
  std::size_t within = 0;
  while (piece < pieces.size() && held_back_.empty()) {
    std::size_t size = 0;
    while (piece < pieces.size() && size < joined.size()) {
      const std::string_view rest = pieces[piece].substr(within, joined.size() - size);
      rest.copy(joined.data() + size, rest.size());  // also when it is empty, and has no data
      size += rest.size();
      within += rest.size();
      if (within < pieces[piece].size()) break;
      ++piece;
      within = 0;
    }
    if (size == 0) break;
    ERR_clear_error();
    std::size_t written = 0;
    // The wire takes whole records, so this fails for good; also where OpenSSL would first read the rest of a
    // message about keys that came in pieces, as nobody honest sends it.
    const bool is_written = SSL_write_ex(ssl_.get(), joined.data(), size, &written) == 1;
    ::explicit_bzero(joined.data(), size);  // a text that is withdrawn must not stay on the stack
    if (!is_written) {
      error = give_up();
      return taken;
    }
    DURF_ASSERT(written == size);
    taken += size;
  }
  return taken;
}

void TlsChannel::say_goodbye() {
  if (broken_ || !shook_hands_ || std::exchange(said_goodbye_, true)) return;
  ERR_clear_error();
  SSL_shutdown(ssl_.get());  // whatever it says: the peer's end is read afterwards
  ERR_clear_error();
}

void TlsChannel::cut() {
  broken_ = true;
  descriptor_ = no_descriptor;
  std::string().swap(held_back_);
  held_back_left_ = 0;
}

error_code TlsChannel::why(int result) {
  switch (SSL_get_error(ssl_.get(), result)) {
    case SSL_ERROR_WANT_READ:
      return asio::error::would_block;
    case SSL_ERROR_ZERO_RETURN:
      return asio::error::eof;
    default:
      return give_up();
  }
}

error_code TlsChannel::give_up() {
  ERR_clear_error();  // nobody reads them: they may quote what the peer sent
  broken_ = true;
  if (ended_) return asio::error::eof;
  return asio::error::connection_aborted;
}

}  // namespace durf::net
