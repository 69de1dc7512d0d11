// SPDX-License-Identifier: MIT
// One TLS connection (RFC 8446, RFC 5246) over a socket that never blocks: bytes of ours in, records out. The
// handshake happens by itself while reading. A record is encrypted when it is taken, so what the kernel does
// not take of it is held back here, one record at most besides what the protocol itself says: unlike a queue
// of frames, a record that was begun can never be left out. Does not own the descriptor. Shard's thread.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "net/asio_aliases.hpp"

struct ssl_ctx_st;
struct ssl_st;

namespace durf::net {

class TlsChannel {
 public:
  /// Keeps what it needs of `context`.
  TlsChannel(ssl_ctx_st& context, int descriptor);
  TlsChannel(const TlsChannel&) = delete;
  TlsChannel& operator=(const TlsChannel&) = delete;
  ~TlsChannel();

  /// `would_block` when nothing has come, or nothing for us after so much work that others are to have their
  /// turn; then the socket may well be readable. `eof` after the peer's goodbye, with or without words. Anything else
  /// is the end: `connection_aborted` for what is not TLS, or not as we want it.
  std::size_t read_some(std::span<char> into, error_code& error);
  /// Decrypted bytes wait for `read_some`: the socket does not tell of them.
  bool has_read() const;
  /// The handshake goes on only when the kernel has taken what is held back; reading waits for that.
  bool must_write_to_read() const;
  /// OpenSSL takes some 35 KB from the first time it is asked to read; who says nothing is not to cost that.
  bool was_asked() const { return was_asked_; }
  bool shook_hands() const { return shook_hands_; }

  /// Takes bytes until something is held back; `would_block` when that is so already.
  std::size_t write_some(std::span<const std::string_view> pieces, error_code& error);
  /// Gives the kernel what is held back; `would_block` while it does not take all of it.
  void flush(error_code& error);

  /// The goodbye of TLS (close_notify), behind everything that was written. Once.
  void say_goodbye();

  /// Before the socket is closed: its number may be another connection's in the next moment. All that is asked
  /// from then on ends with `connection_aborted`, and nothing is sent or read.
  void cut();

 private:
  struct Wire;   // what OpenSSL calls to read and write
  struct Watch;  // what it tells of the messages that come
  struct FreeSsl {
    void operator()(ssl_st* ssl) const;
  };

  error_code why(int result);
  error_code give_up();
  bool keep(std::string_view bytes);
  bool is_shaking_hands() const;
  bool may_receive() const;
  bool is_cut() const { return descriptor_ == no_descriptor; }

  static constexpr int no_descriptor = -1;

  int descriptor_;
  std::unique_ptr<ssl_st, FreeSsl> ssl_;
  std::string held_back_;
  std::size_t held_back_left_ = 0;  ///< how much of it the kernel has taken
  int receives_left_ = 0;           ///< calls to the kernel in this reading
  std::size_t handshake_bytes_ = 0;
  int later_messages_ = 0;          ///< of the handshake's kind, behind it: new keys, mostly
  bool shook_hands_ = false;        ///< for good: OpenSSL goes back "into handshake" for some later messages
  bool was_asked_ = false;          ///< to read
  bool ended_ = false;              ///< the peer's bytes are over
  bool broken_ = false;             ///< OpenSSL must not be asked anything any more
  bool said_goodbye_ = false;
};

}  // namespace durf::net
