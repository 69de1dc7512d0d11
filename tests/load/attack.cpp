// SPDX-License-Identifier: MIT
#include "load/attack.hpp"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <random>
#include <stdexcept>

#include "load/attackers.hpp"
#include "load/dice.hpp"

namespace durf::load {
namespace {

constexpr char word_begin = 'b', word_ready = 'r', word_end = 'e';
constexpr double ramp_seconds = 8;
constexpr double patience_seconds = 20;  ///< for the ramp to be complete; then with what is there
constexpr int less_urgent = 10;          ///< than the phones that are measured, when both have one core

/// The parent's word. A line that ends is the word to end.
class Orders final : public Watched {
 public:
  Orders(Loop& loop, int line) : line_(line) { loop.watch(line, *this); }
  void ready(std::uint32_t) override {
    char word = word_end;
    if (::recv(line_, &word, 1, MSG_DONTWAIT) < 0) return;
    (word == word_begin ? told_to_begin : told_to_end) = true;
  }
  bool told_to_begin = false;
  bool told_to_end = false;

 private:
  int line_;
};

[[noreturn]] void attack_as_told(const Options& options, Room room, int line) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::setpriority(PRIO_PROCESS, 0, less_urgent);
  dice().seed(std::random_device{}());  // the parent's tokens are taken
  Loop loop;
  Orders orders(loop, line);
  const Us deadline = now_us() + static_cast<Us>(options.within_seconds * us_per_second);
  const auto until = [deadline](double seconds) {
    return std::min(deadline, now_us() + static_cast<Us>(seconds * us_per_second));
  };

  if (!loop.run(deadline, [&] { return orders.told_to_begin || orders.told_to_end; })) std::_Exit(1);
  Attackers attackers(loop, options, room);
  attackers.begin(static_cast<Us>(ramp_seconds * us_per_second));
  loop.run(until(patience_seconds), [&] { return orders.told_to_end || attackers.are_all_there(); });
  ::send(line, &word_ready, 1, MSG_NOSIGNAL);
  loop.run(deadline, [&] { return orders.told_to_end; });
  const AttackCounts counts = attackers.counts();
  ::send(line, &counts, sizeof counts, MSG_NOSIGNAL);
  std::_Exit(0);
}

}  // namespace

Attack::Attack(const Options& options, const Room& room) {
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    throw std::runtime_error("no line to the attack");
  child_ = ::fork();
  if (child_ == 0) {
    ::close(ends[0]);
    attack_as_told(options, room, ends[1]);
  }
  ::close(ends[1]);
  line_ = ends[0];
}

Attack::~Attack() {
  ::close(line_);
  if (child_ > 0) {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
}

void Attack::begin() { ::send(line_, &word_begin, 1, MSG_NOSIGNAL); }

bool Attack::is_under_way() {
  char word = 0;
  return ::recv(line_, &word, 1, MSG_DONTWAIT) == 1 && word == word_ready;
}

AttackCounts Attack::end() {
  AttackCounts counts;
  ::send(line_, &word_end, 1, MSG_NOSIGNAL);
  pollfd last_word{.fd = line_, .events = POLLIN, .revents = 0};
  constexpr int patience_ms = 5'000;
  if (::poll(&last_word, 1, patience_ms) == 1) {
    if (::recv(line_, &counts, sizeof counts, 0) != sizeof counts) counts = {};
  }
  return counts;
}

}  // namespace durf::load
