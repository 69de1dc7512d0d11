// SPDX-License-Identifier: MIT
#include "app/notify.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace durf::app {
namespace {

std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);
  return value && *value ? std::optional<std::string>(value) : std::nullopt;
}

std::optional<std::int64_t> number(const std::optional<std::string>& text) {
  std::int64_t value = 0;
  if (!text) return std::nullopt;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc() || end != text->data() + text->size() || value <= 0) return std::nullopt;
  return value;
}

}  // namespace

ServiceManager::ServiceManager(std::optional<std::string> socket, std::optional<std::chrono::microseconds> watchdog)
    : socket_(std::move(socket)), watchdog_(watchdog) {}

ServiceManager ServiceManager::from_environment() {
  const auto process = number(variable("WATCHDOG_PID"));
  const auto silence = number(variable("WATCHDOG_USEC"));
  const bool is_meant = !process || *process == ::getpid();
  return {variable("NOTIFY_SOCKET"),
          silence && is_meant ? std::optional(std::chrono::microseconds(*silence)) : std::nullopt};
}

bool ServiceManager::tell(std::string_view lines) const {
  if (!socket_) return false;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (socket_->size() >= sizeof address.sun_path) return false;
  std::memcpy(address.sun_path, socket_->data(), socket_->size());
  if (address.sun_path[0] == '@') address.sun_path[0] = '\0';
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_->size());
  const int sending = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (sending < 0) return false;
  const auto sent = ::sendto(sending, lines.data(), lines.size(), MSG_NOSIGNAL,
                             reinterpret_cast<const sockaddr*>(&address), length);
  ::close(sending);
  return sent == static_cast<ssize_t>(lines.size());
}

}  // namespace durf::app
