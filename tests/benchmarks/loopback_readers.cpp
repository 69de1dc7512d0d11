// SPDX-License-Identifier: MIT
#include "loopback_readers.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <vector>

namespace durf::benchmarks {

namespace {

int connect_to(std::uint16_t port) {
  const int connection = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connection < 0 || ::connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    std::perror("connecting");
    std::_Exit(1);
  }
  return connection;
}

void upgrade(int connection, std::uint16_t port) {
  const std::string host = "127.0.0.1:" + std::to_string(port);
  const std::string request = "GET /ws HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host +
                              "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
  if (::send(connection, request.data(), request.size(), 0) != static_cast<ssize_t>(request.size()))
    std::_Exit(1);
  std::string answer;
  while (!answer.ends_with("\r\n\r\n")) {
    char byte = 0;
    if (::recv(connection, &byte, 1, 0) != 1) std::_Exit(1);
    answer += byte;
  }
}

void tell(int told, std::uint64_t count) {
  if (::write(told, &count, sizeof count) != sizeof count) std::_Exit(1);
}

[[noreturn]] void read_all(const Readers& readers, std::uint16_t port, int told) {
  std::vector<int> connections;
  for (std::size_t i = 0; i < readers.connections; ++i) {
    connections.push_back(connect_to(port));
    if (readers.websocket) upgrade(connections.back(), port);
  }
  const int events = ::epoll_create1(0);
  for (std::size_t i = 0; i < connections.size(); ++i) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = i;
    ::epoll_ctl(events, EPOLL_CTL_ADD, connections[i], &event);
  }
  tell(told, 1);

  // How many connections have received at least so many whole messages: reaching N means that everybody has.
  std::vector<std::uint64_t> bytes(connections.size());
  std::vector<std::size_t> reached(1);
  std::size_t everybody_has = 0;
  std::array<epoll_event, 1'024> ready;
  std::array<char, 65'536> buffer;
  for (;;) {
    const int count = ::epoll_wait(events, ready.data(), static_cast<int>(ready.size()), -1);
    for (int i = 0; i < count; ++i) {
      const std::size_t who = ready[static_cast<std::size_t>(i)].data.u64;
      const ssize_t got = ::recv(connections[who], buffer.data(), buffer.size(), 0);
      if (got <= 0) std::_Exit(0);
      const std::size_t before = bytes[who] / readers.message_bytes;
      bytes[who] += static_cast<std::uint64_t>(got);
      const std::size_t after = bytes[who] / readers.message_bytes;
      if (reached.size() <= after) reached.resize(after + 1);
      for (std::size_t message = before + 1; message <= after; ++message) ++reached[message];
    }
    std::uint64_t complete = 0;
    while (everybody_has + 1 < reached.size() && reached[everybody_has + 1] == connections.size()) {
      ++everybody_has;
      ++complete;
    }
    if (complete > 0) tell(told, complete);
  }
}

}  // namespace

int Readers::start(std::uint16_t port, int told) const {
  const int child = ::fork();
  if (child != 0) return child;
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  pin_to_cpu(1);
  read_all(*this, port, told);
}

void pin_to_cpu(int cpu) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(cpu, &set);
  ::sched_setaffinity(0, sizeof set, &set);  // with one CPU only: then they share it
}

double thread_cpu_seconds() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double wall_seconds() {
  timespec time{};
  ::clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

std::size_t resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::size_t pages = 0;
  statm >> pages >> pages;
  return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace durf::benchmarks
