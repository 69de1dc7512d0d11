// SPDX-License-Identifier: MIT
// What a service manager hears, on sockets as systemd makes them.
#include "app/notify.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <filesystem>

namespace durf::app {
namespace {

/// A socket that the kernel names, in the abstract space.
class Listening {
 public:
  Listening() : socket_(::socket(AF_UNIX, SOCK_DGRAM, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    EXPECT_EQ(::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof(sa_family_t)), 0);
    socklen_t length = sizeof address;
    EXPECT_EQ(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length), 0);
    name_ = "@" + std::string(address.sun_path + 1, length - offsetof(sockaddr_un, sun_path) - 1);
  }
  ~Listening() { ::close(socket_); }

  const std::string& name() const { return name_; }
  std::string heard() {
    char text[64];
    const auto size = ::recv(socket_, text, sizeof text, MSG_DONTWAIT);
    return size < 0 ? "nothing" : std::string(text, static_cast<std::size_t>(size));
  }

 private:
  int socket_;
  std::string name_;
};

class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) { ::setenv(name, value.c_str(), 1); }
  ~Variable() { ::unsetenv(name_); }

 private:
  const char* name_;
};

TEST(NotifyOP9, SaysItOnTheSocketThatTheEnvironmentNames) {
  Listening manager;
  const Variable socket("NOTIFY_SOCKET", manager.name());
  EXPECT_TRUE(ServiceManager::from_environment().tell("READY=1"));
  EXPECT_EQ(manager.heard(), "READY=1");
}

TEST(NotifyOP9, SaysItOnASocketInAFolder) {
  std::string folder = (std::filesystem::temp_directory_path() / "durf-notify-XXXXXX").string();
  ASSERT_NE(::mkdtemp(folder.data()), nullptr);
  const int socket = ::socket(AF_UNIX, SOCK_DGRAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = folder + "/notify";
  path.copy(address.sun_path, sizeof address.sun_path - 1);
  ASSERT_EQ(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  EXPECT_TRUE(ServiceManager(path, {}).tell("STOPPING=1"));
  char text[16];
  EXPECT_EQ(::recv(socket, text, sizeof text, MSG_DONTWAIT), 10);
  ::close(socket);
  std::filesystem::remove_all(folder);
}

TEST(NotifyOP9, WithoutAManagerNothingIsSaidAndNothingFails) {
  ::unsetenv("NOTIFY_SOCKET");
  EXPECT_FALSE(ServiceManager::from_environment().tell("READY=1"));
  EXPECT_FALSE(ServiceManager("/nowhere/notify", {}).tell("READY=1"));
  EXPECT_FALSE(ServiceManager(std::string(200, 'x'), {}).tell("READY=1"));
}

TEST(NotifyOP9, TheWatchdogIsForThisProcessOnly) {
  const auto watchdog = [] { return ServiceManager::from_environment().watchdog(); };
  EXPECT_FALSE(watchdog());
  const Variable silence("WATCHDOG_USEC", "2000000");
  EXPECT_EQ(watchdog(), std::chrono::seconds(2));
  {
    const Variable other("WATCHDOG_PID", "1");
    EXPECT_FALSE(watchdog());
  }
  const Variable own("WATCHDOG_PID", std::to_string(::getpid()));
  EXPECT_EQ(watchdog(), std::chrono::seconds(2));
  const Variable nonsense("WATCHDOG_USEC", "soon");
  EXPECT_FALSE(watchdog());
}

}  // namespace
}  // namespace durf::app
