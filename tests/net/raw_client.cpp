// SPDX-License-Identifier: MIT
#include "raw_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>

namespace durf::net::testing {

std::string HttpAnswer::header(std::string_view name) const {
  const std::string start = "\r\n" + std::string(name) + ": ";
  const auto at = head.find(start);
  if (at == std::string::npos) return {};
  const auto from = at + start.size();
  return head.substr(from, head.find("\r\n", from) - from);
}

RawClient::RawClient(std::uint16_t port, Options options) : port_(port) {
  socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
  if (options.receive_buffer > 0) {
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &options.receive_buffer, sizeof options.receive_buffer);
  }
  const int on = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  const timeval limit{20, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("cannot connect");
  }
}

RawClient::~RawClient() { ::close(socket_); }

void RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const long sent = put(bytes);
    if (sent < 0 && (errno == EPIPE || errno == ECONNRESET)) return;  // reading will tell
    if (sent < 0) throw std::runtime_error("sending took too long");
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

long RawClient::put(std::string_view bytes) {
  return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

long RawClient::get(char* into, std::size_t size) { return ::recv(socket_, into, size, 0); }

std::string RawClient::upgrade_request(std::string_view path) const {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: " + host() + "\r\nOrigin: " + std::string(scheme()) + host() +
         "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
}

HttpAnswer RawClient::upgrade() {
  send(upgrade_request());
  return read_answer();
}

HttpAnswer RawClient::read_answer(bool is_head) {
  HttpAnswer answer;
  std::size_t end = 0;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!read_more(65'536)) return answer;
  }
  answer.head = buffer_.substr(0, end + 2);
  buffer_.erase(0, end + 4);
  answer.status = static_cast<unsigned>(std::stoi(answer.head.substr(9, 3)));
  const std::string length = answer.header("Content-Length");
  const std::size_t size = is_head || length.empty() ? 0 : std::stoul(length);
  while (buffer_.size() < size) {
    if (!read_more(65'536)) throw std::runtime_error("body cut short");
  }
  answer.body = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return answer;
}

std::optional<Frame> RawClient::read_frame(std::size_t at_most) {
  for (;;) {
    if (auto frame = take_frame(buffer_)) return frame;
    if (!read_more(at_most)) return std::nullopt;
  }
}

std::uint16_t RawClient::read_close() {
  while (const auto frame = read_frame()) {
    if (frame->opcode == close) return close_code_of(*frame);
  }
  return 0;
}

bool RawClient::ends() {
  while (read_more(65'536)) {
  }
  return true;
}

bool RawClient::fills_up(std::string_view bytes, std::size_t bytes_max) {
  const timeval moment{0, 300'000};
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &moment, sizeof moment);
  for (std::size_t sent = 0; sent < bytes_max;) {
    const ssize_t part = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (part < 0) return true;
    sent += static_cast<std::size_t>(part);
  }
  return false;
}

void RawClient::shut_sending() { ::shutdown(socket_, SHUT_WR); }

bool RawClient::read_more(std::size_t at_most) {
  std::string part(at_most, '\0');
  const long got = get(part.data(), part.size());
  if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
    throw std::runtime_error("nothing came for 20 seconds");
  if (got <= 0) return false;
  buffer_.append(part, 0, static_cast<std::size_t>(got));
  return true;
}

}  // namespace durf::net::testing
