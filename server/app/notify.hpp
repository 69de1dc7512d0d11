// SPDX-License-Identifier: MIT
// What systemd wants to hear from a service of Type=notify: datagrams to the socket that it names in $NOTIFY_SOCKET, as
// sd_notify(3) describes them, without its library. Without that variable nobody listens and nothing is said. A message that
// cannot be sent is lost: systemd then does what it does about silence. Any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace durf::app {

class ServiceManager {
 public:
  /// `socket` is a path, or "@name" in Linux' abstract space. `watchdog`: how long it bears silence.
  ServiceManager(std::optional<std::string> socket, std::optional<std::chrono::microseconds> watchdog);
  /// As the environment says. The variables are not kept from children: this program has none.
  static ServiceManager from_environment();

  /// Whether one is there at all.
  bool is_there() const { return socket_.has_value(); }
  /// One datagram of lines like READY=1. False when nobody is there to hear it.
  bool tell(std::string_view lines) const;
  std::optional<std::chrono::microseconds> watchdog() const { return watchdog_; }

 private:
  std::optional<std::string> socket_;
  std::optional<std::chrono::microseconds> watchdog_;
};

}  // namespace durf::app
