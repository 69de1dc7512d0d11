// SPDX-License-Identifier: MIT
#include "load/connection.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <utility>

#include "load/dice.hpp"
#include "load/socket.hpp"

namespace durf::load {
namespace {

// The example of RFC 6455, section 1.3. A key guards against caches between the two, and there are none.
constexpr std::string_view key = "dGhlIHNhbXBsZSBub25jZQ==";
constexpr std::string_view accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
constexpr std::size_t answer_bytes_max = 8 * 1'024;
constexpr std::size_t unsent_bytes_max = 256 * 1'024;  // a phone has a command or two under way

std::array<char, 65'536> read_buffer;  // one thread, one loop: everybody reads into the same

std::string upgrade_request(const Target& target) {
  std::string request = "GET /ws HTTP/1.1\r\nHost: ";
  request.append(target.name).append("\r\nOrigin: http://").append(target.name);
  request.append("\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ");
  return request.append(key).append("\r\n\r\n");
}

int status_of(std::string_view answer) {
  constexpr std::string_view version = "HTTP/1.1 ";
  int status = 0;
  if (answer.starts_with(version))
    std::from_chars(answer.data() + version.size(), answer.data() + answer.size(), status);
  return status;
}

}  // namespace

bool Connection::open(std::uint32_t source, int receive_bytes) {
  drop();
  descriptor_ = begin_connecting(target_, source, receive_bytes);
  if (descriptor_ < 0) return false;
  stage_ = Stage::connecting;
  close_code_ = 1006;
  reads_ = true;
  if (loop_.watch(descriptor_, *this)) return true;
  drop();
  return false;
}

void Connection::drop() {
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
  stage_ = Stage::closed;
  parser_.forget();
  unsent_ = {};
  answer_ = {};
}

void Connection::end(Loss loss) {
  if (stage_ == Stage::closed) return;
  drop();
  lost(loss);
}

void Connection::send(std::string_view text) {
  enqueue(text);
  flush();
}

void Connection::enqueue(std::string_view text) {
  if (stage_ != Stage::open) return;
  if (unsent_.size() + text.size() > unsent_bytes_max) return end({.fault = "the server does not read"});
  append_frame(unsent_, Opcode::text, text, static_cast<std::uint32_t>(dice()()));
}

void Connection::write(std::string_view bytes) {
  if (unsent_.size() + bytes.size() > unsent_bytes_max) return end({.fault = "the server does not read"});
  unsent_ += bytes;
  flush();
}

void Connection::flush() {
  if (unsent_.empty() || stage_ == Stage::closed) return;
  const ssize_t sent = ::send(descriptor_, unsent_.data(), unsent_.size(), MSG_NOSIGNAL);
  if (sent < 0) return;  // full, or over: then reading tells
  if (static_cast<std::size_t>(sent) == unsent_.size()) {
    unsent_ = {};
  } else {
    unsent_.erase(0, static_cast<std::size_t>(sent));
  }
}

void Connection::ready(std::uint32_t events) {
  if (stage_ == Stage::closed) return;
  if (stage_ == Stage::connecting) {
    if ((events & (EPOLLERR | EPOLLHUP)) != 0) return end({});
    if ((events & EPOLLOUT) == 0) return;
    stage_ = Stage::upgrading;
    write(upgrade_request(target_));
  } else if ((events & EPOLLOUT) != 0) {
    flush();
    if (stage_ == Stage::open && unsent_.empty()) drained();
  }
  if ((events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0 && reads_) read();
}

void Connection::read_again() {
  reads_ = true;
  if (stage_ != Stage::closed) read();
}

void Connection::read() {
  // The event tells of an edge: everything that is there must be taken now. A short read is the end of it.
  while (stage_ != Stage::closed && stage_ != Stage::connecting && reads_) {
    const ssize_t got = ::recv(descriptor_, read_buffer.data(), read_buffer.size(), 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) return end({.close_code = close_code_});
    std::string_view bytes(read_buffer.data(), static_cast<std::size_t>(got));
    if (stage_ == Stage::upgrading && !take_answer(bytes)) continue;
    const bool sound =
        parser_.feed(bytes, [this](Opcode opcode, std::string_view payload) { return take_frame(opcode, payload); });
    if (!sound) return end({.fault = "no frame that a server may send"});
  }
}

/// Whether the upgrade is over; `bytes` is then what came after it.
bool Connection::take_answer(std::string_view& bytes) {
  const std::size_t before = answer_.size();
  answer_ += bytes;
  const auto end_of_head = answer_.find("\r\n\r\n");
  if (end_of_head == std::string::npos) {
    if (answer_.size() > answer_bytes_max) end({.fault = "an answer without end"});
    return false;
  }
  const int status = status_of(answer_);
  const bool accepted = answer_.find(accept) < end_of_head;
  bytes.remove_prefix(end_of_head + 4 - before);
  answer_ = {};
  if (status != 101) {
    end({.http_status = status});
    return false;
  }
  if (!accepted) {
    end({.fault = "the upgrade has a wrong key"});
    return false;
  }
  stage_ = Stage::open;
  opened();
  return stage_ == Stage::open;
}

bool Connection::take_frame(Opcode opcode, std::string_view payload) {
  switch (opcode) {
    case Opcode::ping: {
      std::string pong;
      append_frame(pong, Opcode::pong, payload, static_cast<std::uint32_t>(dice()()));
      write(pong);
      break;
    }
    case Opcode::pong:
      break;
    case Opcode::close: {
      if (payload.size() >= 2)
        close_code_ = static_cast<std::uint8_t>(payload[0]) << 8 | static_cast<std::uint8_t>(payload[1]);
      end({.close_code = close_code_});
      break;
    }
    case Opcode::text:
    case Opcode::binary:
      heard(opcode, payload);
      break;
  }
  return stage_ == Stage::open;
}

}  // namespace durf::load
