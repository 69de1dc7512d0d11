// SPDX-License-Identifier: MIT
// What many threads give to one: a list without a lock, taken as a whole. Giving never waits; the one
// consumer sleeps when there is nothing. Bounded by the givers: a session core has one append under way at a
// time. `Item` must be movable.
#pragma once

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <utility>
#include <vector>

#include "durf/base/assert.hpp"

namespace durf::storage {

template <class Item>
class Inbox {
 public:
  static constexpr std::chrono::milliseconds for_ever{-1};

  Inbox() : bell_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) { DURF_ASSERT(bell_ >= 0); }
  Inbox(const Inbox&) = delete;
  Inbox& operator=(const Inbox&) = delete;
  ~Inbox() {
    shut();
    ::close(bell_);
  }

  /// Any thread. False when the inbox is shut; the item is then untouched.
  bool push(Item& item) {
    Node* const node = new Node{nullptr, std::move(item)};
    Node* head = head_.load(std::memory_order_relaxed);
    do {
      if (head == shut_mark()) {
        item = std::move(node->item);
        delete node;
        return false;
      }
      node->before = head;
    } while (!head_.compare_exchange_weak(head, node, std::memory_order_release, std::memory_order_relaxed));
    if (!head) ring();  // only the first of a batch has somebody to wake
    return true;
  }

  /// Any thread: ends a wait, also when there is nothing.
  void ring() {
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t rung = ::write(bell_, &one, sizeof one);  // full: it rings already
  }

  /// Consumer: all that was given, in that order.
  std::vector<Item> take_all() { return unlink(head_.exchange(nullptr, std::memory_order_acquire)); }

  /// Consumer: as take_all, and from here on nothing can be given.
  std::vector<Item> shut() { return unlink(head_.exchange(shut_mark(), std::memory_order_acquire)); }

  /// Consumer: until something was given, the bell was rung, or the time is over.
  void wait(std::chrono::milliseconds at_most) {
    pollfd bell{bell_, POLLIN, 0};
    ::poll(&bell, 1, static_cast<int>(at_most.count()));
    std::uint64_t rings = 0;
    [[maybe_unused]] const ssize_t heard = ::read(bell_, &rings, sizeof rings);
  }

 private:
  struct Node {
    Node* before;
    Item item;
  };

  /// An address that is no node's.
  Node* shut_mark() { return reinterpret_cast<Node*>(&mark_); }

  std::vector<Item> unlink(Node* last) {
    std::vector<Item> items;
    if (last == shut_mark()) return items;
    while (last) {
      items.push_back(std::move(last->item));
      delete std::exchange(last, last->before);
    }
    std::reverse(items.begin(), items.end());
    return items;
  }

  alignas(Node*) char mark_ = 0;
  std::atomic<Node*> head_{nullptr};
  int bell_;
};

}  // namespace durf::storage
