// SPDX-License-Identifier: MIT
#include "load/socket.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>

namespace durf::load {
namespace {

constexpr int segment_bytes_of_ethernet = 1'460;

sockaddr_in endpoint(std::uint32_t address, std::uint16_t port) {
  sockaddr_in endpoint{};
  endpoint.sin_family = AF_INET;
  endpoint.sin_port = htons(port);
  endpoint.sin_addr.s_addr = htonl(address);
  return endpoint;
}

bool is_loopback(std::uint32_t address) { return address >> 24 == 127; }

}  // namespace

std::optional<Target> parse_target(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string address(text.substr(0, colon));
  const std::string_view port = text.substr(colon + 1);
  Target target;
  in_addr parsed{};
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), target.port);
  if (error != std::errc() || end != port.data() + port.size() || target.port == 0) return std::nullopt;
  if (::inet_pton(AF_INET, address.c_str(), &parsed) != 1) return std::nullopt;
  target.address = ntohl(parsed.s_addr);
  target.name = text;
  if (!is_loopback(target.address)) return std::nullopt;
  return target;
}

std::uint32_t source_address(std::uint8_t network, std::uint32_t n) {
  return 127u << 24 | static_cast<std::uint32_t>(network) << 16 | ((n + 1) & 0xFFFF);
}

int begin_connecting(const Target& target, std::uint32_t source, int receive_bytes) {
  if (!is_loopback(target.address)) return -1;
  const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return -1;
  const int on = 1;
  ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (receive_bytes > 0) {
    ::setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receive_bytes, sizeof receive_bytes);
    // Segments of loopback have 64 KiB, and for some of those the server's kernel would hold megabytes.
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_MAXSEG, &segment_bytes_of_ethernet, sizeof segment_bytes_of_ethernet);
  }
  bool fine = true;
  if (source != 0) {
    // The port is then chosen when connecting, so that one address has as many as there are free pairs.
    ::setsockopt(descriptor, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    const sockaddr_in own = endpoint(source, 0);
    fine = ::bind(descriptor, reinterpret_cast<const sockaddr*>(&own), sizeof own) == 0;
  }
  const sockaddr_in server = endpoint(target.address, target.port);
  fine = fine && (::connect(descriptor, reinterpret_cast<const sockaddr*>(&server), sizeof server) == 0 ||
                  errno == EINPROGRESS);
  if (fine) return descriptor;
  ::close(descriptor);
  return -1;
}

std::string ask_over_http(const Target& target, std::string_view path, std::string_view body) {
  if (!is_loopback(target.address)) return {};
  const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return {};
  const timeval patience{.tv_sec = 5, .tv_usec = 0};
  ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  std::string request = "POST ";
  request.append(path)
      .append(" HTTP/1.1\r\nHost: ")
      .append(target.name)
      .append("\r\nOrigin: http://")
      .append(target.name);
  request.append("\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ");
  request.append(std::to_string(body.size())).append("\r\n\r\n").append(body);
  std::string answer;
  const sockaddr_in server = endpoint(target.address, target.port);
  if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&server), sizeof server) == 0 &&
      ::send(descriptor, request.data(), request.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(request.size())) {
    std::array<char, 4'096> part;
    for (ssize_t got = 0; (got = ::recv(descriptor, part.data(), part.size(), 0)) > 0;)
      answer.append(part.data(), static_cast<std::size_t>(got));
  }
  ::close(descriptor);
  return answer;
}

}  // namespace durf::load
