// SPDX-License-Identifier: MIT
// A client over a blocking socket that decides about every byte: requests that are wrong, frames in pieces,
// reading a little at a time or not at all. Its time limit only ends a test that fails.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wire.hpp"

namespace durf::net::testing {

struct HttpAnswer {
  unsigned status = 0;
  std::string head;
  std::string body;
  /// Value of the first header of that name, written as the server writes it.
  std::string header(std::string_view name) const;
};

class RawClient {
 public:
  struct Options {
    int receive_buffer = 0;  ///< of the socket; 0: as it comes
  };

  RawClient(std::uint16_t port, Options options);
  explicit RawClient(std::uint16_t port) : RawClient(port, Options{}) {}
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  virtual ~RawClient();

  void send(std::string_view bytes);
  void send_text(std::string_view text) { send(masked(testing::text, text)); }

  /// The upgrade request that a browser would send.
  std::string upgrade_request(std::string_view path = "/ws") const;
  std::string host() const { return "127.0.0.1:" + std::to_string(port_); }
  /// Sends it and reads the answer.
  HttpAnswer upgrade();

  /// Reads an answer with its body. Status 0: the connection ended.
  HttpAnswer read_answer(bool is_head = false);

  /// The next frame; nothing when the connection has ended. `at_most` bytes per read.
  std::optional<Frame> read_frame(std::size_t at_most = 65'536);
  /// Skips frames until a close frame; its code. 0: the connection ended without.
  std::uint16_t read_close();
  /// Whether the connection ends now, whatever comes before.
  bool ends();

  /// Sends this again and again without waiting for long: whether the server ever stops taking it, before `bytes_max`.
  bool fills_up(std::string_view bytes, std::size_t bytes_max);

  void shut_sending();

 protected:
  // What another layer on the socket does in its own way. As ::send and ::recv.
  virtual long put(std::string_view bytes);
  virtual long get(char* into, std::size_t size);
  virtual std::string_view scheme() const { return "http://"; }
  int descriptor() const { return socket_; }

 private:
  bool read_more(std::size_t at_most);

  std::uint16_t port_;
  int socket_ = -1;
  std::string buffer_;
};

}  // namespace durf::net::testing
